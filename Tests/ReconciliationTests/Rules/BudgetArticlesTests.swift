import DeliberationModel
import Testing

@testable import Reconciliation

struct `The budget lines` {
  @Test(arguments: [
    (articles: [[10_000], [20_000]], statuses: [CheckStatus.passed]),
    ([[10_000], [21_000]], [.failed]),
    ([[10_000, 5_000], [21_000]], [.notApplicable]),
    ([[]], [.notApplicable]),
  ])
  func `add up to the sums of the articles`(articles: [[Int]], statuses: [CheckStatus]) {
    var act = Deliberation()
    act.budgetLines = [
      InventedAct.budget("X1", commitment: nil, expenditure: 25_000),
      InventedAct.budget("X2", commitment: nil, expenditure: 5_000),
    ]
    act.articles = articles.enumerated().map { index, cents in
      InventedAct.article(index + 1, "", cents: cents)
    }
    #expect(BudgetArticles().statuses(in: act) == statuses)
  }
}
