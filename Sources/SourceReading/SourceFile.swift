import CGLib

/// The bytes of one input.
public struct SourceFile: Sendable {
  /// What kind of file the bytes are.
  public enum Kind: Hashable, Sendable {
    case pdf
    case text
    /// Neither a PDF nor text: an image, an archive, a word processor's file.
    case other
  }

  /// The last component of the path, or `-` for standard input.
  public let name: String
  /// The content.
  public let bytes: [UInt8]

  /// Makes a file of bytes at hand.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The SHA-256 of the content in lower-case hexadecimal.
  public var sha256: String {
    let digest = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe g_compute_checksum_for_data(G_CHECKSUM_SHA256, buffer.baseAddress, gsize(buffer.count))
    }
    defer { unsafe g_free(digest) }
    return unsafe digest.map { text in unsafe String(cString: text) } ?? ""
  }

  /// What kind of file this is: "%PDF-" may stand anywhere in the first 1,024 bytes (PDF 32000,
  /// annex H); text holds no zero byte unless it begins with the mark of UTF-16.
  public var kind: Kind {
    let head = bytes.prefix(1024)
    let mark: [UInt8] = Array("%PDF-".utf8)
    for start in head.indices where head[start...].starts(with: mark) { return .pdf }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .text }
    let sample = bytes.prefix(1 << 16)
    let controls = sample.count { byte in
      byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
    }
    return sample.contains(0) || controls * 50 > sample.count ? .other : .text
  }
}
