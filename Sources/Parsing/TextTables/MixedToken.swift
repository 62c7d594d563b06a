import Lexing
import PageModel

/// A word, a number or a column bar of a line in which OCR mixed the cells of a row.
struct MixedToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word
    case number
    /// What is left of the line between two columns: "|", "[", "{".
    case bar
    /// A character without letters or figures.
    case mark
  }

  var kind: Kind
  /// Where it stands in the folded line.
  var range: Range<Int>
  /// The same for words that differ only in letters which OCR confuses; zero without letters.
  var key: UInt64

  /// The tokens of a part of a folded line.
  static func tokens(_ bytes: [UInt8], in part: Range<Int>) -> [MixedToken] {
    var tokens: [MixedToken] = []
    var at = part.lowerBound
    while at < part.upperBound {
      if ASCII.isSpace(bytes[at]) {
        at += 1
      } else if isBar(bytes, at, part.upperBound) {
        tokens.append(MixedToken(kind: .bar, range: at..<(at + 1), key: 0))
        at += 1
      } else {
        let start = at
        while at < part.upperBound, !ASCII.isSpace(bytes[at]), bytes[at] != 0x7B { at += 1 }
        if at == start { at += 1 }
        tokens.append(MixedToken(bytes, start..<at))
      }
    }
    return tokens
  }

  /// A bar parts cells, save where it stands for the "l" of an article: "|'expérimentation".
  private static func isBar(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
    switch bytes[at] {
    case 0x7B: return true
    case 0x7C, 0x5B: return at + 1 >= end || bytes[at + 1] != 0x27
    default: return false
    }
  }

  private init(kind: Kind, range: Range<Int>, key: UInt64) {
    self.kind = kind
    self.range = range
    self.key = key
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.range = range
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    var letters = 0
    var digits = 0
    for byte in bytes[range] {
      guard let one = Confusions.shape(of: byte) else { continue }
      if ASCII.isDigit(byte) { digits += 1 } else { letters += 1 }
      key = (key ^ UInt64(one)) &* 0x100_0000_01B3
    }
    self.key = letters + digits == 0 ? 0 : key
    kind =
      letters > 0 ? .word : digits == range.count ? .number : digits > 0 ? .word : .mark
  }

  /// The letters and figures of the token, with those that OCR confuses made one.
  func skeleton(in bytes: [UInt8]) -> [UInt8] {
    bytes[range].compactMap(Confusions.shape(of:))
  }
}
