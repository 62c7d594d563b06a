import SystemTestSupport
import Testing

/// What changes under a batch: its outputs, its folder, the names of its inputs.
struct BatchTrustTests {
  @Test func `does again an output that was changed since, and repeats the rest`() async throws {
    let acts = try BatchSandbox(documents: 3)
    try await acts.batch("--jsonl", "first.jsonl")
    let before = try acts.outputs()
    let name = try #require(before.keys.sorted().first)
    let whole = try #require(before[name])
    // As many bytes, another value.
    try acts.sandbox.write(whole.map { $0 == 0x31 ? 0x37 : $0 }, to: "out/" + name)
    let second = try await acts.batch("--jsonl", "second.jsonl")
    #expect(second.ending == .exited(0))
    #expect(second.errors.contains("2 of them before; 1 contents"))
    #expect(try acts.outputs() == before)
    #expect(try acts.sandbox.bytes(of: "second.jsonl") == acts.sandbox.bytes(of: "first.jsonl"))
  }

  @Test(arguments: ["mv out moved; mkdir out", "mv out moved", "rm -r out; mkdir out"])
  func `stops when its folder is taken away, and goes on with what is done`(
    change: String
  ) async throws {
    let acts = try BatchSandbox(documents: 60)
    let run = try await acts.sandbox.shell(
      """
      "$0" batch acts --output out --jobs 1 & batch=$!
      until ls out/*.json >/dev/null 2>&1; do kill -0 $batch; done
      \(change)
      wait $batch || exit $?
      """
    )
    #expect(run.ending == .exited(73), "\(run.errors)")
    #expect(run.errors.contains("was moved, removed or replaced"))
    let again = try await acts.batch()
    #expect(again.ending == .exited(0))
    #expect(try acts.outputs().count == 60)
  }

  @Test func `counts documents that are done and hold no act`() async throws {
    let acts = try BatchSandbox(documents: 2)
    try acts.sandbox.write("Un mot sans décision.\n", to: "acts/note.txt")
    let first = try await acts.batch()
    #expect(first.errors.contains("1 of those done hold no act"))
    let second = try await acts.batch()
    #expect(second.errors.contains("1 of those done hold no act"))
  }

  @Test func `counts findings by their code, and gives the sum to programs`() async throws {
    let acts = try BatchSandbox(documents: 2)
    try acts.sandbox.write("Un mot sans décision.\n", to: "acts/note.txt")
    let run = try await acts.batch("--json", "--progress", "none")
    #expect(run.ending == .exited(0), "\(run.errors)")
    #expect(run.errors.contains("found in this run: document.no-deliberation 1"))
    let summary = try JSON(run.output)
    #expect(summary["documents"] == 3)
    #expect(summary["without_acts"] == 1)
    #expect(summary["outcomes"]?["done"] == 3)
    #expect(summary["findings"]?["document.no-deliberation"] == 1)
    #expect(try await acts.batch("--json", "--jsonl", "-").ending == .exited(64))
  }

  @Test func `reads a file that is named twice once, and says so once`() async throws {
    let acts = try BatchSandbox(documents: 2)
    try await acts.sandbox.shell("ln -s acts again; ln -s 00.pdf acts/link.pdf")
    let run = try await acts.batch(
      "--jsonl",
      "all.jsonl",
      inputs: ["acts/../acts/00.pdf", "again/00.pdf", "acts"]
    )
    #expect(run.errors.contains("2 of 2 documents"))
    #expect(try acts.sandbox.bytes(of: "all.jsonl").count { $0 == 0x0A } == 2)
    #expect(try await acts.outcomes().values.allSatisfy { $0 == "done" })
  }

  @Test func `loses one of several files on a command line to a worker that dies`() async throws {
    let acts = try BatchSandbox(documents: 2)
    let run = try await acts.sandbox.shell(
      """
      qpdf --empty --pages $(for i in {1..300}; do echo acts/00.pdf 1-z; done) -- long.pdf
      "$0" acts/00.pdf long.pdf acts/01.pdf > all.jsonl & run=$!
      busy() {
        for worker in $(cat /proc/$run/task/$run/children); do
          read -r -a stat 2>/dev/null < /proc/$worker/stat || continue
          [ "${stat[13]}" -lt 20 ] || return 0
        done
        return 1
      }
      for try in 1 2; do
        until busy; do kill -0 $run || break 2; done
        kill -SEGV $worker; while kill -0 $worker 2>/dev/null; do :; done
      done
      wait $run || exit $?
      """
    )
    #expect(run.ending == .exited(1), "\(run.errors)")
    #expect(run.errors.contains("long.pdf: error: the worker was ended by signal 11"))
    let names = try acts.sandbox.text(of: "all.jsonl").split(separator: "\n").map { line in
      try JSON(Array(line.utf8))["source"]?["file_name"]?.string
    }
    #expect(names == ["00.pdf", "01.pdf"])
  }
}
