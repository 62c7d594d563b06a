import SystemTestSupport
import Testing

/// Correct acts of the corpus, damaged as OCR does, one print at a time.
@Suite(.enabled(if: Places.hasCorpus, "the corpus ../shared is absent"))
struct MutationTests {
  @Test func `damage stays wrong nowhere without a flag, and sums that determine it repair it`()
    async throws
  {
    var launch = Launch(Places.mutations, [Places.shared + "/corpus"])
    launch.deadline = 600
    let outcome = try await launch.run()
    let report = String(decoding: outcome.output, as: UTF8.self)
    print(report)
    #expect(outcome.ending == .exited(0), "\(report)\(outcome.errors)")
  }
}
