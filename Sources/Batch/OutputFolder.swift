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
      unsafe Glibc.open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
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

  /// Whether the output of a document is there, and has the checksum that it was written with.
  func holds(_ extraction: Ledger.Extraction) -> Bool {
    guard let file = open(extraction.sha256) else { return false }
    defer { try? file.close() }
    guard let written = extraction.outputSHA256 else { return true }
    let checksum = Checksum()
    return (try? Self.read(file) { checksum.add($0) }) != nil && checksum.text == written
  }

  /// The output of the document with this SHA-256; nothing where it cannot be read.
  func content(of sha256: String) -> [UInt8] {
    guard let file = open(sha256) else { return [] }
    defer { try? file.close() }
    var content: [UInt8] = []
    try? Self.read(file) { content += $0 }
    return content
  }

  /// Opens the output of the document with this SHA-256.
  func open(_ sha256: String) -> FileDescriptor? {
    let file = unsafe openat(descriptor, sha256 + Self.suffix, O_RDONLY | O_CLOEXEC)
    return file < 0 ? nil : FileDescriptor(rawValue: file)
  }

  private static func read(_ file: FileDescriptor, _ body: (ArraySlice<UInt8>) -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBytes { unsafe try file.read(into: $0) }
      if count == 0 { return }
      body(buffer[..<count])
    }
  }

  /// Begins the output of a document.
  func draft(of sha256: String) throws(BatchError) -> Draft {
    let place = Draft.Place(
      folder: descriptor,
      name: sha256 + Self.draftSuffix,
      finalName: sha256 + Self.suffix
    )
    do throws(BatchError) {
      return try Draft(at: place)
    } catch {
      // In a folder that was taken away nothing can be written.
      try checkPlace()
      throw error
    }
  }

  /// Makes the names of the outputs durable.
  func synchronise() throws(BatchError) {
    guard fsync(descriptor) == 0 else { throw .writing(reason: systemReason()) }
  }

  /// Throws where another folder, or none, has taken the path since the batch began.
  func checkPlace() throws(BatchError) {
    var own = stat()
    let result = unsafe fstat(descriptor, &own)
    guard result == 0, let named = path.status, named.st_ino == own.st_ino,
      named.st_dev == own.st_dev
    else { throw .replacedFolder }
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
