import DeliberationModel
import PageModel

/// Says how sure the numbers of a grant row are, and its names where they were repaired.
///
/// A row with a part in doubt counts 50 hundredths; else it is as sure as its least sure number: what a
/// repair says of it, 99 where a rule proves it, 90 where it is read and neither proved nor
/// contradicted. A name or territory that was repaired counts what its repair says. No rule compares
/// other names, so a row of 99 has proved numbers and says nothing of its name.
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
