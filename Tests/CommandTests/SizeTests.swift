import SystemTestSupport
import Testing

/// Files that are larger than any document.
struct SizeTests {
  private static let sparse = "truncate -s 30G sparse.pdf; ulimit -v 20000000; "

  @Test(arguments: ["\"$0\" sparse.pdf", "\"$0\" text sparse.pdf", "\"$0\" - < sparse.pdf"])
  func `are refused before they are read`(command: String) async throws {
    let run = try await Sandbox().shell(Self.sparse + command)
    #expect(run.ending == .exited(65))
    #expect(run.errors.contains("more than 1000 MB"))
  }

  @Test func `have an outcome in a batch, beside others`() async throws {
    let sandbox = try Sandbox()
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
    let run = try await sandbox.shell(Self.sparse + "\"$0\" batch *.pdf --output out")
    #expect(run.ending == .exited(1))
    #expect(run.errors.contains("sparse.pdf: error: the file has more than 1000 MB"))
    #expect(run.errors.contains("2 of 2 documents"))
  }

  @Test func `are refused where they come through a pipe without an end`() async throws {
    let run = try await Sandbox().shell("\"$0\" - < <(yes)")
    #expect(run.ending == .exited(65))
  }

  @Test func `that are read slowly obey the time limit`() async throws {
    let run = try await Sandbox().shell("\"$0\" --patience 1 - < <(echo head; sleep 60)")
    #expect(run.ending == .exited(75))
  }
}
