import Batch
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
  static func start(_ deadline: Deadline, _ memory: MemoryGauge, file: String) -> Guard {
    let guarded = Guard()
    let thread = Thread {
      while guarded.look(orEnd: { reason(after: deadline, memory) }, file: file) {
        Thread.sleep(forTimeInterval: interval)
      }
    }
    thread.start()
    return guarded
  }

  /// Why the process must end now, in one sentence.
  private static func reason(after deadline: Deadline, _ memory: MemoryGauge) -> String? {
    if deadline.hasPassed(by: grace) { return "the time was over; allow more with --timeout" }
    if memory.bytes > memoryLimit {
      return "the document takes more than 2 GB of memory; try to repair it, with qpdf for example"
    }
    return nil
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
          PassingFile.remove()
          _exit(ExitStatus.timedOut)
        }
        return true
      }
    }

    /// Says that the document is done.
    func stop() { running.withLock { unsafe value = false } }
  }
}

/// The memory that the process holds: the second number of statm is in pages.
///
/// The file is opened while the process still may open files.
struct MemoryGauge: Sendable {
  let descriptor = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)

  /// In bytes; zero where the system does not say.
  var bytes: Int {
    var buffer = [UInt8](repeating: 0, count: 128)
    let count = unsafe buffer.withUnsafeMutableBytes { room in
      unsafe pread(descriptor, room.baseAddress, room.count, 0)
    }
    let numbers = buffer.prefix(max(0, count)).split(separator: 0x20)
    guard numbers.count > 1 else { return 0 }
    return (Int(String(decoding: numbers[1], as: UTF8.self)) ?? 0) * Int(getpagesize())
  }
}
