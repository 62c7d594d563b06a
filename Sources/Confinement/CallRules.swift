import CLinux
import CSeccomp
import Glibc

/// Which calls of the system may be made, as seccomp has it; all others are refused with EPERM.
///
/// No socket is made, no program started, no process but a thread, nobody signalled or looked into.
struct CallRules {
  /// Whether files may be renamed and removed.
  let renames: Bool
  /// Whether files may be opened to write, where Landlock says which.
  let writes: Bool
  /// Whether standard input is a socket that brings files.
  let receives: Bool

  /// Memory, threads, time, and files that are open or that Landlock lets open.
  ///
  /// A name that a processor does not have is passed over.
  private static let allowed = [
    "brk", "clock_getres", "clock_gettime", "clock_nanosleep", "close", "dup", "dup2", "dup3",
    "epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_wait", "eventfd2", "exit", "exit_group",
    "access", "faccessat", "faccessat2", "fadvise64", "fstat", "fstatfs", "fsync", "futex",
    "getcpu",
    "getcwd", "getdents64", "getegid", "geteuid", "getgid", "getpid", "getppid", "getrandom",
    "getrusage", "gettid", "gettimeofday", "getuid", "lseek", "lstat", "madvise", "membarrier",
    "mmap", "mprotect", "mremap", "munmap", "nanosleep", "newfstatat", "pipe2", "poll", "ppoll",
    "pread64", "pselect6", "read", "readlink", "readlinkat", "readv", "restart_syscall", "rseq",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sched_getaffinity", "sched_getparam",
    "sched_getscheduler", "sched_get_priority_max", "sched_get_priority_min", "sched_yield",
    "select", "set_robust_list", "sigaltstack", "stat", "statfs", "statx", "sysinfo", "time",
    "timerfd_create", "timerfd_settime", "uname", "write", "writev",
  ]
  private static let renaming = ["fchmod", "rename", "renameat", "renameat2", "unlink", "unlinkat"]

  /// Puts the rules on all threads of the process.
  func enforce() throws(Confinement.Failure) {
    guard let filter = Filter() else { throw .refused(reason: "no memory") }
    for name in Self.allowed { filter.allow(name) }
    if renames { for name in Self.renaming { filter.allow(name) } }
    // Files are opened to read; `openat2` hides its flags in memory.
    let writing = UInt64(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)
    filter.allow("openat", writes ? [] : [.bits(2, writing, equal: 0)])
    filter.allow("open", writes ? [] : [.bits(1, writing, equal: 0)])
    // A thread, not a process: `clone3` hides its flags, and without it glibc uses `clone`.
    filter.allow("clone", [.bits(0, clinux_thread, equal: clinux_thread)])
    filter.refuse("clone3", ENOSYS)
    // A signal to itself, for `abort`.
    filter.allow("tgkill", [.equal(0, UInt64(getpid()))])
    filter.allow("prlimit64", [.equal(0, 0)])
    filter.allow("setrlimit")
    filter.allow("getrlimit")
    // Names of threads and of memory alone.
    filter.allow("prctl", [.equal(0, 15)])
    // Whether it is a terminal; nothing that steers one or types into it.
    filter.allow("ioctl", [.equal(1, 0x5401)])
    // Flags and copies of open files, no owner that is sent signals.
    for command in [F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC] {
      filter.allow("fcntl", [.equal(1, UInt64(command))])
    }
    if receives { filter.allow("recvmsg", [.equal(0, UInt64(STDIN_FILENO))]) }
    try filter.load()
  }

  /// What an argument of a call must be.
  private struct Argument {
    var place: UInt32
    var mask: UInt64
    var value: UInt64

    static func equal(_ place: UInt32, _ value: UInt64) -> Argument {
      Argument(place: place, mask: 0xFFFF_FFFF, value: value)
    }

    static func bits(_ place: UInt32, _ mask: UInt64, equal value: UInt64) -> Argument {
      Argument(place: place, mask: mask, value: value)
    }
  }

  /// A filter under construction: the one owner of libseccomp's handle.
  @safe private struct Filter: ~Copyable {
    private let context: scmp_filter_ctx

    init?() {
      guard let context = unsafe seccomp_init(cseccomp_refuse(EPERM)) else { return nil }
      unsafe self.context = context
    }

    deinit { unsafe seccomp_release(context) }

    borrowing func allow(_ name: String, _ arguments: [Argument] = []) {
      add(cseccomp_allow(), name, arguments)
    }

    borrowing func refuse(_ name: String, _ code: Int32) { add(cseccomp_refuse(code), name, []) }

    private borrowing func add(_ action: UInt32, _ name: String, _ arguments: [Argument]) {
      let call = unsafe seccomp_syscall_resolve_name(name)
      guard call >= 0 else { return }
      let comparisons = arguments.map { argument in
        scmp_arg_cmp(
          arg: argument.place,
          op: SCMP_CMP_MASKED_EQ,
          datum_a: argument.mask,
          datum_b: argument.value
        )
      }
      _ = unsafe seccomp_rule_add_array(
        context,
        action,
        call,
        UInt32(comparisons.count),
        comparisons
      )
    }

    borrowing func load() throws(Confinement.Failure) {
      unsafe seccomp_attr_set(context, SCMP_FLTATR_CTL_TSYNC, 1)
      // A binary tree of the calls: a call costs tens of nanoseconds.
      unsafe seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2)
      let result = unsafe seccomp_load(context)
      guard result == 0 else {
        throw .refused(reason: unsafe strerror(-result).map { unsafe String(cString: $0) } ?? "")
      }
    }
  }
}
