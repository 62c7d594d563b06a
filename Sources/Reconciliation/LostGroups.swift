import DeliberationModel
import PageModel

/// Gives rows the theme and the operation that recognition lost in their cells.
///
/// A table is ordered by them. A row that lacks one, between two rows that have the same, is of it:
/// theme 2 stands on the rows before and after. Rows at the edge of a group stay as they are. Order is a
/// reason and no proof: such a row is in doubt until the printed total of the operation proves it.
struct LostGroups {
  /// Completes the rows of an act whose text was recognised.
  func mend(_ act: inout Deliberation) {
    let rows = act.grants.indices.filter { act.grants[$0].statedIn == .table }
    fill("theme", \.theme, \.themeTitle, rows, in: &act) { _, _ in true }
    fill("operation", \.operation, \.operationTitle, rows, in: &act) { $0.theme == $1.theme }
  }

  /// The most rows in a row that may have lost a cell.
  private static let most = 3

  private func fill(
    _ name: String,
    _ number: WritableKeyPath<Grant, String?>,
    _ title: WritableKeyPath<Grant, String?>,
    _ rows: [Int],
    in act: inout Deliberation,
    where areAlike: (Grant, Grant) -> Bool
  ) {
    var before: Int?
    for (place, row) in rows.enumerated() {
      guard act.grants[row][keyPath: number] == nil else {
        before = row
        continue
      }
      let next = rows[place...].prefix(Self.most + 1)
        .first { act.grants[$0][keyPath: number] != nil }
      guard let before, let next else { continue }
      let (first, last) = (act.grants[before], act.grants[next])
      guard let value = first[keyPath: number], value == last[keyPath: number],
        areAlike(first, last), areAlike(first, act.grants[row])
      else { continue }
      act.grants[row][keyPath: number] = value
      act.noteOrder(ofRow: row, name, raw: nil, value)
      if act.grants[row][keyPath: title] == nil {
        act.grants[row][keyPath: title] = first[keyPath: title]
      }
    }
  }
}

extension Deliberation {
  /// Notes that a row was given a theme or an operation because a table is ordered by them: it is in
  /// doubt until a total proves it.
  mutating func noteOrder(ofRow row: Int, _ name: String, raw: String?, _ value: String) {
    grants[row].doubts.insert(.operation)
    noteOrder("/grants/\(row)/\(name)", raw: raw, value, at: grants[row].source)
  }

  /// Notes that a theme or an operation follows from the order of a table.
  mutating func noteOrder(_ path: String, raw: String?, _ value: String, at source: SourceLocation)
  {
    repairs.append(
      Repair(path, raw: raw, value, rule: "grants.operation-order", confidence: 85, at: source)
    )
  }
}
