/// A text in which case, accents, ligatures, quote styles and the amount of white space no longer
/// count, with the way back to the printed bytes.
///
/// Letters are lower-case ASCII ("É" → `e`, "œ" → `oe`), every run of white space is one space, or
/// one tab where the run holds a tab, "°" is `o` ("n°" → `no`), every apostrophe is `'`, every dash
/// `-`, every double quote `"`, and "€" is the byte `FoldedText.euro`.
public struct FoldedText: Sendable {
  /// The byte that stands for "€".
  public static let euro: UInt8 = 0x80
  /// The byte that stands for any other character outside ASCII.
  public static let other: UInt8 = 0x1A

  /// The folded bytes.
  public private(set) var bytes: [UInt8] = []
  /// For each folded byte the offset of its character in the bytes that were folded; one more entry
  /// holds the offset after the last of them.
  public private(set) var offsets: [UInt32] = []

  /// Folds a text.
  public init(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  /// Folds bytes of UTF-8; `offsets` count in the array that the slice belongs to.
  public init(_ source: ArraySlice<UInt8>) {
    bytes.reserveCapacity(source.count)
    offsets.reserveCapacity(source.count + 1)
    var at = source.startIndex
    while at < source.endIndex {
      // Most of French is small ASCII letters, which are themselves.
      var end = at
      while end < source.endIndex, ASCII.isLetter(source[end]) { end += 1 }
      if end > at {
        bytes.append(contentsOf: source[at..<end])
        for offset in UInt32(truncatingIfNeeded: at)..<UInt32(truncatingIfNeeded: end) {
          offsets.append(offset)
        }
        at = end
      } else {
        at = append(source, at)
      }
    }
    offsets.append(UInt32(source.endIndex))
  }

  /// Folds the character at an offset and returns the offset after it.
  @inline(__always)
  private mutating func append(_ source: ArraySlice<UInt8>, _ at: Int) -> Int {
    let byte = source[at]
    if byte < 0x80 {
      switch byte {
      case 0x41...0x5A: put(byte | 0x20, at)
      case 0x09: putSpace(tab: true, at)
      case 0x20, 0x0A, 0x0C, 0x0D: putSpace(tab: false, at)
      case 0x60: put(0x27, at)
      default: put(byte, at)
      }
      return at + 1
    }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard at + length <= source.endIndex else {
      put(Self.other, at)
      return source.endIndex
    }
    let second = source[at + 1]
    switch (byte, second) {
    case (0xC3, _): putLatin(second, at)
    case (0xC2, 0xA0): putSpace(tab: false, at)
    case (0xC2, 0xAD): break
    case (0xC2, 0xAB), (0xC2, 0xBB): put(0x22, at)
    case (0xC2, 0xB0), (0xC2, 0xBA): put(0x6F, at)
    case (0xC2, 0xB4): put(0x27, at)
    case (0xC2, 0xB2): put(0x32, at)
    case (0xC5, 0x92), (0xC5, 0x93): put2(0x6F, 0x65, at)
    case (0xC5, 0xB8): put(0x79, at)
    case (0xC5, 0xA0), (0xC5, 0xA1): put(0x73, at)
    case (0xE2, 0x80): putPunctuation(source[at + 2], at)
    case (0xE2, 0x82) where source[at + 2] == 0xAC: put(Self.euro, at)
    case (0xE2, 0x88) where source[at + 2] == 0x92: put(0x2D, at)
    case (0xEF, 0xAC): putLigature(source[at + 2], at)
    default: put(Self.other, at)
    }
    return at + length
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8, _ at: Int) {
    bytes.append(byte)
    offsets.append(UInt32(at))
  }

  private mutating func put2(_ first: UInt8, _ second: UInt8, _ at: Int) {
    put(first, at)
    put(second, at)
  }

  @inline(__always)
  private mutating func putSpace(tab: Bool, _ at: Int) {
    if let last = bytes.last, last == 0x20 || last == 0x09 {
      if tab { bytes[bytes.count - 1] = 0x09 }
      return
    }
    put(tab ? 0x09 : 0x20, at)
  }

  /// U+00C0 to U+00FF by the second byte of their UTF-8.
  private mutating func putLatin(_ second: UInt8, _ at: Int) {
    switch second | 0x20 {
    case 0xA0...0xA5: put(0x61, at)
    case 0xA6: put2(0x61, 0x65, at)
    case 0xA7: put(0x63, at)
    case 0xA8...0xAB: put(0x65, at)
    case 0xAC...0xAF: put(0x69, at)
    case 0xB1: put(0x6E, at)
    case 0xB2...0xB6, 0xB8: put(0x6F, at)
    case 0xB9...0xBC: put(0x75, at)
    case 0xBD, 0xBF: put(0x79, at)
    default: put(Self.other, at)
    }
  }

  /// U+2000 to U+203F by the third byte of their UTF-8.
  private mutating func putPunctuation(_ third: UInt8, _ at: Int) {
    switch third {
    case 0x80...0x8A, 0xAF: putSpace(tab: false, at)
    case 0x8B...0x8F: break
    case 0x90...0x95: put(0x2D, at)
    case 0x98...0x9B: put(0x27, at)
    case 0x9C...0x9F: put(0x22, at)
    case 0xA6: put(0x2E, at)
    default: put(Self.other, at)
    }
  }

  /// The ligatures ff, fi, fl, ffi, ffl by the third byte of their UTF-8.
  private mutating func putLigature(_ third: UInt8, _ at: Int) {
    let parts: [[UInt8]] = [
      [0x66, 0x66], [0x66, 0x69], [0x66, 0x6C], [0x66, 0x66, 0x69], [0x66, 0x66, 0x6C],
    ]
    let index = Int(third) - 0x80
    guard parts.indices.contains(index) else {
      put(Self.other, at)
      return
    }
    for byte in parts[index] { put(byte, at) }
  }
}

extension FoldedText {
  /// The index of the first occurrence of a folded phrase at or after an index.
  public func firstIndex(of phrase: StaticString, from start: Int = 0) -> Int? {
    phrase.withUTF8Buffer { needle in
      let count = needle.count
      guard count > 0, bytes.count >= count, start <= bytes.count - count else { return nil }
      let first = unsafe needle[0]
      var at = start
      while at <= bytes.count - count {
        if bytes[at] == first {
          var matched = 1
          while matched < count, bytes[at + matched] == (unsafe needle[matched]) { matched += 1 }
          if matched == count { return at }
        }
        at += 1
      }
      return nil
    }
  }

  /// The index of the first occurrence of another folded text.
  public func firstIndex(of other: FoldedText) -> Int? {
    let needle = other.bytes
    guard let first = needle.first, needle.count <= bytes.count else { return nil }
    for at in 0...(bytes.count - needle.count) where bytes[at] == first {
      if bytes[at..<at + needle.count].elementsEqual(needle) { return at }
    }
    return nil
  }

  /// Whether a folded phrase occurs.
  public func contains(_ phrase: StaticString) -> Bool {
    firstIndex(of: phrase) != nil
  }

  /// Whether the text begins with a folded phrase.
  public func starts(with phrase: StaticString) -> Bool {
    phrase.withUTF8Buffer { needle in
      guard bytes.count >= needle.count else { return false }
      for index in 0..<needle.count where bytes[index] != (unsafe needle[index]) { return false }
      return true
    }
  }

  /// The folded text as a string, for keys and tests.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Letters and digits alone: the key under which two printed forms are the same.
  public var key: String {
    String(decoding: bytes.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }, as: UTF8.self)
  }
}

/// Classes of ASCII bytes.
public enum ASCII {
  /// Whether the byte is `0` to `9`.
  @inlinable public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether the byte is a lower-case letter, the only kind that a folded text has.
  @inlinable public static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// Whether the byte is a space or a tab.
  @inlinable public static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
