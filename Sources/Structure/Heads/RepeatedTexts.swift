import PageModel

/// The texts that stand in three places and more, digits aside: labels, never heads.
struct RepeatedTexts {
  /// How often a text may stand.
  static let most = 2

  /// The first of some places.
  private let start: Int
  /// For each place, the number of its text.
  private var texts: [Int] = []
  /// How often each text stands.
  private var counts: [Int] = []

  init(_ lines: [SeenLine], _ range: Range<Int>, except agenda: Range<Int>) {
    start = range.lowerBound
    var numbers: [[UInt8]: Int] = [:]
    numbers.reserveCapacity(range.count)
    texts.reserveCapacity(range.count)
    for place in range {
      var key = lines[place].key
      for index in key.indices where ASCII.isDigit(key[index]) { key[index] = UInt8(ascii: "#") }
      let text = numbers[key] ?? counts.count
      if text == counts.count {
        numbers[key] = text
        counts.append(0)
      }
      texts.append(text)
      if !agenda.contains(place), !key.isEmpty { counts[text] += 1 }
    }
  }

  /// Whether the text of a place is one of them.
  func holds(_ place: Int) -> Bool { counts[texts[place - start]] > Self.most }
}
