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
    /// The clock's time before which nobody looks again.
    var nextLook = 0.0
    var isOver = false

    /// Looks, by the clock's time, whether the end came some seconds ago.
    func hasCome(_ now: Double, secondsAgo: Double) -> Bool {
      now >= clock + secondsAgo
        || Deadline.time(CLOCK_PROCESS_CPUTIME_ID) >= processor + secondsAgo
    }
  }

  /// For so many seconds the last answer holds: to ask for the processor's time costs more than most
  /// of what is done between two questions.
  private static let pause = 0.001

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
  public var hasPassed: Bool {
    let now = Self.time(CLOCK_MONOTONIC)
    return end.withLock { end in
      guard let known = end, !known.isOver, now >= known.nextLook else {
        return end?.isOver ?? false
      }
      end?.nextLook = now + Self.pause
      end?.isOver = known.hasCome(now, secondsAgo: 0)
      return end?.isOver ?? false
    }
  }

  /// Whether the moment passed some seconds ago.
  public func hasPassed(by seconds: Double) -> Bool {
    end.withLock(\.self)?.hasCome(Self.time(CLOCK_MONOTONIC), secondsAgo: seconds) ?? false
  }

  /// Puts the moment off, because the document turned out to need more.
  func extend(seconds: Double) {
    end.withLock { end in
      end?.processor += seconds
      end?.clock += seconds
      end?.isOver = false
    }
  }

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
