import DeliberationModel
import Testing

@testable import Reconciliation

import PageModel

struct `A budget line of the act` {
  private func act(commitment: Int?, expenditure: Int?) -> Deliberation {
    var act = Deliberation()
    act.budgetLines = [
      InventedAct.budget("X1", commitment: commitment, expenditure: expenditure)
    ]
    var report = Report(source: SourceLocation())
    report.budgetLines =
      [InventedAct.report("X1", [nil, 90_000, 20_000, 70_000])]
      + (2...4).map { InventedAct.report("X\($0)", [50_000, 50_000, 10_000, 40_000]) }
    act.report = report
    return act
  }

  @Test(arguments: [
    (commitment: 90_000, expenditure: 20_000, statuses: [CheckStatus.passed, .passed]),
    (90_000, 25_000, [.failed, .passed]),
    (9_000, 20_000, [.passed, .failed]),
  ])
  func `says what the report says`(commitment: Int, expenditure: Int, statuses: [CheckStatus]) {
    let act = act(commitment: commitment, expenditure: expenditure)
    #expect(BudgetReport().statuses(in: act) == statuses)
  }

  @Test func `takes what is available only where no other line differs from it`() {
    var act = act(commitment: 90_000, expenditure: 20_000)
    act.report?.budgetLines[1][.available] = Printed(Amount(cents: 45_000))
    #expect(BudgetReport().statuses(in: act) == [.passed])
  }
}
