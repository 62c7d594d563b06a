import DeliberationModel

/// A budget line of the act says what the line of its operation in the report says.
///
/// A commitment authority that cannot be read in either is what is available before the act, where
/// that is so on every other line of the report; the report's own is then the act's.
struct BudgetReport: ReconciliationRule {
  let id = "budget.report"

  func findings(in act: Deliberation) -> [Finding] {
    guard let lines = act.report?.budgetLines, !lines.isEmpty else { return [] }
    let readable = lines.filter { $0[.commitment] != nil && $0[.available] != nil }
    let isUntouched =
      readable.count >= 3
      && readable.allSatisfy { $0[.commitment]?.value == $0[.available]?.value }
    return act.budgetLines.indices.flatMap { index -> [Finding] in
      let code = act.budgetLines[index].operationCode.value
      let places = lines.indices.filter { lines[$0].operationCode.value == code }
      let isOnce = act.budgetLines.count { $0.operationCode.value == code } == 1
      guard isOnce, places.count == 1, let place = places.first else { return [] }
      var findings: [Finding] = []
      let (own, reported) = (act.budgetLines[index], lines[place])
      let isPrinted =
        own[.expenditure] != nil || own.unreadable[.expenditure]?.isEmpty == false
      if isPrinted, reported[.proposed] != nil {
        findings.append(
          compare(
            [.reportBudget(place, .proposed)],
            with: [.budget(index, .expenditure)],
            in: act,
            "the expenditure of \(code) in the report and in the act"
          )
        )
      }
      let stated: Subject? =
        reported[.commitment] != nil
        ? .reportBudget(place, .commitment)
        : isUntouched && reported[.available] != nil ? .reportBudget(place, .available) : nil
      // All of the line's numbers but the first can be read.
      let lacksFirst =
        reported[.commitment] == nil && reported[.available] != nil
        && reported[.proposed] != nil && reported[.balance] != nil
      if let amount = own[.commitment]?.value.cents, lacksFirst,
        let print = reported.unreadable[.commitment],
        NumberShape.fits(print, cents: amount)
          || NumberDamage.explains(print, cents: amount, readAs: nil) == .marks
      {
        findings.append(
          compare(
            [.budget(index, .commitment)],
            with: [.reportBudget(place, .commitment)],
            in: act,
            "the commitment authority of \(code) in the act and in the report"
          )
        )
      } else if let stated {
        findings.append(
          compare(
            [stated],
            with: [.budget(index, .commitment)],
            in: act,
            "the commitment authority of \(code) in the report and in the act"
          )
        )
      }
      return findings
    }
  }
}
