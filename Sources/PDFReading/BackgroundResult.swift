import Dispatch
import Synchronization

/// What a thread of its own works out.
final class BackgroundResult<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let done = DispatchSemaphore(value: 0)
  private let work: @Sendable () -> Value

  /// Starts the work.
  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    DispatchQueue.global(qos: .userInitiated).async { [self] in finish(work()) }
  }

  private func finish(_ result: Value) {
    value.withLock { $0 = result }
    done.signal()
  }

  /// Waits for the end of the work; call it once.
  func wait() -> Value {
    done.wait()
    return value.withLock { $0 } ?? work()
  }
}
