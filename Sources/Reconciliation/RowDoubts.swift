import DeliberationModel
import PageModel

/// Flags rows of grant tables that lack what the rows around them have, and cells that hold what no
/// such cell can.
struct RowDoubts {
  /// Flags the rows of an act.
  func settle(in act: inout Deliberation) {
    let rows = act.grants.indices.filter { act.grants[$0].statedIn == .table }
    flag(rows, in: &act, .operation) { $0.operation == nil && $0.theme == nil }
    flag(rows, in: &act, .operation) { $0.operation == nil }
    flag(rows, in: &act, .territory) { $0.territory == nil }
    let groups = GrantGroups(act)
    for key in groups.keys where key.operation != nil {
      // "SFAL" among "8 FAL" and "22 FAL": the figure is lost, not the quantity.
      flag(groups.rows[key] ?? [], in: &act, .quantity) { $0.quantity == nil }
    }
    for index in rows {
      if act.grants[index].amount == nil { act.grants[index].doubts.insert(.amount) }
      if !Self.canBeName(act.grants[index].beneficiary?.value ?? "") {
        act.grants[index].doubts.insert(.name)
      }
    }
  }

  /// Flags the rows that lack something which four in five of them have.
  private func flag(
    _ rows: [Int],
    in act: inout Deliberation,
    _ doubt: GrantDoubt,
    where lacks: (Grant) -> Bool
  ) {
    let lacking = rows.filter { lacks(act.grants[$0]) }
    guard !lacking.isEmpty, lacking.count * 5 <= rows.count else { return }
    for index in lacking { act.grants[index].doubts.insert(doubt) }
  }

  /// The most bytes of a name; a longer one is the text of several cells.
  private static let mostBytes = 160

  /// Whether a cell can hold the name of a beneficiary and nothing else.
  private static func canBeName(_ name: String) -> Bool {
    guard name.utf8.count <= mostBytes, name.contains(where: \.isLetter),
      !name.utf8.contains(where: { Array("{}[]|\\_~^@#*=<>%$".utf8).contains($0) }),
      !name.contains("€")
    else { return false }
    let folded = FoldedText(name)
    if isTotal(name, key: folded.key) { return false }
    let words = ASCII.words(of: folded.bytes)
    guard !words.contains(where: { $0.elementsEqual("total".utf8) }),
      !folded.contains("thematique "), !folded.contains("operation ")
    else { return false }
    return !name.split(separator: " ").contains { hasStrayFigure($0) }
  }

  private static let nearTotal = NearForms([Array("total".utf8)])

  /// Whether a cell holds the word before a sum, misread: "T0TAL", "TOTAI", "OTAL".
  private static func isTotal(_ name: String, key: String) -> Bool {
    guard (4...6).contains(key.utf8.count) else { return false }
    return AcronymShape(name[...]) == AcronymShape("TOTAL")
      || !nearTotal.near(Array(key.utf8)).isEmpty
  }

  /// Whether a figure stands among small letters: "8icu", not "1er", "62B" or "2ème".
  private static func hasStrayFigure(_ word: Substring) -> Bool {
    guard let figure = word.firstIndex(where: \.isNumber) else { return false }
    let rest = word[figure...].drop(while: \.isNumber)
    if figure > word.startIndex { return word[..<figure].last?.isLowercase ?? false }
    guard rest.first?.isLowercase ?? false else { return false }
    return !["er", "re", "e", "eme", "nd", "nde"].contains(FoldedText(String(rest)).key)
  }
}
