import CGLib
import Glibc
public import SystemPackage

/// An input that is open: what it is called, and the right to read it, which a process keeps when it
/// gives up the right to open files.
public struct OpenFile: ~Copyable, Sendable {
  /// The last component of the path, or `-` for standard input.
  public let name: String
  /// The file, for as long as this lives.
  public let descriptor: Int32
  private let byteCount: Int

  /// The most bytes that an input may have: a recueil of 1,000 scanned pages has some 300 MB.
  ///
  /// A file that says it has more, a sparse one too, is refused before any of it is read.
  public static let mostBytes = 1_000_000_000

  /// Opens a file, or standard input where the path is `-`; only a regular file where one is asked
  /// for.
  ///
  /// A path is bytes: a name that is not valid UTF-8 opens too, and is mended in `name`. A named pipe
  /// or a device is no regular file, for it would be empty the second time, and is not waited for.
  public init(path: FilePath, regular: Bool = false) throws(SourceError) {
    let isStandardInput = path == "-" && !regular
    let flags = O_RDONLY | O_CLOEXEC | (regular ? O_NONBLOCK : 0)
    let descriptor =
      isStandardInput
      ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
      : unsafe path.withPlatformString { name in unsafe open(name, flags) }
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason: reason(errno))
    }
    let name = isStandardInput ? "-" : path.lastComponent?.string ?? path.string
    byteCount = try Self.byteCount(of: descriptor, regular: regular)
    self.descriptor = descriptor
    self.name = name
  }

  /// Takes over a file that another process opened.
  public init(adopting descriptor: Int32, name: String) throws(SourceError) {
    byteCount = try Self.byteCount(of: descriptor)
    self.descriptor = descriptor
    self.name = name
  }

  deinit { close(descriptor) }

  /// How many bytes a file says it has; one that cannot be read is closed.
  private static func byteCount(
    of descriptor: Int32,
    regular: Bool = false
  ) throws(SourceError) -> Int {
    var status = stat()
    let result = unsafe fstat(descriptor, &status)
    let kind = status.st_mode & S_IFMT
    let problem: SourceError? =
      result != 0
      ? .unreadable(reason: reason(errno))
      : kind == S_IFDIR || (regular && kind != S_IFREG)
        ? .notAFile : status.st_size > mostBytes ? .tooLarge : nil
    if let problem {
      close(descriptor)
      throw problem
    }
    return max(0, Int(status.st_size))
  }

  /// Reads the content for as long as it is wanted.
  public borrowing func read(
    while isWanted: () -> Bool = { true }
  ) throws(SourceError) -> SourceFile {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    try readAll(while: isWanted) { bytes += $0 }
    return SourceFile(name: name, bytes: bytes)
  }

  /// The SHA-256 of a file in lower-case hexadecimal, without holding the file.
  public borrowing func sha256(
    while isWanted: () -> Bool = { true }
  ) throws(SourceError) -> String {
    let checksum = unsafe g_checksum_new(G_CHECKSUM_SHA256)
    defer { unsafe g_checksum_free(checksum) }
    try readAll(while: isWanted) { part in
      unsafe part.withUnsafeBufferPointer { buffer in
        unsafe g_checksum_update(checksum, buffer.baseAddress, buffer.count)
      }
    }
    return unsafe g_checksum_get_string(checksum).map { unsafe String(cString: $0) } ?? ""
  }

  private borrowing func readAll(
    while isWanted: () -> Bool,
    _ body: (ArraySlice<UInt8>) -> Void
  ) throws(SourceError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    while true {
      guard isWanted() else { throw .stopped }
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(reason: reason(errno))
      }
      total += count
      guard total <= Self.mostBytes else { throw .tooLarge }
      body(buffer[..<count])
    }
  }
}

private func reason(_ code: Int32) -> String {
  unsafe strerror(code).map { text in unsafe String(cString: text) } ?? "error \(code)"
}
