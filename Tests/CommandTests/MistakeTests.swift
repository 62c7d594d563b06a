import SystemTestSupport
import Testing

/// What is said to a person who mistypes or means another command.
struct MistakeTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
  }

  @Test(arguments: [
    (["tabels", "act.pdf"], "extract tables"), (["txt", "act.pdf"], "extract text"),
    (["bach"], "extract batch"), (["exprot", "csv"], "extract export"),
  ])
  func `suggests the command that a word is near to`(
    arguments: [String],
    command: String
  ) async throws {
    let outcome = try await sandbox.extract(arguments)
    #expect(outcome.ending == .exited(64))
    #expect(outcome.errors.contains("did you mean '\(command)'"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `says of a folder what reads it`() async throws {
    try sandbox.makeFolder("acts")
    let outcome = try await sandbox.extract("acts")
    #expect(outcome.ending == .exited(66))
    #expect(outcome.errors.contains("extract batch FOLDER --output"))
  }

  @Test func `gives an output as it is`() async throws {
    let first = try await sandbox.extract("act.pdf", "--quiet")
    try sandbox.write(first.output, to: "act.json")
    let again = try await sandbox.extract("act.json", "-o", "-")
    #expect(again.ending == .exited(0))
    #expect(again.output == first.output)
    #expect(again.errors.contains("output of extract already"))
  }

  @Test func `refuses several outputs in one file of JSON`() async throws {
    let outcome = try await sandbox.extract("act.pdf", "act.pdf", "-o", "acts.json")
    #expect(outcome.ending == .exited(64))
    #expect(outcome.errors.contains("acts.jsonl"))
  }

  @Test func `leaves no empty catalogue behind`() async throws {
    try sandbox.write("{\"no\": 1}", to: "no.json")
    let outcome = try await sandbox.extract("load", "no.json", "--database", "acts.sqlite")
    #expect(outcome.ending == .exited(65))
    #expect(try sandbox.names() == ["act.pdf", "no.json"])
  }

  @Test func `shows every command and the options of the first one in the help`() async throws {
    let help = try await sandbox.extract("--help").text
    for word in [
      "batch", "check", "text", "structure", "tables", "schema", "export", "load", "merge",
      "regress",
      "--output", "--pipeline", "--strict", "--ocr",
    ] {
      #expect(help.contains(word), "\(word)")
    }
  }
}
