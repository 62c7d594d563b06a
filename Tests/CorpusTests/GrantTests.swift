import SystemTestSupport
import Testing

/// The grants of another authority's table, against its own spreadsheet.
@Suite(.enabled(if: Places.hasCorpus, "the corpus ../shared is absent"))
struct GrantTests {
  @Test func `finds the rows of another city's annual table`() async throws {
    let corpus = Places.shared + "/corpus/montpellier"
    let pdf = corpus + "/pdf/attribution-subventions-2014.pdf"
    let sandbox = try Sandbox()
    let outcome = try await Launch.extract(["--quiet", pdf]).run()
    try #require(outcome.ending == .exited(0), "\(outcome.errors)")
    let output = try sandbox.write(outcome.output, to: "grants.json")
    let scored = try await Launch.python(
      [Places.root + "/Tests/CorpusTests/score-grants-2014.py", corpus + "/grants-2014.json"]
        + [pdf, output]
    ).run()
    let share = try #require(
      scored.text.split(separator: " ").last.flatMap { word in
        Double(word.split(whereSeparator: \.isWhitespace).joined())
      }
    )
    #expect(share >= 0.95, "\(scored.text)")
  }
}
