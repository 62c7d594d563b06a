import SystemTestSupport
import Testing

/// The three real acts of the corpus, joined to one file as a recueil prints them.
@Suite(.enabled(if: Places.hasCorpus, "the corpus ../shared is absent"))
struct RecueilTests {
  private static let documents = ["000", "001", "002"]

  /// Joins the three files, so many times over, and writes what each gives by itself.
  private static func sandbox(_ times: Int) async throws -> Sandbox {
    let sandbox = try Sandbox()
    let folder = Places.shared + "/corpus/pas-de-calais/pdf/digital"
    let outcome = try await sandbox.shell(
      """
      cd '\(folder)'
      files=(000.pdf 001.pdf 002.pdf)
      qpdf --empty --pages $(for i in {1..\(times)}; do echo ${files[@]}; done) \
        -- '\(sandbox.file("recueil.pdf"))'
      for file in ${files[@]}; do "$0" --quiet $file > '\(sandbox.path)'/$file.json; done
      """
    )
    try #require(outcome.ending == .exited(0), "\(outcome.errors)")
    return sandbox
  }

  /// Which acts of an output are not those of the files.
  private static func differences(in sandbox: Sandbox) async throws -> String {
    let own = documents.map { sandbox.file($0 + ".pdf.json") }
    let script = Places.root + "/Tests/CorpusTests/compare-recueil.py"
    let outcome = try await Launch.python([script, sandbox.file("recueil.json")] + own).run()
    return outcome.text + outcome.errors
  }

  @Test func `gives three acts, each equal to its own`() async throws {
    let sandbox = try await Self.sandbox(1)
    let outcome = try await sandbox.extract("--quiet", "recueil.pdf", "-o", "recueil.json")
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    #expect(try await Self.differences(in: sandbox) == "")
  }

  @Test func `of two thousand pages is read in 250 MB, each act equal to its own`() async throws {
    let sandbox = try await Self.sandbox(12)
    let outcome = try await sandbox.extract(
      "batch",
      "recueil.pdf",
      "--output",
      "out",
      "--jsonl",
      "recueil.json",
      "--memory",
      "250",
      "--timeout",
      "600"
    )
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    #expect(outcome.errors.contains("1 contents with 2028 pages"))
    #expect(try await Self.differences(in: sandbox) == "")
  }
}
