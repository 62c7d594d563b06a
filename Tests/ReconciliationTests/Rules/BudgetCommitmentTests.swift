import DeliberationModel
import Testing

@testable import Reconciliation

struct `A commitment authority` {
  @Test(
    arguments: [
      (commitment: 50_000, statuses: [CheckStatus.passed]),
      (20_000, [.passed]),
      (19_999, [.failed]),
      (nil, []),
    ] as [(Int?, [CheckStatus])]
  )
  func `covers the expenditure`(commitment: Int?, statuses: [CheckStatus]) {
    var act = Deliberation()
    act.budgetLines = [InventedAct.budget("X1", commitment: commitment, expenditure: 20_000)]
    #expect(BudgetCommitment().statuses(in: act) == statuses)
  }
}
