import CGLib

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
      text = Self.converted(Array(source.dropFirst(2)), from: "UTF-16LE")
    } else if source.starts(with: [0xFE, 0xFF]) {
      encoding = "UTF-16BE"
      text = Self.converted(Array(source.dropFirst(2)), from: "UTF-16BE")
    } else if source.starts(with: [0xEF, 0xBB, 0xBF]) {
      text.removeFirst(3)
    }
    if encoding == nil, String(validating: text, as: UTF8.self) == nil {
      encoding = "WINDOWS-1252"
      text = Self.converted(text, from: "WINDOWS-1252")
    }
    // Combining marks (U+0300 to U+036F) begin with 0xCC or 0xCD; all else is NFC as it stands.
    if text.contains(where: { byte in byte == 0xCC || byte == 0xCD }) { text = Self.composed(text) }
    bytes = Self.withLineFeeds(text)
    convertedFrom = encoding
  }

  private static func converted(_ source: [UInt8], from encoding: String) -> [UInt8] {
    var written: gsize = 0
    let out = unsafe source.withUnsafeBytes { buffer in
      unsafe g_convert_with_fallback(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        gssize(buffer.count),
        "UTF-8",
        encoding,
        "?",
        nil,
        &written,
        nil
      )
    }
    guard let out = unsafe out else { return Array(String(decoding: source, as: UTF8.self).utf8) }
    defer { unsafe g_free(out) }
    return unsafe Array(UnsafeRawBufferPointer(start: out, count: Int(written)))
  }

  private static func composed(_ source: [UInt8]) -> [UInt8] {
    let out = unsafe source.withUnsafeBytes { buffer in
      unsafe g_utf8_normalize(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        gssize(buffer.count),
        G_NORMALIZE_NFC
      )
    }
    guard let out = unsafe out else { return source }
    defer { unsafe g_free(out) }
    return unsafe Array(String(cString: out).utf8)
  }

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
