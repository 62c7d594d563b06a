import SystemTestSupport
import Testing

/// What a batch does, and what it leaves to the next one.
struct BatchRunTests {
  @Test func `writes for each document what extract writes`() async throws {
    let acts = try BatchSandbox(documents: 5)
    let outcome = try await acts.batch()
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    let outputs = try acts.outputs()
    #expect(outputs.count == 5)
    for file in Places.files(below: acts.sandbox.file("acts"), suffix: "") {
      let alone = try await acts.sandbox.extract("--compact", "--quiet", file)
      let sha256 = try #require(try JSON(alone.output)["source"]?["sha256"]?.string)
      #expect(outputs[sha256 + ".json"] == alone.output)
    }
  }

  @Test func `does in a second run only what is new or changed`() async throws {
    let acts = try BatchSandbox(documents: 3)
    try await acts.batch()
    let first = try await acts.rows("SELECT sha256, finished_at FROM extraction")
    try acts.sandbox.copy(acts.sandbox.file("acts/00.pdf"), to: "acts/again.pdf")
    try acts.sandbox.write("Une note.\n", to: "acts/note.txt")
    try acts.sandbox.write(try acts.sandbox.bytes(of: "acts/01.pdf") + [0x0A], to: "acts/01.pdf")
    let outcome = try await acts.batch()
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors.contains("5 of 5 documents, 3 of them before; 2 contents"))
    let second = try await acts.rows("SELECT sha256, finished_at FROM extraction")
    #expect(second.count == 5)
    #expect(first.allSatisfy(second.contains))
  }

  @Test(arguments: [["--force"], ["--no-tables"], ["--ocr", "never"], ["--pipeline", "default"]])
  func `does all again when it is told to, or when the choices changed`(
    options: [String]
  ) async throws {
    let acts = try BatchSandbox(documents: 2)
    try await acts.batch()
    let outcome = try await acts.sandbox.extract(["batch", "acts", "--output", "out"] + options)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors.contains("0 of them before; 2 contents"))
  }

  @Test func `does again what another version of the program did`() async throws {
    let acts = try BatchSandbox(documents: 2)
    try await acts.batch()
    _ = try await Launch.python([
      "-c",
      """
      import sqlite3, sys
      with sqlite3.connect(sys.argv[1]) as database:
          database.execute("UPDATE extraction SET settings = 'of another version'")
      """,
      acts.sandbox.file("out/ledger.sqlite"),
    ]).run()
    let outcome = try await acts.batch()
    #expect(outcome.errors.contains("0 of them before; 2 contents"))
  }

  @Test func `does again what has lost its output`() async throws {
    let acts = try BatchSandbox(documents: 2)
    try await acts.batch()
    let outputs = try acts.outputs()
    try await acts.sandbox.shell("rm \"out/\(try #require(outputs.keys.first))\"")
    let outcome = try await acts.batch()
    #expect(outcome.errors.contains("1 of them before; 1 contents"))
    #expect(try acts.outputs() == outputs)
  }

  @Test func `extracts equal documents once and gives each its outcome`() async throws {
    let acts = try BatchSandbox(documents: 1)
    for copy in 1...4 {
      try acts.sandbox.copy(acts.sandbox.file("acts/00.pdf"), to: "acts/c\(copy).pdf")
    }
    let outcome = try await acts.batch("--jobs", "3")
    #expect(outcome.errors.contains("5 of 5 documents, 0 of them before; 1 contents"))
    #expect(try acts.outputs().count == 1)
    let outcomes = try await acts.outcomes()
    #expect(outcomes.count == 5)
    #expect(Set(outcomes.values) == ["done"])
  }

  @Test func `tries what failed only when it is told to`() async throws {
    let acts = try BatchSandbox(documents: 1)
    try acts.sandbox.write("", to: "acts/empty.pdf")
    let runs = [
      try await acts.batch(), try await acts.batch(), try await acts.batch("--retry-failed"),
    ]
    #expect(runs.map(\.ending) == [.exited(1), .exited(1), .exited(1)])
    #expect(runs.map { $0.errors.contains("acts/empty.pdf: error: ") } == [true, false, true])
    #expect(runs[1].errors.contains("2 of 2 documents, 2 of them before"))
    #expect(runs[2].errors.contains("2 of 2 documents, 1 of them before"))
  }

  @Test func `writes one stream in the order of the documents`() async throws {
    let acts = try BatchSandbox(documents: 5)
    try acts.sandbox.write("", to: "acts/025.pdf")
    let stream = try await acts.batch("--jsonl", "-", "--jobs", "3")
    let file = try await acts.batch("--jsonl", "acts.jsonl")
    #expect(file.output.isEmpty)
    #expect(try acts.sandbox.bytes(of: "acts.jsonl") == stream.output)
    let lines = try stream.output.split(separator: 0x0A).map { try JSON(Array($0)) }
    #expect(
      lines.compactMap { $0["source"]?["file_name"]?.string?.prefix(2) } == [
        "00", "01", "02", "03", "04",
      ]
    )
    #expect(try await OutputContract.problems(in: stream, isLines: true) == "")
  }

  @Test func `shares a folder among shards`() async throws {
    let acts = try BatchSandbox(documents: 8)
    try acts.sandbox.write("", to: "acts/empty.pdf")
    try await acts.batch(output: "whole")
    var outputs: [String: [UInt8]] = [:]
    var outcomes: [String: String] = [:]
    for shard in 1...3 {
      let folder = "part\(shard)"
      try await acts.batch("--shard", "\(shard)/3", output: folder)
      outputs.merge(try acts.outputs(in: folder)) { _, _ in [] }
      outcomes.merge(try await acts.outcomes(in: folder)) { _, _ in "twice" }
    }
    #expect(try acts.outputs(in: "whole") == outputs)
    #expect(try await acts.outcomes(in: "whole") == outcomes)
  }

  @Test func `keeps all outputs in a catalogue, those of earlier runs too`() async throws {
    let acts = try BatchSandbox(documents: 3)
    try await acts.batch()
    try acts.sandbox.copy(acts.sandbox.file("acts/00.pdf"), to: "acts/new.pdf")
    try acts.sandbox.write("Une note.\n", to: "acts/note.txt")
    for _ in 1...2 {
      let outcome = try await acts.batch("--database", "out/acts.sqlite")
      #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    }
    let documents = try await acts.rows("SELECT sha256 FROM documents", file: "acts.sqlite")
    #expect(documents.count == 4)
    try await acts.sandbox.shell("rm out/acts.sqlite")
    try await acts.batch("--database", "out/acts.sqlite")
    let again = try await acts.rows("SELECT sha256 FROM documents", file: "acts.sqlite")
    #expect(Set(again) == Set(documents))
  }
}
