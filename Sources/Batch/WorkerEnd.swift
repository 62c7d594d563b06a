import Glibc

/// What the end of a worker in the middle of a document says of the document.
struct WorkerEnd {
  let outcome: DocumentOutcome
  /// Why, in one sentence.
  let reason: String

  /// What C and C++ libraries and Swift say when they get no memory.
  private static let memoryWords = [
    "Out of memory", "out of memory", "bad_alloc", "failed to allocate",
  ]

  init(_ ending: WorkerProcess.Ending, words: [UInt8]) {
    let text = String(decoding: words, as: UTF8.self)
    if Self.memoryWords.contains(where: text.contains) {
      outcome = .memory
      reason = "the document takes more memory than there is; allow more with --memory"
      return
    }
    switch ending {
    case .killed(SIGXCPU):
      outcome = .timeout
      reason = "the time was over; allow more with --timeout"
    case .killed(let signal):
      outcome = .crash
      reason = "the worker was ended by \(Self.name(of: signal))" + Self.quoted(text)
    case .exited(let code):
      outcome = .crash
      reason = "the worker ended with code \(code)" + Self.quoted(text)
    }
  }

  private static func name(of signal: Int32) -> String {
    unsafe strsignal(signal).map { unsafe "signal \(signal), \(String(cString: $0))" }
      ?? "signal \(signal)"
  }

  /// The last line that a library printed.
  private static func quoted(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).last.map { ": \($0.prefix(200))" } ?? ""
  }
}
