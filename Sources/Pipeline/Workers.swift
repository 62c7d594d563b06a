import Dispatch
import Synchronization

/// Work on one document that several threads share.
enum Workers {
  /// Does pieces of work, each once and the first ones first, and returns when all are done.
  ///
  /// No more threads take part than are allowed; the one that asks is among them.
  static func perform(
    _ count: Int,
    threads: Int,
    _ work: @Sendable (_ piece: Int) -> Void
  ) {
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
      while true {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard piece < count else { return }
        work(piece)
      }
    }
  }
}
