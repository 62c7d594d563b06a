import DeliberationModel
import Testing

@testable import Reconciliation

struct `The members counted as absent` {
  @Test(arguments: [
    (listed: 4, statuses: [CheckStatus.passed]),
    (5, [.failed]),
    (0, []),
  ])
  func `are those on the list`(listed: Int, statuses: [CheckStatus]) {
    let act = InventedAct.vote(present: 20, absent: listed, [.yes: 20, .absent: 4])
    #expect(VoteAbsent().statuses(in: act) == statuses)
  }

  @Test(arguments: [(excused: 1, statuses: [CheckStatus.failed]), (0, [])])
  func `are listed where the act lists who is excused`(excused: Int, statuses: [CheckStatus]) {
    let act = InventedAct.vote(present: 20, excused: excused, [.yes: 20, .absent: 4])
    #expect(VoteAbsent().statuses(in: act) == statuses)
  }
}
