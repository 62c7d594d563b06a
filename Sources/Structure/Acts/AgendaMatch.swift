import PageModel

/// Tells which items of an agenda no head of the minutes takes up.
///
/// Heads often say an item in other words: "RODP 2024 électricité" becomes "Redevance d'occupation du
/// domaine public électricité 2024".
struct AgendaMatch {
  /// The share of the words of the shorter text that the other must have.
  static let share = 0.5
  /// How many letters of two words must be the same.
  private static let stem = 5

  private let items: [Set<[UInt8]>]
  private let heads: [Set<[UInt8]>]
  /// For each head the item that it repeats.
  private let itemOfHead: [Int?]

  /// Takes the texts of the items, and of the heads with the item that each repeats word for word.
  init(items: [FoldedText], heads: [(text: FoldedText, item: Int?)]) {
    self.items = items.map(Self.stems)
    self.heads = heads.map { Self.stems($0.text) }
    itemOfHead = heads.map(\.item)
  }

  /// The items that are neither named nor taken up by a head in other words, or in the only place that
  /// is left for them.
  func missing(named: Set<Int>) -> [Int] {
    var heads = itemOfHead
    var open = items.indices.filter { !named.contains($0) && !heads.contains($0) }
    for item in open {
      let free = self.heads.indices.filter { heads[$0] == nil }
      let best = free.max {
        Self.likeness(items[item], self.heads[$0]) < Self.likeness(items[item], self.heads[$1])
      }
      if let best, Self.likeness(items[item], self.heads[best]) >= Self.share { heads[best] = item }
    }
    open.removeAll { heads.contains($0) }
    return open.filter { !isOnlyPlace($0, open, heads, named) }
  }

  /// Whether between the items on either side stand as many heads that repeat nothing as items that
  /// nothing repeats.
  private func isOnlyPlace(_ item: Int, _ open: [Int], _ heads: [Int?], _ named: Set<Int>) -> Bool {
    let before = heads.lastIndex { $0.map { $0 < item } ?? false }
    let after = heads.firstIndex { $0.map { $0 > item } ?? false } ?? heads.count
    let low = before.flatMap { heads[$0] } ?? -1
    let high = after < heads.count ? heads[after] ?? items.count : items.count
    let start = before.map { $0 + 1 } ?? 0
    guard start < after else { return false }
    return heads[start..<after].count { $0 == nil } == open.count { low < $0 && $0 < high }
  }

  private static func likeness(_ left: Set<[UInt8]>, _ right: Set<[UInt8]>) -> Double {
    let least = min(left.count, right.count)
    return least == 0 ? 0 : Double(left.intersection(right).count) / Double(least)
  }

  private static func stems(_ text: FoldedText) -> Set<[UInt8]> {
    let words = text.bytes.split { !ASCII.isLetter($0) && !ASCII.isDigit($0) }
    return Set(words.filter { $0.count > 3 }.map { Array($0.prefix(stem)) })
  }
}
