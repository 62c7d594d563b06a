import Foundation
import SystemTestSupport
import Testing

/// Every sample read by the program and held against its truth, which was checked by hand.
struct SampleTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let updates = environment["EXTRACT_UPDATE_SNAPSHOTS"] == "1"

  /// The samples' folders below Samples, such as `haute-lys/2023/2023-041`.
  static let samples = Places.files(below: Places.samples, suffix: "/expected.json").map { path in
    String(path.dropFirst(Places.samples.count + 1).dropLast("/expected.json".count))
  }

  private static func source(of sample: String) throws -> String {
    let folder = "\(Places.samples)/\(sample)"
    let names = ["source.pdf", "source.txt"].map { "\(folder)/\($0)" }
    return try #require(names.first { FileManager.default.fileExists(atPath: $0) })
  }

  private static func comparison(of sample: String) async throws -> Comparison {
    let outcome = try await Launch.extract(["--quiet", source(of: sample)]).run()
    try #require(outcome.ending == .exited(0), "\(outcome.errors)")
    let truth = try JSON(file: "\(Places.samples)/\(sample)/expected.json")
    return try Comparison(expected: truth, got: JSON(outcome.output))
  }

  @Test func `has samples`() {
    #expect(Self.samples.count >= 5)
  }

  @Test(.enabled(if: !updates, "the scores are being rewritten"), arguments: samples)
  func `reads the sample as well as before`(sample: String) async throws {
    let kept = try ScoreTable(file: ScoreTable.path).scores[sample] ?? [:]
    let comparison = try await Self.comparison(of: sample)
    for family in Set(kept.keys).union(comparison.scores.keys).sorted() {
      let score = comparison.scores[family] ?? Score()
      let before = try #require(
        kept[family],
        "no score is kept for '\(family)'; run the tests with EXTRACT_UPDATE_SNAPSHOTS=1"
      )
      let misses = comparison.misses.filter { $0.family == family }.map { "\n  \($0)" }.joined()
      #expect(!score.isWorse(than: before), "\(family): \(before) became \(score)\(misses)")
    }
  }

  @Test(.enabled(if: updates, "EXTRACT_UPDATE_SNAPSHOTS is not 1"))
  func `rewrites the scores`() async throws {
    var table = ScoreTable()
    for sample in Self.samples {
      table.scores[sample] = try await Self.comparison(of: sample).scores
    }
    try table.write(to: ScoreTable.path)
  }

  @Test func `does not rewrite the scores in continuous integration`() {
    #expect(!(Self.updates && Self.environment["CI"] == "true"))
  }

  @Test func `writes what the schema allows for every sample`() async throws {
    let sandbox = try Sandbox()
    var files: [String] = []
    for (index, sample) in Self.samples.enumerated() {
      let outcome = try await Launch.extract(["--quiet", Self.source(of: sample)]).run()
      files.append(try sandbox.write(outcome.output, to: "\(index).json"))
    }
    #expect(try await OutputContract.problems(in: files) == "")
  }
}
