import DeliberationModel
import Testing

@testable import Reconciliation

struct `The votes of a block` {
  @Test(arguments: [
    (yes: 20, no: 2, abstain: 5, recused: 0, statuses: [CheckStatus.passed]),
    (20, 2, 6, 0, [.failed]),
    (18, 2, 7, 7, [.passed]),
    (18, 2, 0, 7, [.passed]),
    (18, 2, 1, 7, [.failed]),
  ])
  func `are those of the members present or excused with a proxy, recused ones aside`(
    yes: Int,
    no: Int,
    abstain: Int,
    recused: Int,
    statuses: [CheckStatus]
  ) {
    let act = InventedAct.vote(
      present: 24,
      excused: 3,
      recused: recused,
      [.yes: yes, .no: no, .abstain: abstain]
    )
    #expect(VoteTotal().statuses(in: act) == statuses)
  }

  @Test func `have a count of those in favour`() {
    let act = InventedAct.vote(present: 3, [.no: 0, .abstain: 1])
    #expect(VoteTotal().statuses(in: act) == [.failed])
  }

  @Test func `are not those of nobody where the act lists who is excused`() {
    let act = InventedAct.vote(present: 0, excused: 1, [.yes: 3])
    #expect(VoteTotal().statuses(in: act) == [.failed])
  }

  @Test func `are not counted where the act lists nobody`() {
    #expect(VoteTotal().statuses(in: InventedAct.vote(present: 0, [.yes: 3])) == [.notApplicable])
  }
}
