import SystemTestSupport
import Testing

/// `--pipeline`: a definition by its name or its path.
struct PipelineOptionTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
  }

  @Test func `takes a built-in definition by its name`() async throws {
    let outcome = try await sandbox.extract("--pipeline", "pas-de-calais", "act.pdf")
    #expect(outcome.ending == .exited(0))
    #expect(try JSON(outcome.output)["generator"]?["pipeline"] == "pas-de-calais")
    #expect(try await OutputContract.problems(in: outcome) == "")
  }

  @Test func `takes a definition by its path, with its lexicon beside it`() async throws {
    try sandbox.makeFolder("lists")
    try sandbox.write("name\thonorific\nHélène VASSEUR-LOMBARD\tMme\n", to: "lists/council.tsv")
    try sandbox.write(
      """
      version: 1
      authority: { name: Département d’ailleurs, type: department }
      lexicons: { councillors: lists/council.tsv }

      """,
      to: "ours.yaml"
    )
    let outcome = try await sandbox.extract("--pipeline", "ours.yaml", "act.pdf")
    #expect(outcome.ending == .exited(0))
    #expect(try JSON(outcome.output)["generator"]?["pipeline"] == "ours")
    #expect(try await OutputContract.problems(in: outcome) == "")
  }

  @Test(arguments: ["nowhere", "nowhere.yaml", "folder/nowhere.yaml"])
  func `says that there is no such definition`(name: String) async throws {
    let outcome = try await sandbox.extract("--pipeline", name, "act.pdf")
    #expect(outcome.ending == .exited(78))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains(name))
  }

  @Test(arguments: [
    ("version: 2\n", 1, "version"),
    ("version: 1\ncolour: red\n", 2, "colour"),
    ("version: 1\nlabels:\n  yes:\n    - Pour\n  maybe: [Peut-être]\n", 5, "maybe"),
    ("version: 1\nauthority:\n  name: X\n  type: kingdom\n", 4, "type"),
    ("version: 1\nlexicons:\n  councillors: none.tsv\n", 3, "none.tsv"),
    ("version: 1\nlabels: [\n", 3, "expected"),
  ])
  func `names the file, the line and the key that is wrong`(
    definition: String,
    line: Int,
    key: String
  ) async throws {
    try sandbox.write(definition, to: "wrong.yaml")
    let outcome = try await sandbox.extract("--pipeline", "wrong.yaml", "act.pdf")
    #expect(outcome.ending == .exited(78))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("wrong.yaml, line \(line)"))
    #expect(outcome.errors.contains(key))
  }

  @Test func `does not touch the output when the definition is wrong`() async throws {
    try sandbox.write("precious", to: "act.json")
    let outcome = try await sandbox.extract("--pipeline", "nowhere", "act.pdf", "-o", "act.json")
    #expect(outcome.ending == .exited(78))
    #expect(try sandbox.text(of: "act.json") == "precious")
  }
}
