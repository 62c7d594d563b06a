import SystemTestSupport
import Testing

/// Documents that take a worker down with them.
struct BatchIsolationTests {
  /// A PDF that takes some seconds and more than 100 MB to read, among two that do not.
  private static func sandbox() async throws -> BatchSandbox {
    let acts = try BatchSandbox(documents: 2)
    try acts.sandbox.copy(Places.samples + "/haute-lys/2024/2024-205/source.pdf", to: "act.pdf")
    try await acts.sandbox.shell(
      "qpdf --empty --pages $(for i in {1..600}; do echo act.pdf 1-z; done) -- acts/00b.pdf"
    )
    return acts
  }

  @Test(arguments: [
    // The time is over at a page.
    ("--timeout 1", "timeout", "the time was over"),
    // The batch sees what the worker holds.
    ("--memory 100", "memory", "more than 100 MB of memory"),
  ])
  func `are given up alone`(option: String, outcome: String, sentence: String) async throws {
    let acts = try await Self.sandbox()
    let run = try await acts.sandbox.shell(
      "\"$0\" batch acts --output out --jobs 1 --ocr never \(option)"
    )
    #expect(run.ending == .exited(1))
    #expect(run.errorLines.count { $0.contains(": error: ") } == 1)
    #expect(run.errors.contains(sentence))
    #expect(
      try await acts.outcomes() == ["00.pdf": "done", "00b.pdf": outcome, "01.pdf": "done"]
    )
  }

  /// The worker that has worked for 0.2 seconds, which only the slow document takes.
  private static let findBusyWorker = """
    "$0" batch acts --output out --jobs 1 --ocr never &
    batch=$!
    busy() {
      for worker in $(cat /proc/$batch/task/$batch/children); do
        read -r -a stat 2>/dev/null < /proc/$worker/stat || continue
        [ "${stat[13]}" -lt 20 ] || return 0
      done
      return 1
    }
    until busy; do kill -0 $batch; done

    """

  @Test(arguments: [("SEGV", "Segmentation fault"), ("KILL", "Killed"), ("ABRT", "Aborted")])
  func `are given up alone when the worker crashes, after a second try`(
    signal: String,
    words: String
  ) async throws {
    let acts = try await Self.sandbox()
    let run = try await acts.sandbox.shell(
      Self.findBusyWorker + """
        first=$worker
        kill -\(signal) $worker
        until busy && [ $worker != $first ]; do kill -0 $batch; done
        kill -\(signal) $worker
        wait $batch || exit $?
        """
    )
    #expect(run.ending == .exited(1))
    #expect(run.errors.contains(words))
    #expect(try await acts.outcomes() == ["00.pdf": "done", "00b.pdf": "crash", "01.pdf": "done"])
  }

  @Test func `are given up alone when the worker hangs`() async throws {
    let acts = try await Self.sandbox()
    let run = try await acts.sandbox.shell(
      Self.findBusyWorker.replacing("--ocr never", with: "--ocr never --timeout 1")
        + """
        kill -STOP $worker
        wait $batch || exit $?
        """
    )
    #expect(run.ending == .exited(1))
    #expect(
      try await acts.outcomes() == ["00.pdf": "done", "00b.pdf": "timeout", "01.pdf": "done"]
    )
  }

  @Test func `find a worker with few rights that does not outlive the batch`() async throws {
    let acts = try await Self.sandbox()
    let run = try await acts.sandbox.shell(
      Self.findBusyWorker + """
        grep NoNewPrivs /proc/$worker/status
        grep -E 'core file|open files|address space|cpu time' /proc/$worker/limits
        kill -KILL $batch
        until ! kill -0 $worker 2>/dev/null || grep -q 'State:.Z' /proc/$worker/status; do :; done
        """
    )
    #expect(run.ending == .exited(0), "\(run.errors)")
    let limits = run.text.split(separator: "\n").map { line in
      line.split(whereSeparator: \.isWhitespace).suffix(3)
    }
    #expect(run.text.contains("NoNewPrivs:\t1"))
    #expect(!run.text.contains("unlimited            unlimited"))
    #expect(limits.count == 5)
    #expect(run.text.contains(#/core file size +0 +0 /#))
    #expect(run.text.contains(#/open files +128 +128 /#))
  }
}
