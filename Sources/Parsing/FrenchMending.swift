import Lexing
import PageModel

/// Mends what OCR does to the small words of French prose: ordinals and elided articles.
///
/// "I'accés" → `l'accés`, "[I'épanouissement" → `l'épanouissement`, "2°™ commission" →
/// `2ème commission`, "1° commission" → `1ère commission`, "l’ Agence" → `l’Agence`,
/// "ler janvier" → `1er janvier`. Nothing else is changed.
enum FrenchMending {
  /// The mended text with the printed one beside it where the two differ.
  static func mended(_ text: String) -> (value: String, raw: String?) {
    guard canNeedMending(text) else { return (text, nil) }
    var out = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var at = 0
    while at < scalars.count {
      if let length = elision(scalars, at) {
        out.append("l")
        at += length
      } else if isParted(scalars, at) {
        at += 1
      } else if isFirstOfMonth(scalars, at) {
        out.append("1")
        at += 1
      } else if let ordinal = ordinal(scalars, at) {
        out.append(contentsOf: ordinal.text.unicodeScalars)
        at += ordinal.length
      } else {
        out.append(scalars[at])
        at += 1
      }
    }
    let value = String(out)
    return value == text ? (text, nil) : (value, text)
  }

  /// A test of bytes: "I", "|" or "[" before an apostrophe, a space behind one, "°", "ler" or "Ier".
  private static func canNeedMending(_ text: String) -> Bool {
    var last: UInt8 = 0
    var word: UInt32 = 0
    for byte in text.utf8 {
      word = word << 8 | UInt32(byte)
      if byte == 0x27 || byte == 0xE2, Confusions.isElided(last) { return true }
      if byte == 0xB0, last == 0xC2 { return true }
      if byte == 0x20, last == 0x27 || last == 0x99 { return true }
      if word == 0x6C65_7220 || word == 0x4965_7220 { return true }
      last = byte
    }
    return false
  }

  /// Whether a space parts an elided word from the next one: "l’ Agence".
  private static func isParted(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    guard scalars[at] == " ", at > 1, at + 1 < scalars.count, ["'", "’"].contains(scalars[at - 1]),
      "ldnscjmtLDNSCJMT".unicodeScalars.contains(scalars[at - 2]),
      at == 2 || !scalars[at - 3].properties.isAlphabetic
    else { return false }
    let next = FoldedText(String(scalars[at + 1])).bytes.first ?? 0
    return "aeiouhy".utf8.contains(next)
  }

  /// Whether a letter stands for the figure of a date: "ler janvier", "Ier juillet".
  private static func isFirstOfMonth(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    guard scalars[at] == "l" || scalars[at] == "I", at + 5 < scalars.count,
      at == 0 || !scalars[at - 1].properties.isAlphabetic,
      scalars[(at + 1)...].starts(with: "er ".unicodeScalars)
    else { return false }
    let word = FoldedText(
      String(String.UnicodeScalarView(scalars[(at + 4)...].prefix { $0.properties.isAlphabetic }))
    )
    return months.contains(word.key)
  }

  private static let months: Set<String> = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre", "decembre",
  ]

  /// The length of what stands for the "l" of an elided article, before its apostrophe.
  private static func elision(_ scalars: [Unicode.Scalar], _ at: Int) -> Int? {
    var length = 0
    if scalars[at] == "[" || scalars[at] == "|" { length = 1 }
    if at + length < scalars.count, scalars[at + length] == "I" { length += 1 }
    guard length > 0, at == 0 || !scalars[at - 1].properties.isAlphabetic else { return nil }
    guard length > 0, at + length + 1 < scalars.count else { return nil }
    guard ["'", "’"].contains(scalars[at + length]), scalars[at] != "|" || length == 1 else {
      return nil
    }
    let next = FoldedText(String(scalars[at + length + 1])).bytes.first ?? 0
    return "aeiouhy".utf8.contains(next) ? length : nil
  }

  /// A damaged ordinal: a number of one or two digits, "°", and what is left of "ème" or "ère".
  private static func ordinal(
    _ scalars: [Unicode.Scalar],
    _ at: Int
  ) -> (text: String, length: Int)? {
    guard isDigit(scalars[at]),
      at == 0 || !(isDigit(scalars[at - 1]) || scalars[at - 1].properties.isAlphabetic)
    else { return nil }
    var end = at
    while end < scalars.count, isDigit(scalars[end]), end - at < 3 { end += 1 }
    guard end > at, end < scalars.count, scalars[end] == "°" else { return nil }
    let number = String(String.UnicodeScalarView(scalars[at..<end]))
    var tail = end + 1
    while tail < scalars.count, scalars[tail] == "™" || scalars[tail] == "\"" { tail += 1 }
    guard tail + 1 < scalars.count, scalars[tail] == " " else { return nil }
    guard scalars[tail + 1].properties.isLowercase else { return nil }
    let word = String(String.UnicodeScalarView(scalars[(tail + 1)...].prefix(10)))
    let isFeminine = ["commission", "réunion", "session", "phase", "partie", "année", "séance"]
      .contains { noun in word.hasPrefix(noun) }
    let ending = number == "1" ? (isFeminine ? "ère" : "er") : "ème"
    return (number + ending, tail - at)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}
