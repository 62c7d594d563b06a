import Glibc
import Synchronization

/// The moment at which the work on a document must end.
///
/// It is told by the processor's time, so that a busy machine reads the same, and by the clock, for
/// work that waits and does not end.
public final class Deadline: Sendable {
  private struct End {
    var processor: Double
    var clock: Double
  }

  private let end: Mutex<End?>

  /// Makes a deadline that never comes.
  public init() { end = Mutex(nil) }

  /// Makes a deadline at some seconds of the processor's work on all threads of the process, or some
  /// seconds of a clock, from now.
  public init(seconds: Double, clockSeconds: Double) {
    end = Mutex(
      End(
        processor: Self.time(CLOCK_PROCESS_CPUTIME_ID) + seconds,
        clock: Self.time(CLOCK_MONOTONIC) + clockSeconds
      )
    )
  }

  /// Whether the moment has passed.
  public var hasPassed: Bool { hasPassed(by: 0) }

  /// Whether the moment passed some seconds ago.
  public func hasPassed(by seconds: Double) -> Bool {
    guard let end = end.withLock(\.self) else { return false }
    return Self.time(CLOCK_PROCESS_CPUTIME_ID) >= end.processor + seconds
      || Self.time(CLOCK_MONOTONIC) >= end.clock + seconds
  }

  /// Puts the moment off, because the document turned out to need more.
  func extend(seconds: Double) {
    end.withLock { end in
      end?.processor += seconds
      end?.clock += seconds
    }
  }

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
