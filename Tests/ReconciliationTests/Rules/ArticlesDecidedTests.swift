import DeliberationModel
import Testing

@testable import Reconciliation

struct `An article` {
  @Test(
    arguments: [
      (decided: [1, 2], result: nil, status: CheckStatus.passed),
      ([1], .adopted, .passed),
      ([1], nil, .failed),
    ] as [([Int], VoteResult?, CheckStatus)]
  )
  func `stands under a vote or has a result`(
    decided: [Int],
    result: VoteResult?,
    status: CheckStatus
  ) {
    var act = InventedAct.vote(present: 3, [.yes: 3])
    act.decisions[0].articles = decided
    act.articles = [InventedAct.article(1, ""), InventedAct.article(2, "")]
    act.articles[1].result = result
    #expect(ArticlesDecided().statuses(in: act) == [status])
  }
}
