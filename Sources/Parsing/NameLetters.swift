import PageModel

/// The letters of a name in UTF-8, and whether they are capitals.
///
/// ASCII and Latin-1 by number: `Unicode.Scalar.Properties` costs more than the rest of a name.
enum NameLetters {
  /// A letter of a name.
  enum Letter {
    case capital
    case small
  }

  /// The character at an offset, which moves behind it; nothing where it is no letter.
  static func letter(in text: ArraySlice<UInt8>, at offset: inout Int) -> Letter? {
    let lead = text[offset]
    if lead < 0x80 {
      offset += 1
      return lead &- 0x41 < 26 ? .capital : ASCII.isLetter(lead) ? .small : nil
    }
    var end = offset + 1
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end += 1 }
    defer { offset = end }
    guard lead > 0xC3 || end - offset != 2 else {
      return lead == 0xC3 ? latin(text[offset + 1]) : nil
    }
    guard
      let scalar = String(decoding: text[offset..<end], as: UTF8.self).unicodeScalars.first,
      scalar.properties.isAlphabetic
    else { return nil }
    return scalar.properties.isUppercase ? .capital : .small
  }

  /// The next letter at or after an offset, which moves behind it.
  static func next(in text: ArraySlice<UInt8>, at offset: inout Int) -> Letter? {
    while offset < text.endIndex {
      if let letter = letter(in: text, at: &offset) { return letter }
    }
    return nil
  }

  /// Whether the first character is a capital.
  static func opensWithCapital(_ text: ArraySlice<UInt8>) -> Bool {
    var at = text.startIndex
    return at < text.endIndex && letter(in: text, at: &at) == .capital
  }

  /// Whether any letter is small.
  static func holdsSmall(_ text: ArraySlice<UInt8>) -> Bool {
    var at = text.startIndex
    while let letter = next(in: text, at: &at) {
      if letter == .small { return true }
    }
    return false
  }

  /// U+00C0 to U+00FF by the second byte of their UTF-8; "×" and "÷" are no letters.
  private static func latin(_ second: UInt8) -> Letter? {
    switch second {
    case 0x97, 0xB7: nil
    case 0x80...0x9E: .capital
    default: .small
    }
  }
}
