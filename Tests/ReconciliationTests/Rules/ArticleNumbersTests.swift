import DeliberationModel
import Testing

@testable import Reconciliation

struct `Articles` {
  @Test(arguments: [
    (numbers: [1, 2, 3], statuses: [CheckStatus.passed]),
    ([1, 3], [.failed]),
    ([1, 2, 2], [.failed]),
    ([], []),
  ])
  func `are numbered from 1 without a gap`(numbers: [Int], statuses: [CheckStatus]) {
    var act = Deliberation()
    act.articles = numbers.map { InventedAct.article($0, "") }
    #expect(ArticleNumbers().statuses(in: act) == statuses)
  }
}
