import DeliberationModel
import PageModel

/// Says how sure a grant row is: as sure as its least sure part.
///
/// A part in doubt counts 50 hundredths; one that a rule repaired, what the repair says; a number that
/// a rule proves and a name or territory that a lexicon or a repair proves, 99; what is read and neither
/// proved nor contradicted, 90. So a row of 99 needs no second look, and one below 90 does.
struct RowConfidence {
  private static let doubted = 50
  private static let read = 90
  private static let proved = 99

  private let provedNumbers: Set<Subject>
  private var repairs: [String: Int] = [:]

  /// Weighs what the rules found and repaired.
  init(_ findings: [Finding], _ repairs: [Repair]) {
    provedNumbers = Set(findings.filter { $0.passed && $0.proves }.flatMap(\.subjects))
    for repair in repairs { self.repairs[repair.path] = repair.confidence }
  }

  /// Sets the confidence of every row.
  func settle(in act: inout Deliberation) {
    for index in act.grants.indices {
      act.grants[index].confidence =
        act.grants[index].needsReview
        ? Self.doubted : min(numbers(of: index, in: act), names(of: index))
    }
  }

  private func numbers(of index: Int, in act: Deliberation) -> Int {
    let subjects = [Subject.grantAmount(index), .grantQuantity(index)]
    return subjects.filter { $0.value(in: act) != nil }
      .map { repairs[$0.pointer] ?? (provedNumbers.contains($0) ? Self.proved : Self.read) }
      .min() ?? Self.read
  }

  private func names(of index: Int) -> Int {
    ["beneficiary", "territory"].compactMap { repairs["/grants/\(index)/\($0)"] }.min()
      ?? Self.proved
  }
}
