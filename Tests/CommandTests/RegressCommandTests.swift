import SystemTestSupport
import Testing

/// `extract regress`: the tool against documents whose truth is known.
struct RegressCommandTests {
  let sandbox: Sandbox
  static let document = "corpus/hauts-de-sourdre/2025/2025-032"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.makeFolder(Self.document)
    let sample = Places.samples + "/hauts-de-sourdre/2025/2025-032"
    for name in ["source.txt", "expected.json"] {
      try sandbox.copy("\(sample)/\(name)", to: "\(Self.document)/\(name)")
    }
  }

  @Test func `accepts, then fails on what is lost, and shows both values`() async throws {
    let first = try await sandbox.extract("regress", "corpus", "--accept")
    #expect(first.ending == .exited(0))
    let second = try await sandbox.extract("regress", "corpus", "--list", "changes")
    #expect(second.ending == .exited(0))
    #expect(second.text.contains("\n0 lost, 0 gained, "))

    let truth = try sandbox.text(of: Self.document + "/expected.json")
    try sandbox.write(
      truth.replacing("2025-04-14", with: "2025-04-15"),
      to: Self.document + "/expected.json"
    )
    let third = try await sandbox.extract("regress", "corpus", "--list", "changes")
    #expect(third.ending == .exited(1))
    #expect(third.errors == "")
    #expect(third.text.contains("lost    line "))
    #expect(third.text.contains("/0/session/date\n"))
    #expect(third.text.contains("expected '2025-04-15'"))
    #expect(third.text.contains("got      '2025-04-14'"))
    let accepted = try await sandbox.extract("regress", "corpus", "--accept")
    #expect(accepted.ending == .exited(0))
    #expect(try await sandbox.extract("regress", "corpus").ending == .exited(0))
  }

  @Test func `goes on past a document that cannot be read, and does not accept it`() async throws {
    try sandbox.makeFolder("corpus/a/2020/1")
    try sandbox.write("%PDF-1.7\n", to: "corpus/a/2020/1/source.pdf")
    try sandbox.write(#"{"deliberations": []}"#, to: "corpus/a/2020/1/expected.json")
    let outcome = try await sandbox.extract("regress", "corpus", "--accept")
    #expect(outcome.ending == .exited(1))
    #expect(outcome.text.contains("a/2020/1\n  lost    not read: the PDF cannot be opened"))
    #expect(outcome.text.contains("1 document compared"))
  }

  @Test(arguments: [
    (["none"], Int32(66), "there is no such folder"),
    (["file"], 66, "this is no folder"),
    (["empty"], 66, "there is no such document"),
    (["corpus", "lys"], 66, "there is no such document"),
    (["broken"], 65, "line 2 of broken/scores.tsv is not what --accept writes"),
    (["taken"], 65, "taken/scores.tsv cannot be read"),
    (["corpus", "--pipeline", "none.yaml"], 78, "the definition is wrong"),
  ])
  func `names the cause in one sentence`(
    arguments: [String],
    code: Int32,
    sentence: String
  ) async throws {
    try sandbox.write("", to: "file")
    try sandbox.makeFolder("empty")
    for name in ["broken", "taken"] { try sandbox.copy(sandbox.file("corpus"), to: name) }
    try sandbox.write("head\nnonsense\n", to: "broken/scores.tsv")
    try sandbox.makeFolder("taken/scores.tsv/folder")
    let outcome = try await sandbox.extract(["regress"] + arguments)
    #expect(outcome.ending == .exited(code))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  @Test(arguments: [["regress"], ["regress", "corpus", "--format", "xml"]])
  func `answers a wrong command line with 64`(arguments: [String]) async throws {
    #expect(try await sandbox.extract(arguments).ending == .exited(64))
  }
}
