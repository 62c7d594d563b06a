import Glibc

/// The progress of work that takes long, on one line of a terminal.
enum Progress {
  /// Shows a line on a terminal until the next one; an empty line clears it.
  static func show(_ line: String) {
    if isatty(STDERR_FILENO) == 1 { Output.show(line) }
  }

  /// What shows that pages are recognised; nothing where standard error is no terminal.
  static func reporter() -> (@Sendable (Int, Int) -> Void)? {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    let start = ContinuousClock.now
    return { done, count in
      guard done > 0 else { return }
      let seconds = start.duration(to: .now) / .seconds(1)
      let left = seconds / Double(done) * Double(count - done)
      let rate = (Double(done) / max(seconds, 0.001) * 10).rounded() / 10
      // The line is written over by the next one, and cleared at the end.
      Output.show(
        done < count
          ? "recognised page \(done) of \(count), \(rate) a second, \(Int(left.rounded(.up))) s left"
          : ""
      )
    }
  }
}
