import CLinux
import Glibc
public import SystemPackage

/// What a process keeps when it gives up everything else: memory, threads, the files that it holds
/// open, and reading what libraries need.
///
/// Landlock decides which files may be opened, seccomp which calls of the system may be made. The
/// kernel of Debian 12 (6.1) knows the second version of Landlock, which knows nothing of sockets,
/// truncation and signals: seccomp refuses these everywhere. What neither refuses: to ask whether a
/// file exists, how long it is and who owns it; to read fonts, dictionaries and libraries; to use
/// the processor and memory up to the limits; and to write lies to the output, of this document and
/// in a batch of those that the same worker reads after it.
public struct Confinement: Sendable {
  /// The folder in which files may be renamed and removed, and none be opened to write.
  public var renames: FilePath?
  /// The folder in which files may be made and written.
  public var writes: FilePath?
  /// Whether open files are received on standard input.
  public var receivesFiles = false
  /// What of the processor, memory and files may be used.
  public var limits = ProcessLimits()

  /// Makes one that keeps nothing that it need not.
  public init() {}

  /// Why a process was not confined.
  public enum Failure: Error, Hashable, Sendable {
    /// The system refused, with its reason.
    case refused(reason: String)
  }

  /// Whether the kernel can tell one file from another for a process; else none is opened to write,
  /// and any to read.
  public static var knowsFiles: Bool { clinux_landlock_version() > 0 }

  /// Gives everything else up, for good and on all threads to come; call it before other threads
  /// start.
  ///
  /// `kept` are the open files that stay open, beside the standard ones.
  public func enforce(keeping kept: [Int32] = []) throws(Failure) {
    Self.closeOthers(than: kept)
    Environment.clear()
    limits.enforce()
    guard clinux_refuse_new_privileges() == 0 else { throw .refused(reason: Self.reason) }
    _ = clinux_forbid_dumps()
    try FileRules(renames: renames, writes: writes).enforce()
    try CallRules(
      renames: renames != nil,
      writes: writes != nil || Self.knowsFiles,
      receives: receivesFiles
    ).enforce()
  }

  static var reason: String {
    unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  }

  private static func closeOthers(than kept: [Int32]) {
    var next: UInt32 = 3
    for descriptor in Set(kept).filter({ $0 >= 3 }).sorted().map(UInt32.init) {
      if descriptor > next { _ = clinux_close_range(next, descriptor - 1) }
      next = descriptor + 1
    }
    _ = clinux_close_range(next, .max)
  }
}
