import DeliberationModel

/// Every article stands under a vote, or the act states its result.
struct ArticlesDecided: ReconciliationRule {
  let id = "articles.decided"

  func findings(in act: Deliberation) -> [Finding] {
    guard act.decisions.contains(where: { !$0.vote.isEmpty }) else { return [] }
    let decided = Set(act.decisions.flatMap(\.articles))
    let open = act.articles.indices.filter { index in
      !decided.contains(act.articles[index].number) && act.articles[index].result == nil
    }
    let numbers = open.map { String(act.articles[$0].number) }.joined(separator: ", ")
    return [
      finding(
        open.isEmpty,
        open.isEmpty
          ? "every article stands under a vote or has a result"
          : "no vote and no result stands over article \(numbers)",
        at: open.map { "/articles/\($0)" }
      )
    ]
  }
}
