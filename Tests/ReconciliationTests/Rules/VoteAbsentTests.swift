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
}
