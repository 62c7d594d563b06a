import DeliberationModel

/// What is available, less what the report proposes, is the balance.
struct ReportBalance: ReconciliationRule {
  let id = "report.balance"

  func findings(in act: Deliberation) -> [Finding] {
    (act.report?.budgetLines ?? []).indices.compactMap { index in
      guard let line = act.report?.budgetLines[index], line.available != nil,
        line.proposed != nil, line.balance != nil
      else { return nil }
      return compare(
        [.reportProposed(index), .reportBalance(index)],
        with: [.reportAvailable(index)],
        in: act,
        "proposed and balance of \(line.operationCode.value), and what is available"
      )
    }
  }
}
