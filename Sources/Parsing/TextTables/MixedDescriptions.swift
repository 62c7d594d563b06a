import PageModel

/// Where a description in words begins after a name: at words that follow different names.
///
/// "PBI Financement des 3 ETP …", "APSA Financement des 2 ETP …" → at "Financement".
struct MixedDescriptions {
  private struct Seen {
    var rows = 0
    var names: Set<UInt64> = []
  }

  private var seen: [MixedRow.Group: [UInt64: Seen]] = [:]

  /// Learns from the rows of a table; `tails` are their tokens after the operation's title.
  init(_ rows: [MixedRow], tails: [[MixedToken]]) {
    for (row, tail) in zip(rows, tails) {
      guard let group = row.group else { continue }
      var name: UInt64 = 0
      for place in tail.indices {
        for key in Self.keys(tail, place) {
          seen[group, default: [:]][key, default: Seen()].rows += 1
          seen[group]?[key]?.names.insert(name)
        }
        name = (name ^ tail[place].key) &* 0x100_0000_01B3
      }
    }
  }

  /// The place in a row's tail where the description begins.
  func start(in tail: [MixedToken], of group: MixedRow.Group) -> Int? {
    tail.indices.first { place in
      zip(Self.keys(tail, place), [2, 3]).contains { key, least in
        guard let found = seen[group]?[key] else { return false }
        return found.rows >= least && found.names.count >= least
      }
    }
  }

  /// Keys for two words, the first of four letters or more, with three more after it, and for the
  /// first of them alone, which must be seen once more often.
  private static func keys(_ tail: [MixedToken], _ place: Int) -> [UInt64] {
    guard place > 0, place + 3 < tail.count, tail[place].kind == .word,
      tail[place].range.count >= 4, tail[place + 1].kind != .bar
    else { return [] }
    return [tail[place].key &* 31 &+ tail[place + 1].key, tail[place].key]
  }
}
