import SystemTestSupport
import Testing

/// The exit codes of the contract, one sentence each on standard error.
struct ExitCodeTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
    try sandbox.makeFolder("folder")
    try sandbox.write("", to: "empty.pdf")
    try sandbox.write(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
      to: "image.pdf"
    )
    try sandbox.write("PK\u{03}\u{04}\u{14}\u{00}\u{06}\u{00}", to: "letter.docx")
    try sandbox.write("%PDF-1.7\n", to: "head-only.pdf")
  }

  @Test(arguments: [
    (["none.pdf"], 66, "there is no such file"),
    (["act.pdf/none.pdf"], 66, "there is no such file"),
    (["folder"], 66, "this is a folder"),
    (["empty.pdf"], 65, "the file is empty"),
    (["image.pdf"], 65, "neither a PDF nor text"),
    (["letter.docx"], 65, "neither a PDF nor text"),
    (["head-only.pdf"], 65, "the PDF cannot be opened"),
    (["text", "none.pdf"], 66, "there is no such file"),
    (["text", "empty.pdf"], 65, "the file is empty"),
    (["act.pdf", "-o", "no-folder/act.json"], 73, "the output cannot be created"),
    (["act.pdf", "-o", "folder"], 73, "the output cannot be created"),
  ])
  func `names the cause in one sentence`(
    arguments: [String],
    code: Int32,
    sentence: String
  ) async throws {
    let outcome = try await sandbox.extract(arguments)
    #expect(outcome.ending == .exited(code))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains(": error: "))
    #expect(outcome.errors.contains(sentence))
  }

  @Test(arguments: [
    ["--unknown", "act.pdf"], ["act.pdf", "-o"], ["--timeout", "0", "act.pdf"],
    ["--timeout", "-1", "act.pdf"], ["--timeout", "soon", "act.pdf"],
    ["--timeout", "nan", "act.pdf"], ["text"], ["text", "act.pdf", "act.pdf"],
    ["schema", "act.pdf"],
  ])
  func `answers a wrong command line with 64 and the usage`(arguments: [String]) async throws {
    let outcome = try await sandbox.extract(arguments)
    #expect(outcome.ending == .exited(64))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Usage: extract"))
    #expect(outcome.errorLines.count <= 12)
  }

  @Test func `answers a command line without files with 64 and the help`() async throws {
    let outcome = try await sandbox.extract()
    #expect(outcome.ending == .exited(64))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("USAGE: extract"))
  }

  @Test(arguments: [["act.pdf"], ["act.pdf", "act.pdf"], ["text", "act.pdf"], ["schema"]])
  func `ends with 74 when standard output is full`(arguments: [String]) async throws {
    let outcome = try await sandbox.extract(arguments, output: "/dev/full")
    #expect(outcome.ending == .exited(74))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("standard output cannot be written"))
  }

  @Test func `ends with 75 when the time is over`() async throws {
    let page = ["DELIBERATION DE LA COMMISSION PERMANENTE"]
    try sandbox.write(TestPDF(pages: Array(repeating: page, count: 5_000)).bytes, to: "large.pdf")
    let outcome = try await sandbox.extract("--timeout", "0.01", "large.pdf")
    #expect(outcome.ending == .exited(75))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("the time was over"))
  }

  @Test func `ends with 1 under --strict when there is a warning`() async throws {
    try sandbox.write("Compte rendu sans décision.\n", to: "note.txt")
    let lenient = try await sandbox.extract("note.txt")
    let strict = try await sandbox.extract("--strict", "note.txt")
    #expect(lenient.ending == .exited(0))
    #expect(strict.ending == .exited(1))
    #expect(strict.output == lenient.output)
  }

  @Test(arguments: [Fixtures.cleanAct, Fixtures.notedAct])
  func `ends with 0 under --strict when there is no more than a note`(file: String) async throws {
    let outcome = try await sandbox.extract("--strict", file)
    #expect(outcome.ending == .exited(0))
  }

  @Test(arguments: [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
  func `opens a truncated PDF or says why not`(part: Double) async throws {
    let whole = try sandbox.bytes(of: "act.pdf")
    try sandbox.write(whole.prefix(Int(Double(whole.count) * part)), to: "cut.pdf")
    let outcome = try await sandbox.extract("cut.pdf")
    let code = try #require(outcome.exitCode)
    #expect([0, 65].contains(code))
    #expect(outcome.errorLines.count <= 3)
    if code == 0 {
      #expect(try await OutputContract.problems(in: outcome) == "")
    } else {
      #expect(outcome.output.isEmpty)
    }
  }
}
