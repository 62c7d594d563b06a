import DeliberationModel

/// The commitment authority of a budget line covers its expenditure.
struct BudgetCommitment: ReconciliationRule {
  let id = "budget.commitment"

  func findings(in act: Deliberation) -> [Finding] {
    act.budgetLines.indices.compactMap { index in
      let line = act.budgetLines[index]
      guard let commitment = line[.commitment]?.value,
        let expenditure = line[.expenditure]?.value
      else { return nil }
      let covers = commitment >= expenditure
      let subjects = Subject.line(index)
      var finding = finding(
        covers,
        expected: .amount(expenditure),
        found: .amount(commitment),
        "the commitment authority of \(line.operationCode.value) "
          + (covers ? "covers its expenditure" : "is less than its expenditure"),
        at: subjects.map(\.pointer)
      )
      finding.subjects = subjects
      return finding
    }
  }
}
