import Batch
import Glibc
import SystemPackage

/// What a batch shows of itself on standard error: on a terminal a bar, elsewhere a line now and
/// then, which documents failed, and in the end a table.
struct BatchProgress {
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var lastLine = ContinuousClock.now
  private var hasBar = false

  /// The seconds between two lines where there is no terminal.
  private static let secondsBetweenLines = 10.0
  private static let barWidth = 24

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  mutating func show(_ event: BatchEvent) {
    switch event {
    case .failure(let path, let outcome, let message):
      clear()
      Output.say("\(path.string): error: \(message) [\(outcome.rawValue)]")
    case .uncatalogued(let path, let reason):
      clear()
      Output.say("\(path.string): error: its output is not in the catalogue: \(reason)")
    case .status(let status):
      guard !isQuiet else { return }
      let pause = isTerminal ? 0.1 : Self.secondsBetweenLines
      guard lastLine.duration(to: .now) >= .seconds(pause) else { return }
      lastLine = .now
      if isTerminal {
        Output.show(Self.bar(status) + " " + Self.line(status))
        hasBar = true
      } else {
        Output.say(Self.line(status))
      }
    }
  }

  /// Takes the bar away.
  mutating func clear() {
    if hasBar { Output.show("") }
    hasBar = false
  }

  /// Shows the table of what was done.
  mutating func finish(_ status: BatchStatus, passedOver: Int) {
    clear()
    guard !isQuiet else { return }
    for line in Self.table(status) { Output.say(line) }
    if passedOver > 0 {
      Output.say("passed over in folders, called neither .pdf nor .txt: \(passedOver)")
    }
    if status.interruption != nil {
      Output.say("ended early; the same command goes on with what is left")
    }
  }

  private static func bar(_ status: BatchStatus) -> String {
    let done = status.documents == 0 ? barWidth : barWidth * status.finished / status.documents
    return "[" + String(repeating: "#", count: done)
      + String(repeating: ".", count: max(0, barWidth - done)) + "]"
  }

  private static func line(_ status: BatchStatus) -> String {
    let left = status.secondsLeft.map { ", \(duration($0)) left" } ?? ""
    return "\(status.finished) of \(status.documents) documents, "
      + "\(Int(status.pagesPerSecond.rounded())) pages/s, \(status.failed) failed\(left)"
  }

  private static func table(_ status: BatchStatus) -> [String] {
    let counts = DocumentOutcome.allCases.compactMap { outcome in
      status.outcomes[outcome].map { (outcome.rawValue, String($0)) }
    }
    let width = counts.map(\.0.count).max() ?? 0
    let digits = counts.map(\.1.count).max() ?? 0
    let empty =
      status.withoutActs > 0 ? ["\(status.withoutActs) of those done hold no act"] : []
    return counts.map { name, count in
      name + String(repeating: " ", count: width + 2 + digits - name.count - count.count) + count
    } + [
      "\(status.finished) of \(status.documents) documents, \(status.before) of them before; "
        + "\(status.extracted) contents with \(status.pages) pages in \(duration(status.seconds))"
    ] + empty
  }

  /// Seconds as people say them.
  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 100 { return "\(whole) s" }
    if whole < 6000 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole / 60 % 60) min"
  }
}
