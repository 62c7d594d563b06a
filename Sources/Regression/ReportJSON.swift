import Foundation
import JSONModel

/// A report for programs: keys sorted, the same bytes every run.
public enum ReportJSON {
  /// The JSON, with a line feed at its end.
  public static func json(_ report: RegressionReport) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let written = Written(
      losses: report.lossCount,
      gains: report.gainCount,
      documents: report.documents.map(Written.Document.init),
      years: report.years.map { year in
        Written.Year(
          year: year,
          families: report.families.compactMap { family in
            Written.Family(
              family,
              report.score(family: family, year: year),
              change: report.change(family: family, year: year)
            )
          }
        )
      }
    )
    return try [UInt8](encoder.encode(written)) + [0x0A]
  }

  private struct Written: Encodable {
    var losses: Int
    var gains: Int
    var documents: [Document]
    var years: [Year]

    struct Year: Encodable {
      var year: String
      var families: [Family]
    }

    struct Family: Encodable {
      var family: String
      var expected: Int
      var found: Int
      var correct: Int
      var wrong: Int
      var missing: Int
      var f1: Double
      /// Since the record, over the documents that are on it.
      var change: Double?

      init?(_ name: String, _ score: Score, change: Double? = nil) {
        guard score.expected + score.found > 0 else { return nil }
        family = name
        expected = score.expected
        found = score.found
        correct = score.correct
        wrong = score.wrong
        missing = score.missing
        f1 = Self.rounded(score.f1)
        self.change = change.map(Self.rounded)
      }

      private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    }

    struct Document: Encodable {
      var document: String
      var year: String
      var outcome: String
      var reason: String?
      var recorded: Bool
      var families: [Family]
      var differences: [Finding]
      var gains: [String]

      init(_ result: DocumentResult) {
        document = result.id
        year = result.year
        recorded = result.isRecorded
        switch result.outcome {
        case .compared: outcome = "compared"
        case .withoutTruth: outcome = "without_truth"
        case .vanished: outcome = "vanished"
        case .unreadable(let sentence): (outcome, reason) = ("unreadable", sentence)
        case .wrongTruth(let sentence): (outcome, reason) = ("wrong_truth", sentence)
        }
        families = result.scores.sorted { $0.key < $1.key }.compactMap { Family($0.key, $0.value) }
        differences = result.findings.map(Finding.init)
        gains = result.gains.map(\.path)
      }
    }

    struct Finding: Encodable {
      var status: String
      var kind: String
      var family: String
      var path: String
      var page: Int?
      var line: Int?
      var expected: JSON?
      var got: JSON?

      init(_ finding: DocumentResult.Finding) {
        let difference = finding.difference
        status = finding.status.rawValue
        kind = difference.kind.rawValue
        family = difference.family
        path = difference.path
        page = difference.page
        line = difference.line
        expected = difference.expected
        got = difference.got
      }
    }
  }
}
