import Foundation

/// A report for people: the table of F1, the documents in which something differs, the sums.
public struct TextReport {
  /// Which differences are listed.
  public enum Listing: String, CaseIterable, Sendable {
    /// Every difference from the truth.
    case all
    /// Those that the record does not have.
    case changes
    /// None.
    case none
  }

  private let report: RegressionReport
  private let listing: Listing

  /// Makes a report.
  public init(_ report: RegressionReport, listing: Listing) {
    self.report = report
    self.listing = listing
  }

  /// The text, with a line feed at its end.
  public var text: String {
    let parts = [table, documents, sums].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  // MARK: - Table

  /// The years side by side, a family on each line; a change since the record stands behind its F1.
  private var table: [String] {
    let years: [String?] = report.years + [nil]
    guard years.count > 1 else { return [] }
    var rows = [["family"] + years.map { $0 ?? "all" }]
    for family in report.families + [nil] as [String?] {
      rows.append([family ?? "all"] + years.map { cell(family: family, year: $0) })
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = row[0] + Self.spaces(widths[0] - row[0].count)
      for column in row.indices.dropFirst() {
        line += "  " + row[column] + Self.spaces(widths[column] - row[column].count)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func cell(family: String?, year: String?) -> String {
    let score = report.score(family: family, year: year)
    guard score.expected + score.found > 0 else { return "–" }
    let change = report.change(family: family, year: year)
    let figure = String(format: "%.3f", score.f1)
    return abs(change) < 0.000_5 ? figure : figure + String(format: " (%+.3f)", change)
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: - Documents

  private var documents: [String] {
    report.documents.flatMap { document in
      let lines = lines(of: document)
      return lines.isEmpty ? [] : [document.id] + lines.map { "  " + $0 }
    }
  }

  private func lines(of document: DocumentResult) -> [String] {
    switch document.outcome {
    case .withoutTruth:
      return [
        "not compared: there is no expected.json; extract it, correct it by hand, save it there"
      ]
    case .wrongTruth(let reason): return ["lost    not compared: \(reason)"]
    case .unreadable(let reason): return ["lost    not read: \(reason)"]
    case .vanished: return ["lost    the record has it and the corpus has not"]
    case .compared:
      guard listing != .none else { return [] }
      let findings = document.findings.filter { listing == .all || $0.status != .known }
      return findings.flatMap(Self.lines) + document.gains.map { "gained  \($0.path)" }
    }
  }

  private static func lines(of finding: DocumentResult.Finding) -> [String] {
    let difference = finding.difference
    let status = finding.status.rawValue
    let place =
      difference.page.map { "page \($0): " } ?? difference.line.map { "line \($0): " } ?? ""
    let excerpt = Excerpt(difference)
    return [
      "\(status)\(spaces(8 - status.count))\(place)\(difference.path)",
      "        expected \(excerpt.expected)",
      "        got      \(excerpt.got)",
    ]
  }

  // MARK: - Sums

  private var sums: [String] {
    let documents = report.documents
    let compared = documents.count { $0.outcome == .compared }
    let withoutTruth = documents.count { $0.outcome == .withoutTruth }
    let unrecorded = documents.count { $0.outcome == .compared && !$0.isRecorded }
    var lines = ["\(Self.count(compared, "document")) compared"]
    if withoutTruth > 0 { lines.append("\(withoutTruth) without expected.json") }
    let failed = documents.count - compared - withoutTruth
    if failed > 0 { lines.append("\(failed) that cannot be compared") }
    if unrecorded > 0 { lines.append("\(unrecorded) not on record (accept with --accept)") }
    func count(_ status: DocumentResult.Finding.Status) -> Int {
      documents.flatMap(\.findings).count { $0.status == status }
    }
    var values = "\(report.lossCount) lost, \(report.gainCount) gained"
    values += ", \(count(.known)) known not to be right"
    if count(.new) > 0 { values += ", \(count(.new)) not right where nothing is on record" }
    return [lines.joined(separator: ", "), values]
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
