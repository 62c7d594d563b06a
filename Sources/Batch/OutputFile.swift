import Glibc
public import SystemPackage

/// Where a user wants an output.
///
/// A regular file is replaced whole: readers see the old content or the new, never a part; a link is
/// followed to its file. A device or a named pipe is written to.
public final class OutputFile {
  /// The folder in which the file is replaced; nothing where it is written to.
  public var folder: FilePath? { replaced?.folder }
  /// The open file.
  public let descriptor: Int32
  private var replaced: (folder: FilePath, open: Int32, name: String, draft: String)?

  /// Why an output cannot be made, with the system's reason.
  public struct Failure: Error, Hashable, Sendable {
    /// The reason.
    public var reason: String
  }

  /// Opens the place of an output.
  public init(path: FilePath) throws(Failure) {
    let target = Self.target(of: path)
    if let open = Self.openFile(named: target) {
      descriptor = fcntl(open, F_DUPFD_CLOEXEC, 3)
      guard descriptor >= 0 else { throw Self.failure() }
      return
    }
    let status = path.status
    switch status.map({ $0.st_mode & S_IFMT }) {
    case nil, S_IFREG:
      let folder = target.removingLastComponent()
      guard let name = target.lastComponent?.string else { throw Self.failure(EISDIR) }
      let draft = ".\(name.utf8.count > 200 ? "output" : name).\(getpid()).partial"
      let place: FilePath = folder.isEmpty ? "." : folder
      let open = unsafe place.withPlatformString { name in
        unsafe Glibc.open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      }
      guard open >= 0 else { throw Self.failure() }
      // The rights of the file that is replaced, else those that new files get.
      let descriptor = unsafe openat(open, draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        let code = errno
        close(open)
        throw Self.failure(code)
      }
      if let status { fchmod(descriptor, status.st_mode & 0o7777) }
      self.descriptor = descriptor
      replaced = (place, open, name, draft)
      PassingFile.remember(place.appending(draft))
    case S_IFDIR: throw Self.failure(EISDIR)
    default:
      descriptor = unsafe path.withPlatformString { name in
        unsafe Glibc.open(name, O_WRONLY | O_CLOEXEC | O_NOCTTY)
      }
      guard descriptor >= 0 else { throw Self.failure() }
    }
  }

  deinit {
    discard()
    close(descriptor)
  }

  /// The open files that a process needs to finish this one.
  public var kept: [Int32] { [descriptor] + (replaced.map { [$0.open] } ?? []) }

  /// The file that a path stands for: where links lead to, there or not.
  private static func target(of path: FilePath) -> FilePath {
    var path = path
    // As many links as Linux follows.
    for _ in 0..<40 where openFile(named: path) == nil {
      var room = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = unsafe path.withPlatformString { unsafe readlink($0, &room, room.count) }
      guard count > 0 else { return path }
      let link = FilePath(bytes: room[..<count].map { UInt8(bitPattern: $0) })
      path = link.isAbsolute ? link : path.removingLastComponent().pushing(link)
    }
    return path
  }

  /// The number of the open file that a name such as `/dev/stdout` stands for: what it writes to was
  /// opened by somebody else, who writes there too.
  private static func openFile(named path: FilePath) -> Int32? {
    let name = path.string
    if name == "/dev/stdout" { return STDOUT_FILENO }
    if name == "/dev/stderr" { return STDERR_FILENO }
    return ["/dev/fd/", "/proc/self/fd/"].first(where: name.hasPrefix).flatMap {
      Int32(name.dropFirst($0.count))
    }
  }

  private static func failure(_ code: Int32 = errno) -> Failure {
    Failure(reason: systemReason(code))
  }

  /// Adds bytes at the end; false where the system refuses.
  public func append(_ bytes: [UInt8]) -> Bool { writeAll(bytes, to: descriptor) }

  /// Puts the output in its place, whole.
  public func publish() throws(Failure) {
    guard let replaced else { return }
    guard fsync(descriptor) == 0,
      unsafe renameat(replaced.open, replaced.draft, replaced.open, replaced.name) == 0
    else { throw Self.failure() }
    _ = fsync(replaced.open)
    close(replaced.open)
    self.replaced = nil
    PassingFile.forget()
  }

  /// Throws the output away; what was there before stays.
  public func discard() {
    guard let replaced else { return }
    unsafe unlinkat(replaced.open, replaced.draft, 0)
    close(replaced.open)
    self.replaced = nil
    PassingFile.forget()
  }
}
