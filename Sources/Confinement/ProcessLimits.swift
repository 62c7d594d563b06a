import CLinux
import Glibc

/// What a process may use, as it tells the kernel itself.
public struct ProcessLimits: Sendable {
  /// The most memory that it may hold, in bytes; address space is reserved beyond it.
  public var memory = 2_000_000_000
  /// The most bytes that a file which it writes may have.
  public var fileBytes = 0

  /// The open files that it needs at most: pipes, the document, fonts, language data.
  private static let openFiles: rlim_t = 128
  /// Address space that is reserved and never held: libraries, stacks, the arenas of malloc.
  private static let reserve = 4_000_000_000
  /// An array of this many bytes is given back to the system when it is released: malloc, left to
  /// itself, keeps those of up to 32 MB between others once one was released.
  private static let largeArray: Int32 = 1 << 20
  /// The seconds of work beyond its time that a document may take before the kernel ends the
  /// process, which is ended before unless it hangs itself.
  private static let grace = 20.0

  /// Makes limits.
  public init() {}

  /// Takes the limits on, for good.
  ///
  /// How many processes there may be is no number of this process but
  /// of its user: seccomp lets none be started.
  func enforce() {
    Self.limit(RLIMIT_CORE, to: 0, for: true)
    Self.limit(RLIMIT_NOFILE, to: Self.openFiles, for: true)
    Self.limit(RLIMIT_AS, to: rlim_t(2 * memory + Self.reserve), for: true)
    Self.limit(RLIMIT_FSIZE, to: rlim_t(fileBytes), for: true)
    mallopt(M_MMAP_THRESHOLD, Self.largeArray)
  }

  /// Lets the process work for some seconds more.
  public static func allow(seconds: Double) {
    var used = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used) == 0 else { return }
    let spent = Double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
    limit(RLIMIT_CPU, to: rlim_t(spent + seconds + grace), for: false)
  }

  /// Sets a limit; one that is for good cannot be raised again.
  private static func limit(_ resource: __rlimit_resource, to value: rlim_t, for good: Bool) {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(value, limit.rlim_max)
    if good { limit.rlim_max = limit.rlim_cur }
    _ = unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
