import CLinux
import Glibc

/// What a worker may use and do, as it tells the kernel itself.
struct WorkerLimits {
  /// The most memory that the batch lets it hold, in bytes.
  let memory: Int
  /// The most threads that work on a document.
  let threads: Int

  /// The open files that a worker needs at most: pipes, the document, fonts, language data.
  private static let openFiles: rlim_t = 128
  /// Address space that is reserved and never held: libraries, stacks, the arenas of malloc.
  private static let reserve = 4_000_000_000
  /// The seconds of work beyond its time that a document may take before the kernel ends the
  /// process; the batch has ended it before unless it hangs itself.
  private static let grace = 20.0

  /// Gives up rights and takes on limits, for good; `parent` is the process of the batch.
  ///
  /// Answers false where the batch is gone already.
  func enforce(parent: Int32) -> Bool {
    _ = clinux_refuse_new_privileges()
    _ = clinux_forbid_dumps()
    _ = clinux_die_with_parent()
    Self.limit(RLIMIT_CORE, to: 0, for: true)
    Self.limit(RLIMIT_NOFILE, to: Self.openFiles, for: true)
    Self.limit(RLIMIT_AS, to: rlim_t(2 * memory + Self.reserve), for: true)
    // The kernel kills only when the parent ends later than this.
    return getppid() == parent
  }

  /// Lets the process work for some seconds more, on each of its threads.
  func allow(seconds: Double) {
    var used = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used) == 0 else { return }
    let spent = Double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
    let end = spent + seconds * Double(threads + 1) + Self.grace
    Self.limit(RLIMIT_CPU, to: rlim_t(end), for: false)
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

/// Gives memory that is free back to the system.
func releaseFreeMemory() {
  _ = malloc_trim(0)
}
