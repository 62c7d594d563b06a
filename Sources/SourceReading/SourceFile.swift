import CGLib
import Glibc
public import SystemPackage

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
  ///
  /// A path is bytes: a name that is not valid UTF-8 opens too, and is mended in `name`.
  public init(path: FilePath) throws(SourceError) {
    if path == "-" {
      var bytes: [UInt8] = []
      try Self.readAll(of: STDIN_FILENO) { bytes += $0 }
      self.init(name: "-", bytes: bytes)
      return
    }
    let (descriptor, status) = try Self.open(path)
    defer { close(descriptor) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .notAFile }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    try Self.readAll(of: descriptor) { bytes += $0 }
    self.init(name: path.lastComponent?.string ?? path.string, bytes: bytes)
  }

  /// The SHA-256 of a file in lower-case hexadecimal, without holding the file.
  ///
  /// A named pipe or a device counts as no file: it would be empty the second time.
  public static func sha256(of path: FilePath) throws(SourceError) -> String {
    let (descriptor, status) = try open(path, flags: O_NONBLOCK)
    defer { close(descriptor) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let checksum = unsafe g_checksum_new(G_CHECKSUM_SHA256)
    defer { unsafe g_checksum_free(checksum) }
    try readAll(of: descriptor) { part in
      unsafe part.withUnsafeBufferPointer { buffer in
        unsafe g_checksum_update(checksum, buffer.baseAddress, buffer.count)
      }
    }
    return unsafe g_checksum_get_string(checksum).map { unsafe String(cString: $0) } ?? ""
  }

  private static func open(
    _ path: FilePath,
    flags: Int32 = 0
  ) throws(SourceError) -> (descriptor: Int32, status: stat) {
    let descriptor = unsafe path.withPlatformString { name in
      unsafe Glibc.open(name, O_RDONLY | O_CLOEXEC | flags)
    }
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason: reason(errno))
    }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .unreadable(reason: reason(code))
    }
    return (descriptor, status)
  }

  private static func readAll(
    of descriptor: Int32,
    _ body: (ArraySlice<UInt8>) -> Void
  ) throws(SourceError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(reason: reason(errno))
      }
      body(buffer[..<count])
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
