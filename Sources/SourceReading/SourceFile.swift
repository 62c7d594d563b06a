import CGLib
import Glibc

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

  /// Reads a file, or standard input where the path is `-`.
  public init(path: String) throws(SourceError) {
    if path == "-" {
      self.init(name: path, bytes: try Self.contents(of: STDIN_FILENO, sizeHint: 0))
      return
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason: Self.reason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(reason: Self.reason(errno))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .notAFile }
    self.init(
      name: path.split(separator: "/").last.map(String.init) ?? path,
      bytes: try Self.contents(of: descriptor, sizeHint: Int(status.st_size))
    )
  }

  private static func contents(
    of descriptor: Int32,
    sizeHint: Int
  ) throws(SourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizeHint)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(reason: reason(errno))
      }
      bytes += buffer[..<count]
    }
  }

  private static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { text in unsafe String(cString: text) } ?? "error \(code)"
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
