import Foundation
import SystemTestSupport
import Testing

/// Every sample read by the program and held against its truth, which was checked by hand.
struct SampleTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let updates = environment["EXTRACT_UPDATE_SNAPSHOTS"] == "1"

  /// What `extract regress Samples` says, run once for all tests.
  private static let report = Task {
    let accept = updates ? ["--accept"] : []
    let outcome = try await Launch.extract(
      ["regress", Places.samples, "--format", "json"] + accept
    ).run()
    return try (JSON(outcome.output), outcome)
  }

  /// The samples' folders below Samples, such as `haute-lys/2023/2023-041`.
  static let samples = Places.files(below: Places.samples, suffix: "/expected.json").map { path in
    String(path.dropFirst(Places.samples.count + 1).dropLast("/expected.json".count))
  }

  private static func source(of sample: String) throws -> String {
    let folder = "\(Places.samples)/\(sample)"
    let names = ["source.pdf", "source.txt"].map { "\(folder)/\($0)" }
    return try #require(names.first { FileManager.default.fileExists(atPath: $0) })
  }

  @Test func `has samples`() {
    #expect(Self.samples.count >= 5)
  }

  @Test(arguments: samples)
  func `reads the sample as well as before`(sample: String) async throws {
    let report = try await Self.report.value.0
    let document = try #require(
      report["documents"]?.elements.first { $0["document"]?.string == sample }
    )
    #expect(document["outcome"] == "compared", "\(document["reason"]?.description ?? "")")
    #expect(
      document["recorded"] == .bool(true) || Self.updates,
      "run the tests with EXTRACT_UPDATE_SNAPSHOTS=1"
    )
    for difference in document["differences"]?.elements ?? []
    where difference["status"] == "lost" && !Self.updates {
      Issue.record("\(difference)")
    }
  }

  @Test func `loses nothing`() async throws {
    let (report, outcome) = try await Self.report.value
    #expect(report["documents"]?.elements.count == Self.samples.count)
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
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
