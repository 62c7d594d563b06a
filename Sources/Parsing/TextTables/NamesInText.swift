import DeliberationModel
import PageModel

/// Where a name ends that runs into a description in words, when no other row of the operation says
/// it: after the words that the rest of the document prints together too.
enum NamesInText {
  /// Descriptions in words have at least this many words with the name.
  private static let least = 6

  /// Whether the tail of a row may hold more than a name: it is long and holds no figure, and the
  /// one before the sum is none or a year ("… pour l'année 2025 500 000,00 €").
  static func mayHold(_ tail: [MixedToken], _ row: MixedRow) -> Bool {
    guard let money = row.head.money, tail.count >= least else { return false }
    guard !tail.contains(where: { $0.kind == .number }) else { return false }
    let bytes = row.head.folded.bytes
    let left = money.groups.dropLast(money.split(of: bytes, after: .name).count)
    guard let last = left.last else { return true }
    return last.count == 4 && (1990...2040).contains(ASCII.number(bytes[last]))
  }

  /// The place after the name in the tail of a row.
  static func end(of tail: [MixedToken], _ row: MixedRow, in document: Document) -> Int? {
    let offsets = row.head.folded.offsets
    let start = offsets[tail[0].range.lowerBound]
    let ends = tail.map { offsets[$0.range.upperBound] }
    var counts = Array(repeating: 0, count: tail.count)
    let bytes = document.bytes
    var at = 0
    while at + ends[1] - start < bytes.count {
      if bytes[at] == bytes[start], at != start {
        var length = 0
        while start + length < ends[ends.count - 1], at + length < bytes.count,
          bytes[at + length] == bytes[start + length]
        {
          length += 1
        }
        if length > 6, let last = ends.lastIndex(where: { $0 <= start + length }) {
          for index in 0...last { counts[index] += 1 }
        }
      }
      at += 1
    }
    guard let last = counts.lastIndex(where: { $0 >= 2 }), last >= 1, last + 1 < tail.count else {
      return nil
    }
    return last + 1
  }
}
