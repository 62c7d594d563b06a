import SystemTestSupport
import Testing

/// What the command writes, and where.
struct OutputTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
    try sandbox.copy(Fixtures.notedAct, to: "noted.pdf")
    try sandbox.write("", to: "empty.pdf")
  }

  @Test func `writes one file as one indented object`() async throws {
    let outcome = try await sandbox.extract("act.pdf")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.text.hasPrefix("{\n  \"schema_version\": \"1."))
    #expect(outcome.text.hasSuffix("\n}\n"))
    #expect(try JSON(outcome.output)["deliberations"]?.elements.count == 1)
    #expect(try await OutputContract.problems(in: outcome) == "")
  }

  @Test func `writes several files as one line each, in the order of the arguments`() async throws {
    let outcome = try await sandbox.extract("noted.pdf", "act.pdf")
    #expect(outcome.ending == .exited(0))
    let names = try outcome.text.split(separator: "\n").map { line in
      try JSON(Array(line.utf8))["source"]?["file_name"]?.string
    }
    #expect(names == ["noted.pdf", "act.pdf"])
    #expect(try await OutputContract.problems(in: outcome, isLines: true) == "")
  }

  @Test func `writes one file as one line with --compact`() async throws {
    let pretty = try await sandbox.extract("act.pdf")
    let compact = try await sandbox.extract("--compact", "act.pdf")
    #expect(compact.output.count { $0 == 0x0A } == 1)
    #expect(try JSON(compact.output) == JSON(pretty.output))
    #expect(try await OutputContract.problems(in: compact) == "")
  }

  @Test func `reads standard input where the name is a dash`() async throws {
    let outcome = try await sandbox.extract(["-"], input: "act.pdf")
    #expect(outcome.ending == .exited(0))
    let fromFile = try await sandbox.extract("act.pdf")
    let output = try JSON(outcome.output)
    #expect(output["source"]?["file_name"] == "-")
    #expect(try output["deliberations"] == JSON(fromFile.output)["deliberations"])
    #expect(try await OutputContract.problems(in: outcome) == "")
  }

  @Test func `reads text on standard input`() async throws {
    try sandbox.copy(
      Places.samples + "/hauts-de-sourdre/2025/2025-032/source.txt",
      to: "act.txt"
    )
    let outcome = try await sandbox.extract(["-"], input: "act.txt")
    #expect(outcome.ending == .exited(0))
    let act = try JSON(outcome.output)["deliberations"]?.elements.first
    #expect(act?["number"] == "2025-032")
    #expect(try await OutputContract.problems(in: outcome) == "")
  }

  @Test(arguments: [["act.pdf"], ["noted.pdf"], ["noted.pdf", "act.pdf"]])
  func `writes the same bytes on every run`(files: [String]) async throws {
    let first = try await sandbox.extract(files)
    let second = try await sandbox.extract(files)
    #expect(first.output == second.output)
    #expect(first.errors == second.errors)
  }

  @Test func `writes findings to standard error and JSON alone to standard output`() async throws {
    let outcome = try await sandbox.extract("noted.pdf")
    #expect(throws: Never.self) { try JSON(outcome.output) }
    let lines = outcome.errorLines
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.wholeMatch(of: /noted\.pdf:\d+: (note|warning|error): .+ \[[a-z.-]+\]/) != nil)
    }
  }

  @Test func `keeps what it says on one line, without control characters`() async throws {
    let outcome = try await sandbox.extract("none\n\r\u{1B}[2J\u{85}\u{2028}.pdf")
    #expect(
      outcome.errors == "none   [2J  .pdf: error: there is no such file; check the path\n"
    )
  }

  @Test func `says nothing of findings with --quiet`() async throws {
    let loud = try await sandbox.extract("noted.pdf")
    let quiet = try await sandbox.extract("--quiet", "noted.pdf")
    #expect(quiet.errors == "")
    #expect(quiet.output == loud.output)
  }

  @Test func `writes to the file that -o names, and nothing to standard output`() async throws {
    let direct = try await sandbox.extract("act.pdf")
    let outcome = try await sandbox.extract("act.pdf", "-o", "act.json")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output.isEmpty)
    #expect(try sandbox.bytes(of: "act.json") == direct.output)
  }

  @Test func `replaces what the output file held`() async throws {
    try sandbox.write(String(repeating: "old ", count: 100_000), to: "act.json")
    let outcome = try await sandbox.extract("act.pdf", "-o", "act.json")
    #expect(outcome.ending == .exited(0))
    #expect(throws: Never.self) { try JSON(sandbox.bytes(of: "act.json")) }
  }

  @Test func `leaves no file behind when the input is bad`() async throws {
    let before = try sandbox.names()
    let outcome = try await sandbox.extract("empty.pdf", "-o", "act.json")
    #expect(outcome.ending == .exited(65))
    #expect(try sandbox.names() == before)
  }

  @Test func `keeps an existing output whole when the input is bad`() async throws {
    try sandbox.write("precious", to: "act.json")
    let before = try sandbox.names()
    let outcome = try await sandbox.extract("empty.pdf", "-o", "act.json")
    #expect(outcome.ending == .exited(65))
    #expect(try sandbox.text(of: "act.json") == "precious")
    #expect(try sandbox.names() == before)
  }

  @Test func `writes the other files when one of several is bad`() async throws {
    let outcome = try await sandbox.extract("act.pdf", "empty.pdf", "noted.pdf")
    #expect(outcome.ending == .exited(1))
    #expect(outcome.output.count { $0 == 0x0A } == 2)
    #expect(outcome.errors.contains("empty.pdf: error: the file is empty"))
    #expect(try await OutputContract.problems(in: outcome, isLines: true) == "")
  }

  @Test func `prints what the parser sees with the command text`() async throws {
    let outcome = try await sandbox.extract("text", "noted.pdf")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.text.contains("\nDélibération n° 2024-063\n"))
    #expect(
      outcome.text.contains("Communauté d’agglomération\tAccusé de réception en préfecture\n")
    )
    #expect(outcome.text.split(separator: "\u{0C}").count == 2)
  }

  @Test func `reads standard input with the command text`() async throws {
    let outcome = try await sandbox.extract(["text", "-"], input: "act.pdf")
    #expect(try await outcome.output == sandbox.extract("text", "act.pdf").output)
  }
}
