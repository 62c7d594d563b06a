import DeliberationModel

/// Says how sure the numbers of an act are, each total, count and budget line by its least sure one.
///
/// A number counts 99 hundredths where a rule proves it, what a repair says of it, and 90 where it is
/// read and neither proved nor contradicted; one in doubt or that cannot be read counts 50, and so does
/// all that stands in one object with it.
struct NumberConfidence {
  static let doubted = 50
  static let read = 90
  static let proved = 99

  private let provedNumbers: Set<Subject>
  /// What the repairs say, by JSON pointer.
  private(set) var repairs: [String: Int] = [:]

  /// Weighs what the rules found and repaired.
  init(_ findings: [Finding], _ repairs: [Repair]) {
    provedNumbers = Set(findings.filter { $0.passed && $0.proves }.flatMap(\.subjects))
    for repair in repairs { self.repairs[repair.path] = repair.confidence }
  }

  /// The confidence of the least sure of some numbers, those aside that the act does not print.
  func least(of subjects: [Subject], in act: Deliberation) -> Int {
    subjects.filter { $0.value(in: act) != nil }
      .map { repairs[$0.pointer] ?? (provedNumbers.contains($0) ? Self.proved : Self.read) }
      .min() ?? Self.read
  }

  /// Sets the confidence of every total, vote count and budget line.
  func settle(in act: inout Deliberation) {
    for index in act.totals.indices {
      let total = act.totals[index]
      act.totals[index].confidence =
        total.needsReview || total.unreadable != nil || total.unreadableQuantity != nil
        ? Self.doubted : least(of: [.totalAmount(index), .totalQuantity(index)], in: act)
    }
    for index in act.decisions.indices {
      for (option, count) in act.decisions[index].vote {
        let isDoubted = count.needsReview || count.count == nil
        let confidence =
          isDoubted ? Self.doubted : least(of: [.vote(decision: index, option)], in: act)
        act.decisions[index].vote[option]?.confidence = confidence
      }
    }
    for index in act.budgetLines.indices {
      act.budgetLines[index].confidence =
        act.budgetLines[index].isDoubtful ? Self.doubted : least(of: Subject.line(index), in: act)
    }
    for (index, line) in (act.report?.budgetLines ?? []).enumerated() {
      let confidence =
        line.isDoubtful ? Self.doubted : least(of: Subject.reportLine(index), in: act)
      act.report?.budgetLines[index].confidence = confidence
    }
  }
}
