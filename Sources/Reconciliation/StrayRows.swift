import DeliberationModel

/// Puts rows whose theme or operation recognition misread back among the rows they stand with.
///
/// A table that is ordered by operation holds each of them once. "Opération 1" on one row among
/// twenty of operation 11, where operation 1 stands ten pages before, is "Opération 11". Such a row is
/// in doubt until the printed total of the operation proves it.
struct StrayRows {
  /// An operation of fewer rows says nothing of one between them.
  private static let fewest = 3

  /// Mends the rows of an act whose text was recognised.
  func mend(_ act: inout Deliberation) {
    let rows = act.grants.indices.filter { act.grants[$0].statedIn == .table }
    let keys = rows.map {
      GrantGroups.Key(theme: act.grants[$0].theme, operation: act.grants[$0].operation)
    }
    let counts = keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let strays = keys.indices.filter { place in
      Self.isStray(place, among: keys) && counts[keys[place - 1], default: 0] >= Self.fewest
    }
    guard !strays.isEmpty, Self.isOrdered(keys, without: Set(strays)) else { return }
    for place in strays {
      let row = rows[place]
      let neighbour = act.grants[rows[place - 1]]
      let printed = act.grants[row]
      act.grants[row].theme = neighbour.theme
      act.grants[row].themeTitle = neighbour.themeTitle
      act.grants[row].operation = neighbour.operation
      act.grants[row].operationTitle = neighbour.operationTitle
      act.grants[row].doubts.insert(.operation)
      for (name, raw, value) in [
        ("theme", printed.theme, neighbour.theme),
        ("operation", printed.operation, neighbour.operation),
      ] {
        guard let value, raw != value else { continue }
        act.noteOrder(ofRow: row, name, raw: raw, value)
      }
    }
  }

  /// Whether a row stands alone among rows of one other operation.
  private static func isStray(_ place: Int, among keys: [GrantGroups.Key]) -> Bool {
    guard place > 0, place + 1 < keys.count, let operation = keys[place].operation else {
      return false
    }
    let (before, after) = (keys[place - 1], keys[place + 1])
    return before == after && before != keys[place] && before.operation != nil
      && (keys[place].theme != before.theme || operation != before.operation)
  }

  /// Whether the rows of each operation follow one another once the strays are left out.
  private static func isOrdered(_ keys: [GrantGroups.Key], without strays: Set<Int>) -> Bool {
    var seen: Set<GrantGroups.Key> = []
    var last: GrantGroups.Key?
    for (place, key) in keys.enumerated() where !strays.contains(place) && key.operation != nil {
      guard key != last else { continue }
      guard seen.insert(key).inserted else { return false }
      last = key
    }
    return seen.count > 1
  }
}
