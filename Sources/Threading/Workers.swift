import Glibc
import Synchronization

/// Threads that share the work on one document, started and joined by the system's own calls.
///
/// Dispatch is no help here: its manager opens `/proc/self/task/…/stat` of a thread that is about to
/// begin, and ends the process where the sandbox does not let it.
public enum Workers {
  /// Does pieces of work, each once and the first ones first, and returns when all are done.
  ///
  /// No more threads take part than are allowed; the one that asks is among them.
  public static func perform(
    _ count: Int,
    threads: Int,
    _ work: @Sendable (_ piece: Int) -> Void
  ) {
    let next = Atomic(0)
    let takePieces: @Sendable () -> Void = {
      while true {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard piece < count else { return }
        work(piece)
      }
    }
    withoutActuallyEscaping(takePieces) { take in
      perform(take, helpers: min(threads, count) - 1, take)
    }
  }

  /// Does work while helpers do theirs on threads of their own, and returns when all are done.
  ///
  /// Where the system gives no thread there are fewer helpers: they take what is left of a common
  /// stock, and leave nothing undone.
  public static func perform(
    _ own: () -> Void,
    helpers: Int,
    _ help: @escaping @Sendable () -> Void
  ) {
    var threads: [pthread_t] = []
    for _ in 0..<max(0, helpers) {
      var thread = pthread_t()
      let helper = unsafe Unmanaged.passRetained(Helper(work: help))
      let code = unsafe pthread_create(
        &thread,
        nil,
        { helper in
          guard let helper = unsafe helper else { return nil }
          unsafe Unmanaged<Helper>.fromOpaque(helper).takeRetainedValue().work()
          return nil
        },
        helper.toOpaque()
      )
      guard code == 0 else {
        unsafe helper.release()
        break
      }
      threads.append(thread)
    }
    own()
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Helper: Sendable {
    let work: @Sendable () -> Void

    init(work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
