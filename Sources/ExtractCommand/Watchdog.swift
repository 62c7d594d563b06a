import Foundation
import Glibc

/// Ends the process when a document takes too long inside a C library, where no deadline is asked.
enum Watchdog {
  /// How long after its deadline a document may still be worked on, in seconds.
  static let grace = 2.0

  /// Starts to watch; call `stop` on what is returned when the document is done.
  static func start(seconds: Double, file: String) -> Guard {
    let guarded = Guard()
    let thread = Thread {
      Thread.sleep(forTimeInterval: seconds + grace)
      guard guarded.isRunning else { return }
      Output.say("\(file): error: the time was over; allow more with --timeout")
      _exit(ExitStatus.timedOut)
    }
    thread.start()
    return guarded
  }

  /// Whether a document is still worked on.
  final class Guard: Sendable {
    private let running = NSLock()
    private nonisolated(unsafe) var value = true

    /// Whether `stop` was not called yet.
    var isRunning: Bool { running.withLock { unsafe value } }

    /// Says that the document is done.
    func stop() { running.withLock { unsafe value = false } }
  }
}
