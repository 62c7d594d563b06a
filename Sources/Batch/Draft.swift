import CGLib
import Glibc
import SystemPackage

/// An output under construction; it is thrown away unless it is published.
final class Draft {
  /// A folder, and names in it.
  struct Place {
    /// The open folder, so that names mean the same when its path is taken by another.
    let folder: Int32
    let name: String
    let finalName: String
  }

  private let place: Place?
  let descriptor: Int32
  private var isPublished = false
  private let checksum = Checksum()

  /// Begins an output that gets a name when it is published.
  init(at place: Place) throws(BatchError) {
    self.place = place
    descriptor = unsafe openat(
      place.folder,
      place.name,
      O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC,
      0o666
    )
    guard descriptor >= 0 else { throw .writing(reason: systemReason()) }
  }

  /// Begins an output without a name, in the folder for passing files.
  init() throws(BatchError) {
    place = nil
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/extract-XXXXXX".utf8CString)
    descriptor = unsafe mkstemp(&name)
    guard descriptor >= 0 else { throw .writing(reason: systemReason()) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unsafe unlink(name)
  }

  deinit {
    close(descriptor)
    if let place, !isPublished { unsafe unlinkat(place.folder, place.name, 0) }
  }

  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) throws(BatchError) {
    checksum.add(bytes[...])
    guard writeAll(bytes, to: descriptor) else { throw .writing(reason: systemReason()) }
  }

  /// The SHA-256 of what was added, in lower-case hexadecimal; nothing is added after that.
  var sha256: String { checksum.text }

  /// Makes the content durable and puts it in the place of what was there before.
  func publish() throws(BatchError) {
    guard let place else { return }
    guard fsync(descriptor) == 0,
      unsafe renameat(place.folder, place.name, place.folder, place.finalName) == 0
    else { throw .writing(reason: systemReason()) }
    isPublished = true
  }
}

/// A SHA-256 that grows with what is added: the one owner of GLib's.
@safe final class Checksum {
  private let handle: OpaquePointer?

  init() { unsafe handle = g_checksum_new(G_CHECKSUM_SHA256) }

  deinit { unsafe g_checksum_free(handle) }

  func add(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe g_checksum_update(handle, buffer.baseAddress, buffer.count)
    }
  }

  /// In lower-case hexadecimal; nothing can be added any more.
  var text: String {
    unsafe g_checksum_get_string(handle).map { unsafe String(cString: $0) } ?? ""
  }
}
