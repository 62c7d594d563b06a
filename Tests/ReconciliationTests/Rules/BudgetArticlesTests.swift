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

  @Test(arguments: [
    ("en application des articles 1 et 2 de la présente délibération", CheckStatus.passed),
    ("en application de l'article 1 de la présente délibération", .failed),
    ("en application de l'article 9 de la présente délibération", .failed),
    ("au budget départemental", .failed),
  ])
  func `pay the articles that the act names, or else all`(clause: String, status: CheckStatus) {
    var act = Deliberation()
    act.budgetLines = [InventedAct.budget("X1", commitment: nil, expenditure: 30_000)]
    act.articles = [
      InventedAct.article(1, "", cents: [10_000]), InventedAct.article(2, "", cents: [20_000]),
      InventedAct.article(3, "de céder au prix d'un euro", cents: [100]),
      InventedAct.article(4, "Les dépenses versées \(clause) sont imputées comme suit :"),
    ]
    #expect(BudgetArticles().statuses(in: act) == [status])
  }
}
