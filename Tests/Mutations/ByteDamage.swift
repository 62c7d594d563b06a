import TestSupport

/// Damages that a hostile hand does to bytes.
enum ByteDamage {
  /// What programs trip over: numbers that no integer holds, brackets that nest, marks of other
  /// encodings, heads of other formats.
  private static let tokens: [[UInt8]] =
    [
      "99999999999999999999", "-9223372036854775808", "0", "1e400", "NaN", "((((((((", "))))",
      "[[[[[[[[", "{{{{", "<<<<", "%PDF-1.7\n", "endobj", "stream\n", "\u{202E}", "\u{FEFF}",
      "Article ", "Pour : ", "Contre : ", "1 234 567 890 123 456,78 €", "€", "\t\t\t\t", "\n\n\n",
      "\u{0C}", "31/12/9999", "n° ", "&a [*a, *a]", "- ", ": ", "\"", "\\u0000", "null,",
    ].map { Array($0.utf8) } + [[0], [0xFF, 0xFE], [0xC3], [0xF0, 0x9F], [0x80, 0x80]]

  /// One of some seeds with one to eight damages.
  static func mutant(of seeds: [[UInt8]], using random: inout SeededGenerator) -> [UInt8] {
    guard var bytes = seeds.randomElement(using: &random) else { return [] }
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      damage(&bytes, other: seeds.randomElement(using: &random) ?? [], using: &random)
    }
    return bytes
  }

  private static func damage(
    _ bytes: inout [UInt8],
    other: [UInt8],
    using random: inout SeededGenerator
  ) {
    let some = range(in: bytes, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1:
      for _ in 0..<4 {
        guard let place = bytes.indices.randomElement(using: &random) else { return }
        bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      }
    case 2: bytes.removeSubrange(some)
    case 3: bytes.insert(contentsOf: bytes[some], at: some.lowerBound)
    case 4:
      let part = Array(bytes[some].prefix(64))
      bytes.insert(contentsOf: Array(repeating: part, count: 64).joined(), at: some.lowerBound)
    case 5: bytes.replaceSubrange(some, with: other[range(in: other, using: &random)])
    case 6: bytes.removeSubrange(some.lowerBound...)
    case 7:
      // Figures become many figures.
      guard let digit = bytes[some].firstIndex(where: { (0x30...0x39).contains($0) }) else {
        return
      }
      bytes.insert(contentsOf: Array(repeating: bytes[digit], count: 30), at: digit)
    default:
      guard let token = tokens.randomElement(using: &random) else { return }
      bytes.insert(contentsOf: token, at: some.lowerBound)
    }
  }

  private static func range(in bytes: [UInt8], using random: inout SeededGenerator) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    return start..<min(bytes.count, start + Int.random(in: 0...400, using: &random))
  }
}
