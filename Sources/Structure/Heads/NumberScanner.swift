import Lexing
import PageModel

/// Reads the number at the beginning of a line, byte by byte.
struct NumberScanner {
  let bytes: [UInt8]
  var at: Int
  let end: Int
  /// The mark that ended the last number.
  var mark: UInt8 = 0

  func byte(_ offset: Int = 0) -> UInt8 {
    let place = at + offset
    return place >= at && place < end ? bytes[place] : 0
  }

  mutating func skipSpace() {
    while at < end, byte() <= UInt8(ascii: " ") || isNoBreakSpace { at += byte() == 0xC2 ? 2 : 1 }
  }

  private var isNoBreakSpace: Bool { byte() == 0xC2 && byte(1) == 0xA0 }

  /// Signs without letters and digits at the beginning; the first byte of the first of them.
  mutating func bullet() -> UInt8? {
    var first: UInt8?
    while at < end {
      let value = byte()
      if isNoBreakSpace || value <= UInt8(ascii: " ") {
        skipSpace()
      } else if value == UInt8(ascii: "-") || value == UInt8(ascii: "*")
        || value == UInt8(ascii: "+")
        || value == UInt8(ascii: ">") || isGlyph || isLoneQuote
      {
        first = first ?? value
        at += value < 0x80 ? 1 : value < 0xE2 ? 2 : 3
      } else if value >= 0xE2, !isQuote {
        // Dashes, bullets and arrows, and glyphs of fonts without Unicode.
        first = first ?? (value == 0xE2 ? max(byte(2), 1) : value)
        at += value < 0xF0 ? 3 : 4
      } else if value == 0xC2, byte(1) == 0xB7 {
        first = first ?? 0xB7
        at += 2
      } else if Confusions.isBullet(value), byte(1) == UInt8(ascii: " ") || byte(1) == 0x09 {
        first = first ?? value
        at += 1
      } else {
        break
      }
    }
    at = min(at, end)
    return first
  }

  /// Whether a sign stands here as which recognition reads an arrow or the wall of a box, and the number
  /// of an act behind it: "? 2010/98", "| 2020-048", "À DE-2014/4".
  private var isGlyph: Bool {
    let isCapital = byte() == 0xC3 && (0x80...0x9E).contains(byte(1))
    let width = isCapital ? 2 : isQuote ? 3 : 1
    guard isCapital || isQuote || byte() == UInt8(ascii: "?") || byte() == UInt8(ascii: "|"),
      byte(width) == UInt8(ascii: " ")
    else { return false }
    var copy = self
    return copy.yearNumber(from: at + width + 1, isSigned: false) != nil
  }

  /// Whether a quotation mark stands here that nothing closes: a square bullet as recognition reads it.
  private var isLoneQuote: Bool {
    byte() == UInt8(ascii: "\"") && byte(1) == UInt8(ascii: " ")
      && !bytes[(at + 1)..<end].contains(UInt8(ascii: "\""))
  }

  private var isQuote: Bool {
    byte() == 0xE2 && byte(1) == 0x80 && (0x98...0x9F).contains(byte(2))
  }

  /// A word of ASCII letters and "é".
  mutating func word() -> (lowercased: String, range: Range<Int>)? {
    let start = at
    while at < end {
      let value = byte()
      if ASCII.isLetter(value | 0x20) && value >= 0x41 {
        at += 1
      } else if value == 0xC3 {
        at += 2
      } else {
        break
      }
    }
    guard at > start, at <= end else { return nil }
    return (FoldedText(bytes[start..<at]).string, start..<at)
  }

  /// A label of capitals with points: "D.C.M."; nothing is skipped where none stands.
  mutating func abbreviation() -> String? {
    let start = at
    var letters = ""
    while (0x41...0x5A).contains(byte()), byte(1) == UInt8(ascii: ".") {
      letters.append(Character(UnicodeScalar(byte() | 0x20)))
      at += 2
    }
    if letters.count > 1 { return letters }
    at = start
    return nil
  }

  /// A number before its label: "1er point", "2ème question"; nothing is skipped where none stands.
  mutating func ordinal(before labels: Set<String>) -> (
    value: Int, label: String, printed: Range<Int>
  )? {
    let start = at
    while ASCII.isDigit(byte()), at - start < 2 { at += 1 }
    let end = at
    if end > start, let suffix = word(), Self.suffixes.contains(suffix.lowercased),
      byte() == UInt8(ascii: " ")
    {
      skipSpace()
      if let label = word(), labels.contains(label.lowercased) {
        let value = ASCII.number(bytes[start..<end])
        return (value, label.lowercased, start..<end)
      }
    }
    at = start
    return nil
  }

  private static let suffixes: Set<String> = ["er", "ere", "e", "eme", "nd", "nde"]

  /// Skips "n°", "N °", "numéro", "no"; whether one stood there.
  @discardableResult
  mutating func skipNumberSign() -> Bool {
    let start = at
    skipSpace()
    if byte() | 0x20 == UInt8(ascii: "n") {
      at += 1
      skipSpace()
      if byte() == 0xC2, byte(1) == 0xB0 || byte(1) == 0xBA {
        at += 2
        skipSpace()
        return true
      }
      if byte() | 0x20 == UInt8(ascii: "o"), !ASCII.isLetter(byte(1) | 0x20) {
        at += 1
        if byte() == UInt8(ascii: ".") { at += 1 }
        skipSpace()
        return true
      }
      at = start
      let saved = at
      skipSpace()
      if let word = word(), word.lowercased == "numero" {
        skipSpace()
        return true
      }
      at = saved
    }
    skipSpace()
    // A speck behind the label is read as a point: "POINT. 6".
    if byte() == UInt8(ascii: ":") || byte() == UInt8(ascii: ".") && byte(1) == UInt8(ascii: " ") {
      at += 1
      skipSpace()
    }
    return false
  }

  /// Skips "de délibération :", "de la délibération", "d'ordre :" behind "n°"; the word that the number is
  /// of.
  mutating func ownLabel() -> String? {
    let start = at
    for place in 0..<3 {
      while at < end, byte() <= UInt8(ascii: " ") || byte() == UInt8(ascii: "'") || isQuote {
        at += isQuote ? 3 : 1
      }
      guard let next = word() else { break }
      if place > 0, ["deliberation", "ordre", "acte"].contains(next.lowercased) {
        skipNumberSign()
        return next.lowercased == "ordre" ? "acte" : next.lowercased
      }
      guard ["d", "de", "l", "la"].contains(next.lowercased) else { break }
    }
    at = start
    return nil
  }

  /// "3", "7.1", "12" behind a label, or with a mark that parts it from a text.
  mutating func decimal(isLabelled: Bool) -> (values: [Int], printed: Range<Int>)? {
    skipSpace()
    let start = at
    var values: [Int] = []
    var last = at
    while ASCII.isDigit(byte()), values.count < 4 {
      var number = 0
      let begin = at
      while ASCII.isDigit(byte()), at - begin < 4 {
        number = number * 10 + Int(byte() & 0x0F)
        at += 1
      }
      guard !ASCII.isDigit(byte()), at - begin <= 3 else { return nil }
      values.append(number)
      last = at
      let next = byte()
      guard next == UInt8(ascii: ".") || next == UInt8(ascii: "-"), ASCII.isDigit(byte(1)) else {
        break
      }
      at += 1
    }
    guard !values.isEmpty, values.count < 4 || !ASCII.isDigit(byte()) else { return nil }
    at = last
    if endsNumber(isLabelled: isLabelled) { return (values, start..<last) }
    // "4.1 Compte administratif": two parts and a capital behind them.
    at = last
    guard values.allSatisfy({ $0 < 100 }), byte() == UInt8(ascii: " ") else { return nil }
    skipSpace()
    guard opensCapital else { return nil }
    mark = values.count > 1 ? UInt8(ascii: " ") : Self.bare
    return (values, start..<last)
  }

  /// Whether a mark parts the number from its text: ".", ")", "°", "-", "/", ":"; behind a label the
  /// end of the line or a space does too.
  private mutating func endsNumber(isLabelled: Bool) -> Bool {
    let saved = at
    if byte() == 0xC2, byte(1) == 0xB0 || byte(1) == 0xBA {
      mark = 0xB0
      at += 2
    }
    let isSpaced = byte() <= UInt8(ascii: " ")
    let isTab = byte() == 0x09
    skipSpace()
    let value = byte()
    switch value {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: "-"),
      UInt8(ascii: "/"):
      // "3.50 €" and "1/2" are amounts and parts.
      if !isSpaced, value != UInt8(ascii: ")"), ASCII.isDigit(byte(1)) { break }
      mark = value
      at += 1
      while byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: ")")
        || byte() == UInt8(ascii: "/")
      { at += 1 }
      return true
    // A full stop that was recognised as a comma, with a wide gap behind it.
    case UInt8(ascii: ",") where byte(1) == 0x09:
      mark = UInt8(ascii: ".")
      at += 1
      return true
    case 0xE2 where byte(1) == 0x80 && (0x90...0x95).contains(byte(2)):
      mark = UInt8(ascii: "-")
      at += 3
      return true
    case 0xE2 where byte(1) == 0x88 && byte(2) == 0x92:
      mark = UInt8(ascii: "-")
      at += 3
      return true
    default: break
    }
    if mark == 0xB0 { return true }
    if isLabelled || isTab || saved == end {
      mark = UInt8(ascii: " ")
      return true
    }
    return false
  }

  /// The mark of a number behind which nothing but a space stands: "3 Budget", "3 Abstentions".
  static let bare: UInt8 = 1

  /// Whether a byte is part of a word; those of accented letters are above ASCII.
  func isWordByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte | 0x20) || ASCII.isDigit(byte) || byte >= 0x80
  }

  private var opensCapital: Bool {
    (0x41...0x5A).contains(byte()) || byte() == 0xC3 && (0x80...0x9E).contains(byte(1))
  }

  /// A roman number or one letter, alone or with numbers behind it, and a mark: "II.", "B -", "a)",
  /// "I.1".
  mutating func counted() -> (form: HeadNumber.Form, path: [Int], printed: Range<Int>)? {
    let start = at
    if (0x61...0x7A).contains(byte()) {
      let value = Int(byte()) - 0x60
      at += 1
      let isClosed = byte() == UInt8(ascii: ")")
      guard endsNumber(isLabelled: false) else { return nil }
      skipSpace()
      return isClosed || opensCapital ? (.letter, [value], start..<start + 1) : nil
    }
    while (0x41...0x5A).contains(byte()), at - start < 6 { at += 1 }
    guard at > start, !isWordByte(byte()) else { return nil }
    let letters = bytes[start..<at]
    let roman = Self.roman(letters)
    guard roman != nil || letters.count == 1 else { return nil }
    // "M. Martin" is a man.
    if letters.count == 1, letters.first == UInt8(ascii: "M"), byte() == UInt8(ascii: ".") {
      return nil
    }
    if letters.count == 1, isArticle(letters) { return nil }
    let isRoman =
      roman != nil && (letters.count > 1 || [0x49, 0x56, 0x58].contains(letters.first ?? 0))
    let first = isRoman ? roman ?? 0 : Int(letters.first ?? 0) - 0x40
    let form = isRoman ? HeadNumber.Form.roman : .letter
    let end = at
    if byte() == UInt8(ascii: ".") || byte() == UInt8(ascii: "-"), ASCII.isDigit(byte(1)) {
      at += 1
      if let parts = decimal(isLabelled: true), parts.values.allSatisfy({ $0 < 100 }) {
        return (form, [first] + parts.values, start..<parts.printed.upperBound)
      }
      at = end
    }
    guard endsNumber(isLabelled: false) else { return nil }
    return (form, [first], start..<end)
  }

  /// Whether the letter before the place is that of an article of a code.
  ///
  /// "L. 2122-22".
  private func isArticle(_ letter: ArraySlice<UInt8>) -> Bool {
    guard let first = letter.first, [0x4C, 0x52, 0x44].contains(first), byte() == UInt8(ascii: ".")
    else { return false }
    var copy = self
    copy.at += 1
    copy.skipSpace()
    return (0..<3).allSatisfy { ASCII.isDigit(copy.byte($0)) }
  }

  private static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
    let values: [UInt8: Int] = [0x49: 1, 0x56: 5, 0x58: 10, 0x4C: 50]
    var sum = 0
    var last = 0
    for letter in letters.reversed() {
      guard let value = values[letter] else { return nil }
      sum += value < last ? -value : value
      last = max(last, value)
    }
    return sum > 0 && sum < 90 ? sum : nil
  }

  /// Where the text behind the number begins.
  func textStart() -> Int {
    var copy = self
    copy.skipSpace()
    while copy.at < end {
      switch copy.byte() {
      case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ")"),
        UInt8(ascii: "|"):
        copy.at += 1
      case 0xE2 where copy.byte(1) == 0x80 && (0x90...0x95).contains(copy.byte(2)): copy.at += 3
      default: return min(copy.at, end)
      }
      copy.skipSpace()
    }
    return min(copy.at, end)
  }
}
