import Foundation
import Glibc
import Pipeline

/// Ends the process when a document takes too long or too much memory inside a C library, where
/// nothing is asked.
enum Watchdog {
  /// How long after its deadline a document may still be worked on, in seconds.
  static let grace = 2.0
  /// The most memory that a document may take, in bytes: an act of 92 pages takes 42 MB, the page of
  /// bomb_giant.pdf (from the tests of pdf.js) takes all there is.
  static let memoryLimit = 2_000_000_000
  /// The seconds between two looks.
  private static let interval = 0.05

  /// Starts to watch; call `stop` on what is returned when the document is done.
  static func start(_ deadline: Deadline, file: String) -> Guard {
    let guarded = Guard()
    let thread = Thread {
      while guarded.look(orEnd: { reason(after: deadline) }, file: file) {
        Thread.sleep(forTimeInterval: interval)
      }
    }
    thread.start()
    return guarded
  }

  /// Why the process must end now, in one sentence.
  private static func reason(after deadline: Deadline) -> String? {
    if deadline.hasPassed(by: grace) { return "the time was over; allow more with --timeout" }
    if residentMemory > memoryLimit {
      return "the document takes more than 2 GB of memory; try to repair it, with qpdf for example"
    }
    return nil
  }

  /// The memory that the process holds, in bytes; the second number of statm is in pages.
  private static var residentMemory: Int {
    let numbers = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = numbers.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(getpagesize())
  }

  /// Whether a document is still worked on.
  final class Guard: Sendable {
    private let running = NSLock()
    private nonisolated(unsafe) var value = true

    /// Ends the process if there is a reason; answers whether to look again.
    ///
    /// The lock is held meanwhile, so that a document that is done is never called late.
    fileprivate func look(orEnd reason: () -> String?, file: String) -> Bool {
      running.withLock {
        guard unsafe value else { return false }
        if let reason = reason() {
          Output.say("\(file): error: \(reason)")
          _exit(ExitStatus.timedOut)
        }
        return true
      }
    }

    /// Says that the document is done.
    func stop() { running.withLock { unsafe value = false } }
  }
}
