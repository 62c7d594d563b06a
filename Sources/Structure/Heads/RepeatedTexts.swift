import PageModel

/// The texts that stand in three places and more, digits aside: labels, never heads.
struct RepeatedTexts {
  /// How often a text may stand.
  static let most = 2

  private var counts: [[UInt8]: Int] = [:]

  init(_ lines: [SeenLine], _ range: Range<Int>, except agenda: Range<Int>) {
    for place in range where !agenda.contains(place) && !lines[place].key.isEmpty {
      counts[Self.masked(lines[place].key), default: 0] += 1
    }
  }

  func holds(_ line: SeenLine) -> Bool { (counts[Self.masked(line.key)] ?? 0) > Self.most }

  private static func masked(_ key: [UInt8]) -> [UInt8] {
    key.map { ASCII.isDigit($0) ? UInt8(ascii: "#") : $0 }
  }
}
