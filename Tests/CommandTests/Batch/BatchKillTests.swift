import SystemTestSupport
import TestSupport
import Testing

/// Batches that are ended from outside.
struct BatchKillTests {
  private static let documents = 10
  private static let kills = 30

  @Test func `loses nothing and does nothing twice when it is killed at any moment`() async throws {
    let acts = try BatchSandbox(documents: Self.documents)
    let whole = try await acts.batch(output: "whole")
    var seconds = whole.duration / .seconds(1)
    let reference = try acts.outputs(in: "whole")
    #expect(reference.count == Self.documents)
    var generator = SeededGenerator(seed: 30)
    var kills = 0
    var folder = 0
    while kills < Self.kills {
      folder += 1
      let output = "out\(folder)"
      var done: [JSON] = []
      var isKilled = true
      while isKilled {
        var launch = Launch.extract(["batch", "acts", "--output", output])
        launch.folder = acts.sandbox.path
        // A random moment of a run without disturbance; later ones find less to do.
        let isFresh = done.isEmpty
        if kills < Self.kills { launch.deadline = .random(in: 0...seconds, using: &generator) }
        let outcome = try await launch.run()
        isKilled = outcome.ending == .outOfTime
        if isKilled { kills += 1 } else { #expect(outcome.ending == .exited(0)) }
        // The machine may have become faster since.
        if isFresh, !isKilled { seconds = outcome.duration / .seconds(1) }
        done = try await Self.check(acts, output, after: done, reference: reference)
      }
      #expect(done.count == Self.documents)
      #expect(try acts.outputs(in: output) == reference)
      #expect(try await acts.outcomes(in: output) == acts.outcomes(in: "whole"))
      try await acts.sandbox.shell("! ls \(output)/*.partial 2>&1")
    }
  }

  /// What the ledger says is done has its output, and is not done again; the rows for it.
  private static func check(
    _ acts: BatchSandbox,
    _ output: String,
    after before: [JSON],
    reference: [String: [UInt8]]
  ) async throws -> [JSON] {
    let hasLedger = try await acts.sandbox.shell(
      "test ! -s \(output)/ledger.sqlite || echo yes"
    ).text
    guard hasLedger == "yes\n" else { return before }
    let hasTable = try await acts.rows(
      "SELECT name FROM sqlite_master WHERE name = 'extraction'",
      in: output
    )
    guard !hasTable.isEmpty else { return before }
    let done = try await acts.rows("SELECT sha256, finished_at FROM extraction", in: output)
    #expect(before.allSatisfy(done.contains))
    for row in done {
      let name = try #require(row["sha256"]?.string) + ".json"
      #expect(try acts.sandbox.bytes(of: "\(output)/\(name)") == reference[name])
    }
    return done
  }

  @Test(arguments: [("TERM", 143), ("INT", 130)])
  func `ends what runs and says what is left when it is asked to end`(
    signal: String,
    code: Int
  ) async throws {
    let acts = try BatchSandbox(documents: 10)
    // Ctrl-C is ignored by what a script starts in the background, unless its shell is told not to.
    let outcome = try await acts.sandbox.shell(
      """
      set -m
      "$0" batch acts --output out --jobs 1 &
      until [ -n "$(ls out/*.json 2>/dev/null)" ]; do :; done
      kill -\(signal) $!
      wait $! || code=$?
      exit $code
      """
    )
    #expect(outcome.exitCode == Int32(code), "\(outcome.errors)")
    #expect(outcome.errors.contains("ended early"))
    let done = try await acts.outcomes()
    #expect((1..<10).contains(done.count))
    #expect(Set(done.values) == ["done"])
    #expect(try acts.outputs().count == done.count)
    let resumed = try await acts.batch()
    #expect(resumed.errors.contains("\(done.count) of them before; \(10 - done.count) contents"))
  }

  @Test func `keeps a second batch off its folder`() async throws {
    let acts = try BatchSandbox(documents: 10)
    let outcome = try await acts.sandbox.shell(
      """
      "$0" batch acts --output out --jobs 1 2>/dev/null &
      until [ -e out/ledger.sqlite ]; do :; done
      "$0" batch acts --output out || code=$?
      wait $!
      exit ${code:-0}
      """
    )
    #expect(outcome.ending == .exited(73))
    #expect(outcome.errors.contains("another batch is working on this folder"))
    #expect(outcome.errorLines.count == 1)
    #expect(try await acts.outcomes().count == 10)
  }
}
