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

  @Test(arguments: [
    (yes: 17, abstain: 3, statuses: [CheckStatus.passed]),
    (17, 8, [.failed]),
    (20, 0, [.notApplicable]),
  ])
  func `of an only block are its recused members where its votes leave them`(
    yes: Int,
    abstain: Int,
    statuses: [CheckStatus]
  ) {
    let act = InventedAct.vote(present: 20, recused: 3, [.yes: yes, .no: 0, .abstain: abstain])
    #expect(VoteAbstentions().statuses(in: act) == statuses)
  }
}
