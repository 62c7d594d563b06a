import Foundation

/// Bytes of a text file as UTF-8 in NFC with `\n` line ends.
struct TextDecoding {
  /// The text.
  let bytes: [UInt8]
  /// The encoding that the bytes were converted from; absent where they were UTF-8.
  let convertedFrom: String?

  /// Decodes bytes: UTF-8, UTF-16 with its mark, or else Windows-1252, in which every byte that a
  /// French text uses is a character.
  init(_ source: [UInt8]) {
    var text = source
    var encoding: String?
    if source.starts(with: [0xFF, 0xFE]) {
      encoding = "UTF-16LE"
      text = Self.utf8(ofUTF16: source.dropFirst(2), isLittleEndian: true)
    } else if source.starts(with: [0xFE, 0xFF]) {
      encoding = "UTF-16BE"
      text = Self.utf8(ofUTF16: source.dropFirst(2), isLittleEndian: false)
    } else if source.starts(with: [0xEF, 0xBB, 0xBF]) {
      text.removeFirst(3)
    }
    if encoding == nil, String(validating: text, as: UTF8.self) == nil {
      encoding = "WINDOWS-1252"
      text = Self.utf8(ofWindows1252: text)
    }
    // Combining marks (U+0300 to U+036F) begin with 0xCC or 0xCD; all else is NFC as it stands.
    if text.contains(where: { byte in byte == 0xCC || byte == 0xCD }) {
      text = Array(String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    }
    bytes = Self.withLineFeeds(text)
    convertedFrom = encoding
  }

  private static func utf8(ofUTF16 source: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8] {
    let units = stride(from: source.startIndex, to: source.endIndex - 1, by: 2).map { at in
      let (one, other) = (UInt16(source[at]), UInt16(source[at + 1]))
      return isLittleEndian ? other << 8 | one : one << 8 | other
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func utf8(ofWindows1252 source: [UInt8]) -> [UInt8] {
    source.flatMap { byte -> [UInt8] in
      let scalar = (0x80..<0xA0).contains(byte) ? windows[Int(byte) - 0x80] : Unicode.Scalar(byte)
      return Array(String(scalar).utf8)
    }
  }

  /// What Windows-1252 has where Latin-1 has controls; "?" where it has nothing.
  private static let windows = Array(
    "€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ".unicodeScalars
  )

  private static func withLineFeeds(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x0D) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      if byte != 0x0D {
        out.append(byte)
      } else if index + 1 == text.count || text[index + 1] != 0x0A {
        out.append(0x0A)
      }
    }
    return out
  }
}
