import Glibc

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
  public private(set) var offsets: [Int] = []
  /// The pairs of neighbours among the bytes, one bit each; empty where nobody asked for them.
  private var pairs: [UInt64] = []

  /// Folds a text.
  public init(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  /// Folds bytes of UTF-8; `offsets` count in the array that the slice belongs to.
  public init(_ source: ArraySlice<UInt8>) {
    let count = source.count
    var folded: [UInt8] = []
    offsets = unsafe [Int](unsafeUninitializedCapacity: count + 1) { origins, filled in
      unsafe folded = [UInt8](unsafeUninitializedCapacity: count) { out, length in
        length = unsafe Self.fold(source, into: out, origins)
      }
      filled = folded.count + 1
    }
    bytes = folded
  }

  /// The folded bytes alone.
  public static func bytes(of source: ArraySlice<UInt8>) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: source.count) { out, length in
      length = unsafe fold(source, into: out, nil)
    }
  }

  /// Folds into as much room as the source takes, and returns how much is filled.
  ///
  /// No character folds to more bytes than it has, so both arrays are made once.
  @inline(__always)
  private static func fold(
    _ source: ArraySlice<UInt8>,
    into out: UnsafeMutableBufferPointer<UInt8>,
    _ origins: UnsafeMutableBufferPointer<Int>?
  ) -> Int {
    let bytes = source.span
    let count = bytes.count
    let base = source.startIndex
    var filled = 0
    var at = 0
    while at < count {
      let byte = bytes[at]
      if byte > 0x20, byte < 0x80 {
        // Each byte before has filled one place at most.
        unsafe out[filled] = Self.folded(ascii: byte)
        unsafe origins?[filled] = base &+ at
        filled &+= 1
        at &+= 1
        continue
      }
      var length = 1
      var character = FoldedCharacter(byte)
      if byte >= 0x80 {
        length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        if at + length > count {
          length = count - at
          character = FoldedCharacter(Self.other)
        } else {
          let third = length > 2 ? bytes[at + 2] : 0
          character = FoldedCharacter(byte, bytes[at + 1], third)
        }
      } else if byte == 0x20 || byte &- 0x09 < 5 {
        character = .space(isTab: byte == 0x09)
      }
      let last = filled > 0 ? unsafe out[filled - 1] : 0
      if character.isSpace, last == 0x20 || last == 0x09 {
        if character.first == 0x09 { unsafe out[filled - 1] = 0x09 }
      } else {
        for index in 0..<min(character.count, length) {
          unsafe out[filled] = character[index]
          unsafe origins?[filled] = base &+ at
          filled &+= 1
        }
      }
      at += length
    }
    unsafe origins?.initializeElement(at: filled, to: base &+ count)
    return filled
  }

  /// What a printed character of ASCII folds to: a capital to its small letter, "`" to `'`.
  @inline(__always)
  private static func folded(ascii byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte == 0x60 ? 0x27 : byte
  }
}

extension FoldedText {
  /// The index of the first occurrence of a folded phrase at or after an index.
  public func firstIndex(of phrase: StaticString, from start: Int = 0) -> Int? {
    phrase.withUTF8Buffer { needle in
      unsafe firstIndex(of: UnsafeRawBufferPointer(needle), from: start)
    }
  }

  /// The index of the first occurrence of another folded text at or after an index.
  public func firstIndex(of other: FoldedText, from start: Int = 0) -> Int? {
    unsafe other.bytes.withUnsafeBytes { needle in unsafe firstIndex(of: needle, from: start) }
  }

  private func firstIndex(of needle: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard unsafe mayHold(needle) else { return nil }
    return unsafe bytes.withUnsafeBytes { text in
      unsafe ByteSearch.firstIndex(of: needle, in: text, from: start)
    }
  }

  /// Notes which bytes stand side by side, by which most phrases that are not there are told at once:
  /// for texts in which many are looked for.
  public mutating func notePairs() {
    pairs = [UInt64](repeating: 0, count: 16)
    for (byte, next) in zip(bytes, bytes.dropFirst()) {
      pairs[Self.word(of: byte)] |= Self.bit(byte, next)
    }
  }

  /// Where the bits of a byte's neighbours stand: 32 bits for each five bits of the byte.
  @inline(__always)
  private static func word(of byte: UInt8) -> Int { Int(byte & 0x1F) >> 1 }

  @inline(__always)
  private static func bit(_ byte: UInt8, _ next: UInt8) -> UInt64 {
    1 << UInt64((byte & 1) << 5 | next & 0x1F)
  }

  /// Whether all pairs of a phrase are among those noted.
  private func mayHold(_ phrase: UnsafeRawBufferPointer) -> Bool {
    guard !pairs.isEmpty else { return true }
    for at in 1..<max(1, phrase.count) {
      let (byte, next) = unsafe (phrase[at - 1], phrase[at])
      if pairs[Self.word(of: byte)] & Self.bit(byte, next) == 0 { return false }
    }
    return true
  }

  /// Whether a folded phrase occurs.
  public func contains(_ phrase: StaticString) -> Bool {
    firstIndex(of: phrase) != nil
  }

  /// Whether some folded bytes occur.
  public func contains(_ phrase: [UInt8]) -> Bool {
    unsafe phrase.withUnsafeBytes { needle in unsafe firstIndex(of: needle, from: 0) != nil }
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
    String(decoding: letters, as: UTF8.self)
  }

  private var letters: [UInt8] { bytes.filter { ASCII.isLetter($0) || ASCII.isDigit($0) } }

  /// The key of a printed word as bytes.
  public static func key(of word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.allSatisfy({ $0 < 0x80 }) else { return FoldedText(word).letters }
    var key: [UInt8] = []
    key.reserveCapacity(word.count)
    for byte in word {
      let folded = folded(ascii: byte)
      if ASCII.isLetter(folded) || ASCII.isDigit(folded) { key.append(folded) }
    }
    return key
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

  /// Whether the byte is a letter or a digit.
  @inlinable public static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// The number that some digits make; of more than eighteen not the right one.
  @inlinable public static func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 &* 10 &+ Int($1 & 0x0F) }
  }

  /// The number whose digits begin at an index, which moves behind them; nothing where there are less
  /// or more of them than wanted.
  @inlinable
  public static func number(
    _ bytes: [UInt8],
    _ at: inout Int,
    digits count: ClosedRange<Int>
  ) -> Int? {
    let word = bytes[at...].prefix(while: isDigit)
    guard count.contains(word.count) else { return nil }
    at = word.endIndex
    return number(word)
  }

  /// Moves an index over the white space that begins there.
  @inlinable public static func skipSpaces(_ bytes: [UInt8], _ at: inout Int) {
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
  }

  /// Moves an index back over the white space before it.
  @inlinable
  public static func skipSpaces(_ bytes: [UInt8], back at: inout Int, to floor: Int) {
    while at > floor, isSpace(bytes[at - 1]) { at -= 1 }
  }

  /// The runs of letters and digits of a folded text.
  public static func words(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split { !isWord($0) }
  }
}
