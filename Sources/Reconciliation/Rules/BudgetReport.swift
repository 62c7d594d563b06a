import DeliberationModel

/// A budget line of the act says what the line of its operation in the report says.
///
/// A commitment authority that cannot be read in either is what is available before the act, where
/// that is so on every other line of the report; the report's own is then the act's.
struct BudgetReport: ReconciliationRule {
  let id = "budget.report"

  func findings(in act: Deliberation) -> [Finding] {
    guard let lines = act.report?.budgetLines, !lines.isEmpty else { return [] }
    let readable = lines.filter { $0.commitmentAuthority != nil && $0.available != nil }
    let isUntouched =
      readable.count >= 3
      && readable.allSatisfy { $0.commitmentAuthority?.value == $0.available?.value }
    return act.budgetLines.indices.flatMap { index -> [Finding] in
      let code = act.budgetLines[index].operationCode.value
      let places = lines.indices.filter { lines[$0].operationCode.value == code }
      let isOnce = act.budgetLines.count { $0.operationCode.value == code } == 1
      guard isOnce, places.count == 1, let place = places.first else { return [] }
      var findings: [Finding] = []
      let isPrinted =
        act.budgetLines[index].expenditure != nil
        || act.budgetLines[index].unreadableExpenditure?.isEmpty == false
      if isPrinted, lines[place].proposed != nil {
        findings.append(
          compare(
            [.reportProposed(place)],
            with: [.expenditure(index)],
            in: act,
            "the expenditure of \(code) in the report and in the act"
          )
        )
      }
      let stated: Subject? =
        lines[place].commitmentAuthority != nil
        ? .reportCommitment(place)
        : isUntouched && lines[place].available != nil ? .reportAvailable(place) : nil
      if let amount = act.budgetLines[index].commitmentAuthority?.value.cents,
        lines[place].lacksCommitmentAlone, let print = lines[place].unreadable,
        NumberShape.fits(print, cents: amount)
          || NumberDamage.explains(print, cents: amount, readAs: nil) == .marks
      {
        findings.append(
          compare(
            [.commitment(index)],
            with: [.reportCommitment(place)],
            in: act,
            "the commitment authority of \(code) in the act and in the report"
          )
        )
      } else if let stated {
        findings.append(
          compare(
            [stated],
            with: [.commitment(index)],
            in: act,
            "the commitment authority of \(code) in the report and in the act"
          )
        )
      }
      return findings
    }
  }
}

extension ReportBudgetLine {
  /// Whether all of the line's numbers but the first can be read.
  fileprivate var lacksCommitmentAlone: Bool {
    commitmentAuthority == nil && available != nil && proposed != nil && balance != nil
  }
}
