import Glibc
import SystemPackage

/// The folder of the outputs, held by one batch at a time.
///
/// An output is named after the SHA-256 of its document. It is written under another name, made
/// durable and renamed, so that a file under its own name is always whole.
final class OutputFolder {
  let path: FilePath
  private let descriptor: Int32

  private static let suffix = ".json"
  private static let draftSuffix = ".partial"

  /// Makes the folder where it is missing, takes hold of it and clears away what a batch that was
  /// killed left half written.
  init(path: FilePath) throws(BatchError) {
    self.path = path
    try Self.make(path)
    let descriptor = unsafe path.withPlatformString { name in
      unsafe open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw .outputFolder(reason: systemReason()) }
    // The lock goes with the process, however it ends.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .locked : .outputFolder(reason: systemReason(code))
    }
    self.descriptor = descriptor
    guard unsafe faccessat(descriptor, ".", W_OK | X_OK, 0) == 0 else {
      throw .outputFolder(reason: systemReason())
    }
    for name in FolderListing.names(in: path) ?? [] where name.string.hasSuffix(Self.draftSuffix) {
      _ = unsafe path.appending(name).withPlatformString { name in unsafe unlink(name) }
    }
  }

  deinit { close(descriptor) }

  private static func make(_ path: FilePath) throws(BatchError) {
    if path.status != nil { return }
    let parent = path.removingLastComponent()
    if !parent.isEmpty { try make(parent) }
    let result = unsafe path.withPlatformString { name in unsafe mkdir(name, 0o777) }
    guard result == 0 || errno == EEXIST else { throw .outputFolder(reason: systemReason()) }
  }

  /// The output of the document with this SHA-256.
  func path(of sha256: String) -> FilePath { path.appending(sha256 + Self.suffix) }

  /// Whether the output of the document with this SHA-256 is there.
  func holds(_ sha256: String) -> Bool { path(of: sha256).status != nil }

  /// The output of the document with this SHA-256; nothing where it cannot be read.
  func content(of sha256: String) -> [UInt8] {
    guard let file = try? FileDescriptor.open(path(of: sha256), .readOnly) else { return [] }
    defer { try? file.close() }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while let count = try? unsafe buffer.withUnsafeMutableBytes({ unsafe try file.read(into: $0) }),
      count > 0
    {
      content += buffer[..<count]
    }
    return content
  }

  /// Begins the output of a document.
  func draft(of sha256: String) throws(BatchError) -> Draft {
    try Draft(path: path.appending(sha256 + Self.draftSuffix), finalPath: path(of: sha256))
  }

  /// Makes the names of the outputs durable.
  func synchronise() throws(BatchError) {
    guard fsync(descriptor) == 0 else { throw .writing(reason: systemReason()) }
  }

  /// An output under construction; it is thrown away unless it is published.
  final class Draft {
    private let path: FilePath
    private let finalPath: FilePath
    private let descriptor: Int32
    private var isPublished = false

    fileprivate init(path: FilePath, finalPath: FilePath) throws(BatchError) {
      self.path = path
      self.finalPath = finalPath
      descriptor = unsafe path.withPlatformString { name in
        unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      }
      guard descriptor >= 0 else { throw .writing(reason: systemReason()) }
    }

    deinit {
      close(descriptor)
      if !isPublished { _ = unsafe path.withPlatformString { name in unsafe unlink(name) } }
    }

    /// Adds bytes at the end.
    func append(_ bytes: [UInt8]) throws(BatchError) {
      guard writeAll(bytes, to: descriptor) else { throw .writing(reason: systemReason()) }
    }

    /// Makes the content durable and puts it in the place of what was there before.
    func publish() throws(BatchError) {
      guard fsync(descriptor) == 0 else { throw .writing(reason: systemReason()) }
      let result = unsafe path.withPlatformString { old in
        unsafe finalPath.withPlatformString { new in unsafe rename(old, new) }
      }
      guard result == 0 else { throw .writing(reason: systemReason()) }
      isPublished = true
    }
  }
}

/// Writes bytes to a file or pipe; false where the system refuses.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = unsafe rest.withUnsafeBytes { buffer in
      unsafe write(descriptor, buffer.baseAddress, buffer.count)
    }
    if count < 0 {
      if errno == EINTR { continue }
      return false
    }
    rest = rest.dropFirst(count)
  }
  return true
}
