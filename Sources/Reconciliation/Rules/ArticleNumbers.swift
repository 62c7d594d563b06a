import DeliberationModel

/// Articles are numbered from 1 without a gap.
struct ArticleNumbers: ReconciliationRule {
  let id = "articles.numbers"

  func findings(in act: Deliberation) -> [Finding] {
    guard !act.articles.isEmpty else { return [] }
    let wrong = act.articles.indices.filter { act.articles[$0].number != $0 + 1 }
    guard let first = wrong.first else {
      let message = "the \(act.articles.count) articles are numbered without a gap"
      return [finding(true, message, at: [])]
    }
    return [
      finding(
        false,
        expected: .count(first + 1),
        found: .count(act.articles[first].number),
        "article \(first + 1) should follow, article \(act.articles[first].number) does",
        at: ["/articles/\(first)/number"]
      )
    ]
  }
}
