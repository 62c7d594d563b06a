import CLinux
import Glibc

/// The wishes of people to end the program, which wait until they are asked for.
struct SignalWatch {
  private var watched = sigset_t()

  /// Holds back Ctrl-C and the request to end; call it before other threads begin.
  ///
  /// A signal that the program was started to ignore stays ignored.
  init() {
    unsafe sigemptyset(&watched)
    for signal in [SIGINT, SIGTERM] where !Self.isIgnored(signal) {
      unsafe sigaddset(&watched, signal)
    }
    unsafe pthread_sigmask(SIG_BLOCK, &watched, nil)
    // A worker that dies is noticed by the end of its output, a limit on files when one is written.
    for signal in [SIGPIPE, SIGXFSZ] { Glibc.signal(signal, SIG_IGN) }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// Whether a signal waits.
  var isPending: Bool {
    var pending = sigset_t()
    var watched = self.watched
    unsafe sigpending(&pending)
    return [SIGINT, SIGTERM].contains { signal in
      unsafe sigismember(&pending, signal) == 1 && sigismember(&watched, signal) == 1
    }
  }

  /// The signal that came since the last time, if one did.
  mutating func take() -> Int32? {
    var now = timespec()
    let signal = unsafe sigtimedwait(&watched, nil, &now)
    return signal > 0 ? signal : nil
  }
}
