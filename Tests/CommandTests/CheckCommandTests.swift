import SystemTestSupport
import Testing

/// `extract check`: the checks of an output for people.
struct CheckCommandTests {
  let sandbox: Sandbox

  private static let failing = """
    {"deliberations": [{"number": "2031-7",
      "checks": [
        {"rule": "votes.total", "status": "passed", "message": "27 votes are counted"},
        {"rule": "dates.order", "status": "failed", "message": "2031-03-02 is after 2031-03-01"}
      ],
      "repairs": [
        {"path": "/totals/0/amount", "raw": "71850 €", "value": 718.50, "rule": "grants.total"}
      ]}]}
    """

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(Self.failing, to: "act.json")
  }

  @Test func `prints a line for each check and repair`() async throws {
    let outcome = try await sandbox.extract("check", "act.json")
    #expect(outcome.ending == .exited(0))
    #expect(
      String(decoding: outcome.output, as: UTF8.self) == """
        2031-7
          passed  votes.total  27 votes are counted
          failed  dates.order  2031-03-02 is after 2031-03-01
          repair  /totals/0/amount: '71850 €' → 718.5, by grants.total
          1 passed, 1 failed, 1 repaired

        """
    )
  }

  @Test func `fails with --strict when a check failed`() async throws {
    let outcome = try await sandbox.extract("check", "--strict", "act.json")
    #expect(outcome.ending == .exited(1))
  }

  @Test(arguments: [("no.json", Int32(66)), ("text.json", 65)])
  func `says what it cannot read`(file: String, status: Int32) async throws {
    try sandbox.write("no output", to: "text.json")
    let outcome = try await sandbox.extract("check", file)
    #expect(outcome.ending == .exited(status))
    #expect(outcome.output.isEmpty)
  }

  @Test func `reads the checks of a document`() async throws {
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
    let extracted = try await sandbox.extract("act.pdf", "-o", "own.json")
    #expect(extracted.ending == .exited(0))
    let outcome = try await sandbox.extract("check", "own.json")
    #expect(String(decoding: outcome.output, as: UTF8.self).contains("passed"))
  }
}
