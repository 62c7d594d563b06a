import SystemTestSupport
import Testing

/// Inputs that can be read and hold no délibération, or that are odd otherwise.
struct OddInputTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  private func expectNoAct(in file: String) async throws {
    let outcome = try await sandbox.extract(file)
    #expect(outcome.ending == .exited(0))
    let output = try JSON(outcome.output)
    #expect(output["deliberations"] == .array([]))
    #expect(output["diagnostics"]?.elements.count == 1)
    #expect(output["diagnostics"]?.elements.first?["code"] == "document.no-deliberation")
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("\(file): warning: "))
    #expect(outcome.errors.hasSuffix(" [document.no-deliberation]\n"))
    #expect(try await OutputContract.problems(in: outcome) == "")
  }

  @Test(arguments: [
    ("convention", Fixtures.convention), ("paper", Fixtures.paper), ("invoice", Fixtures.invoice),
  ])
  func `finds no act in a PDF of another kind`(name: String, lines: [String]) async throws {
    try sandbox.write(TestPDF(pages: [lines]).bytes, to: name + ".pdf")
    try await expectNoAct(in: name + ".pdf")
  }

  @Test(arguments: [
    ("convention", Fixtures.convention), ("paper", Fixtures.paper), ("invoice", Fixtures.invoice),
  ])
  func `finds no act in a text of another kind`(name: String, lines: [String]) async throws {
    try sandbox.write(lines.joined(separator: "\n") + "\n", to: name + ".txt")
    try await expectNoAct(in: name + ".txt")
  }

  @Test(arguments: [[], [[]], [[], [], []]] as [[[String]]])
  func `finds no act in a PDF without pages or without text`(pages: [[String]]) async throws {
    try sandbox.write(TestPDF(pages: pages).bytes, to: "blank.pdf")
    try await expectNoAct(in: "blank.pdf")
  }

  @Test(arguments: ["\n", " \t\r\n\n", "\u{FEFF}", "\u{0C}\u{0C}", "x", "Vu"])
  func `finds no act in a text of nearly nothing`(text: String) async throws {
    try sandbox.write(text, to: "blank.txt")
    try await expectNoAct(in: "blank.txt")
  }

  @Test func `reads ten thousand pages within the default time-out`() async throws {
    let pages = (1...10_000).map { page in
      ["Page \(page)", "Ligne de texte sans décision.", "Colonne\tColonne"]
    }
    try sandbox.write(TestPDF(pages: pages).bytes, to: "long.pdf")
    let outcome = try await sandbox.extract("long.pdf")
    #expect(outcome.ending == .exited(0))
    let output = try JSON(outcome.output)
    #expect(output["source"]?["page_count"] == 10_000)
    #expect(output["deliberations"] == .array([]))
    #expect(outcome.errorLines.count == 1)
    #expect(try await OutputContract.problems(in: outcome) == "")
  }

  @Test func `takes a name with spaces, accents and a leading dash`() async throws {
    let name = "-délibération n° 1.pdf"
    try sandbox.copy(Fixtures.cleanAct, to: name)
    let outcome = try await sandbox.extract("--", name)
    #expect(outcome.ending == .exited(0))
    #expect(try JSON(outcome.output)["source"]?["file_name"] == .string(name))
    #expect(try await OutputContract.problems(in: outcome) == "")
  }
}
