import DeliberationModel
import Testing

@testable import Reconciliation

struct `The abstentions of a block` {
  @Test(arguments: [
    (abstain: [3, 4, 0], statuses: [CheckStatus.passed, .passed, .passed]),
    ([3, 5, 0], [.notApplicable]),
    ([3, 4, 1], [.passed, .passed, .failed]),
    ([1, 5, 0], [.notApplicable]),
  ])
  func `are its recused members, where the act counts them so`(
    abstain: [Int],
    statuses: [CheckStatus]
  ) {
    var act = InventedAct.vote(present: 20, [:])
    act.decisions = zip([3, 4, 0], abstain).map { recused, count in
      InventedAct.decision(recused: recused, [.yes: 20 - count, .abstain: count])
    }
    #expect(VoteAbstentions().statuses(in: act) == statuses)
  }
}
