import DeliberationModel

/// What is available, less what the report proposes, is the balance.
///
/// Of a line on which one of the three cannot be read, the other two say it, where its print has the
/// shape of that number.
struct ReportBalance: ReconciliationRule {
  let id = "report.balance"

  func findings(in act: Deliberation) -> [Finding] {
    (act.report?.budgetLines ?? []).indices.compactMap { index in
      guard let line = act.report?.budgetLines[index] else { return nil }
      let columns: [BudgetColumn] = [.proposed, .balance, .available]
      let numbers = columns.map { Subject.reportBudget(index, $0) }
      let missing = columns.filter { line[$0] == nil }
      guard missing.count <= 1 else { return nil }
      let finding = compare(
        Array(numbers.prefix(2)),
        with: Array(numbers.suffix(1)),
        in: act,
        "proposed and balance of \(line.operationCode.value), and what is available"
      )
      guard let missing = missing.first else { return finding }
      let fits = finding.demands.contains { demand in
        let (print, value) = (line.unreadable[missing] ?? "", demand.values.lowerBound)
        return demand.subject == .reportBudget(index, missing)
          && (NumberShape.fits(print, cents: value)
            || NumberDamage.explains(print, cents: value, readAs: nil) == .marks)
      }
      return line[.commitment] != nil && fits ? finding : nil
    }
  }
}
