import DeliberationModel

/// The lines of the budget table add up to the sums of the articles that they pay.
struct BudgetArticles: ReconciliationRule {
  let id = "budget.articles"

  func findings(in act: Deliberation) -> [Finding] {
    guard !act.budgetLines.isEmpty else { return [] }
    let amounts = act.articles.indices.flatMap { article in
      act.articles[article].amounts.indices.map { place in
        Subject.articleAmount(article: article, place: place)
      }
    }
    guard !amounts.isEmpty else { return [notApplicable("no article states a sum")] }
    let finding = compare(
      act.budgetLines.indices.map(Subject.expenditure),
      with: amounts,
      in: act,
      "the budget lines and the sums of the articles"
    )
    // "… dont 20 000 € pour …": which of several sums the budget pays is not said.
    if finding.failed, act.articles.contains(where: { $0.amounts.count > 1 }) {
      return [notApplicable("an article states more than one sum")]
    }
    return [finding]
  }
}
