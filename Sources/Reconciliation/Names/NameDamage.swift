import Lexing
import PageModel

/// Tells what recognition can have made of a name.
enum NameDamage {
  /// Whether a name holds a sign that no name does: "(ME!", "€CAS", "4A)".
  static func shows(in name: String) -> Bool {
    var depth = 0
    for scalar in name.unicodeScalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth -= 1
      case _ where signs.contains(scalar): return true
      default: break
      }
      if depth < 0 { return true }
    }
    return depth != 0
  }

  private static let signs: Set<Unicode.Scalar> = [
    "!", "{", "}", "[", "]", "|", "\\", "_", "~", "^", "@", "#", "*", "=", "<", ">", "%", "$", "€",
    "¢", "£", "©",
  ]

  /// Whether the letter in which two names differ is one that recognition takes for the other.
  ///
  /// Capitals and figures are confused with those of their shape, "FIEP" with `FJEP` and not with
  /// `MJEP`; small letters with any; and any letter may be lost.
  static func isPlausible(_ one: String, _ other: String) -> Bool {
    let (left, right) = (letters(of: one), letters(of: other))
    guard left.count == right.count else { return true }
    let differing = zip(left, right).filter { $0.folded != $1.folded }
    return differing.allSatisfy { one, other in
      guard one.isLarge, other.isLarge else { return true }
      return Confusions.weight(one.folded, other.folded) != .never
    }
  }

  /// The letters and figures of a name, folded, and whether each is a capital or a figure.
  private static func letters(of name: String) -> [(folded: UInt8, isLarge: Bool)] {
    let printed = Array(name.utf8)
    let folded = FoldedText(printed[...])
    return folded.bytes.indices.compactMap { index in
      let byte = folded.bytes[index]
      if ASCII.isDigit(byte) { return (byte, true) }
      guard ASCII.isLetter(byte) else { return nil }
      let range = folded.offsets[index]..<folded.offsets[index + 1]
      return (byte, printed[range].first.map { $0 &- 0x41 < 26 } ?? false)
    }
  }
}
