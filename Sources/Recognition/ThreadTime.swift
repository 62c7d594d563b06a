import Glibc

/// The processor time of the present thread.
///
/// What a page may take is bounded by the work that it makes and not by how busy the machine is: the
/// same page gives the same words every run.
enum ThreadTime {
  /// The time that the thread has worked, in milliseconds.
  static var milliseconds: Int {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
