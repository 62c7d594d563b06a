public import PageModel

/// What kinds of line the end of an act is made of.
public enum ConclusionLine {
  /// Whether a line gives a place and a date: "ARRAS, le 15 mai 2023", "Fait à X, le 12 mars 2024".
  public static func isPlaceAndDate(_ folded: FoldedText) -> Bool {
    guard let comma = folded.bytes.firstIndex(of: 0x2C), comma <= 50, comma > 1 else {
      return false
    }
    let rest = String(decoding: folded.bytes[(comma + 1)...].prefix(5), as: UTF8.self)
    let opening = rest.drop { $0 == " " || $0 == "\t" }
    guard opening.hasPrefix("le ") || opening.hasPrefix("ie ") || opening.hasPrefix("1e ") else {
      return false
    }
    guard let date = DateScanner.first(in: folded, from: comma) else { return false }
    guard opensDate(folded.bytes[(comma + 1)..<date.range.lowerBound]) else { return false }
    return date.range.lowerBound - comma <= 16 && folded.bytes.count - date.range.upperBound <= 3
  }

  /// Whether words lead to the date of a signature: "le", "le lundi"; "le décret du" is prose.
  private static func opensDate(_ words: ArraySlice<UInt8>) -> Bool {
    let letters = String(decoding: words.filter(ASCII.isLetter).dropFirst(2), as: UTF8.self)
    return letters.isEmpty || letters.hasSuffix("di") || letters.hasSuffix("dimanche")
  }

  /// Whether a line is a rule of dots, stars or dashes, or what OCR makes of one ("kkkkhkk").
  public static func isRule(_ folded: FoldedText) -> Bool {
    guard folded.bytes.count >= 4 else { return false }
    if folded.bytes.allSatisfy(isMark) { return true }
    return folded.bytes.count >= 8 && folded.bytes.allSatisfy(isAsterisk)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2A, 0x2D, 0x5F, 0x3D, 0x20, 0x09, 0x2C, 0x27, FoldedText.other: true
    default: false
    }
  }

  /// A "*", or what OCR takes it for.
  private static func isAsterisk(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x6B, 0x68, 0x2A, 0x20, 0x78: true
    default: false
    }
  }

  /// Whether a line is a name and nothing else: "Christian DERUY".
  public static func isName(_ line: ArraySlice<UInt8>) -> Bool {
    guard mayBeName(line) else { return false }
    var words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    if let first = words.first, ["M.", "Mme", "Monsieur", "Madame", "Mr"].contains(first) {
      words.removeFirst()
    }
    guard (2...5).contains(words.count) else { return false }
    var hasGiven = false
    var hasFamily = false
    for word in words {
      let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
      guard let first = letters.first, first.properties.isUppercase else { return false }
      guard
        letters.count == word.unicodeScalars.count(where: { !"-'’.".unicodeScalars.contains($0) })
      else { return false }
      if letters.count > 1, letters.allSatisfy(\.properties.isUppercase) {
        hasFamily = true
      } else {
        hasGiven = true
      }
    }
    return hasGiven && hasFamily
  }

  /// Whether a line has no sign of ASCII that names have not, and no word that begins small.
  private static func mayBeName(_ line: ArraySlice<UInt8>) -> Bool {
    var opensWord = true
    for byte in line {
      if byte == 0x20 || byte &- 0x09 < 5 {
        opensWord = true
        continue
      }
      switch byte {
      case 0x61...0x7A: if opensWord { return false }
      case 0x41...0x5A, 0x27, 0x2D, 0x2E, 0x80...: break
      default: return false
      }
      opensWord = false
    }
    return true
  }
}
