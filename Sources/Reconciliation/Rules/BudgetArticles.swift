import DeliberationModel
import PageModel

/// The lines of the budget table add up to the sums of the articles that they pay: those that the
/// article above the table names ("en application des articles 1 et 2"), or else all.
struct BudgetArticles: ReconciliationRule {
  let id = "budget.articles"

  func findings(in act: Deliberation) -> [Finding] {
    guard !act.budgetLines.isEmpty else { return [] }
    let paid = Self.paidArticles(of: act)
    let articles = act.articles.indices.filter { paid?.contains(act.articles[$0].number) ?? true }
    let amounts = articles.flatMap { article in
      act.articles[article].amounts.indices.map { place in
        Subject.articleAmount(article: article, place: place)
      }
    }
    guard !amounts.isEmpty else { return [notApplicable("no article states a sum")] }
    let finding = compare(
      act.budgetLines.indices.map { .budget($0, .expenditure) },
      with: amounts,
      in: act,
      "the budget lines and the sums of the articles"
    )
    // "… dont 20 000 € pour …": which of several sums the budget pays is not said.
    if finding.failed, articles.contains(where: { act.articles[$0].amounts.count > 1 }) {
      return [notApplicable("an article states more than one sum")]
    }
    return [finding]
  }

  /// The numbers of the articles whose expenditure the act says it charges to the budget.
  private static func paidArticles(of act: Deliberation) -> Set<Int>? {
    let named = act.articles.flatMap { article -> [Int] in
      let folded = FoldedText(article.text.value)
      guard let start = folded.firstIndex(of: "en application de") else { return [] }
      let end = folded.firstIndex(of: "presente deliberation", from: start) ?? folded.bytes.count
      return NumberList.numbers(after: "article", in: FoldedText(folded.bytes[start..<end]))
    }
    let known = Set(named).intersection(act.articles.map(\.number))
    return known.isEmpty ? nil : known
  }
}
