import Glibc

/// The time that the processor has worked for the thread.
///
/// A page is bounded by it and not by a clock, so that a busy machine reads the same text.
struct ProcessorTime: Comparable {
  /// In nanoseconds since the thread began.
  var nanoseconds: Int64

  /// The time of the thread that asks.
  static var now: ProcessorTime {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return ProcessorTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// How long it is from now until this time, in milliseconds, at least one.
  var millisecondsLeft: Int { max(1, Int((nanoseconds - Self.now.nanoseconds) / 1_000_000)) }

  static func < (one: ProcessorTime, other: ProcessorTime) -> Bool {
    one.nanoseconds < other.nanoseconds
  }

  /// The time some seconds later.
  static func + (time: ProcessorTime, seconds: Double) -> ProcessorTime {
    ProcessorTime(nanoseconds: time.nanoseconds + Int64(seconds * 1_000_000_000))
  }
}
