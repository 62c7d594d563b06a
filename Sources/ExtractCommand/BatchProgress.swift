import ArgumentParser
import Batch
import Foundation
import Glibc
import SystemPackage

/// What a batch shows of itself on standard error: on a terminal a bar, elsewhere a line now and
/// then, which documents failed, and in the end a table.
struct BatchProgress {
  /// How progress is shown.
  enum Style: String, ExpressibleByArgument, CaseIterable {
    case auto
    case plain
    case none
  }

  private let isQuiet: Bool
  private let isShown: Bool
  private let isTerminal: Bool
  private var lastLine = ContinuousClock.now
  private var hasBar = false

  /// The seconds between two lines where there is no terminal.
  private static let secondsBetweenLines = 10.0
  private static let barWidth = 24

  init(isQuiet: Bool, style: Style = .auto) {
    self.isQuiet = isQuiet
    isShown = !isQuiet && style != .none
    isTerminal = style == .auto && isatty(STDERR_FILENO) == 1
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
      guard isShown else { return }
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
    for (code, count) in Self.ordered(status.findings) {
      Output.say("found in this run: \(code) \(count)")
    }
    if passedOver > 0 {
      Output.say("passed over in folders, called neither .pdf nor .txt: \(passedOver)")
    }
    if status.interruption != nil {
      Output.say("ended early; the same command goes on with what is left")
    }
  }

  /// The most frequent first.
  private static func ordered(_ counts: [String: Int]) -> [(key: String, value: Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  /// What was done, for programs.
  static func json(_ status: BatchStatus) throws -> [UInt8] {
    let summary = Summary(
      documents: status.documents,
      finished: status.finished,
      before: status.before,
      failed: status.failed,
      withoutActs: status.withoutActs,
      outcomes: Dictionary(
        uniqueKeysWithValues: status.outcomes.map { ($0.key.rawValue, $0.value) }
      ),
      findings: status.findings,
      pages: status.pages
    )
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(summary)) + [UInt8(ascii: "\n")]
  }

  private struct Summary: Encodable {
    var documents: Int
    var finished: Int
    var before: Int
    var failed: Int
    var withoutActs: Int
    var outcomes: [String: Int]
    var findings: [String: Int]
    var pages: Int
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
