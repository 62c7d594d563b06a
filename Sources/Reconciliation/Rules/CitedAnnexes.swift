import DeliberationModel

/// The annexes that articles cite are attached, or reported missing.
struct CitedAnnexes: ReconciliationRule {
  let id = "annexes.cited"

  func findings(in act: Deliberation) -> [Finding] {
    let cited = Set(act.articles.flatMap(\.annexes)).sorted()
    guard !cited.isEmpty else { return [] }
    let attached = Set(act.attachments.compactMap(\.number))
    let missing = cited.filter { !attached.contains($0) }
    let numbers = missing.map(String.init).joined(separator: ", ")
    let pointers = act.articles.indices.filter { index in
      act.articles[index].annexes.contains(where: missing.contains)
    }
    .map { "/articles/\($0)/annexes" }
    return [
      finding(
        missing.isEmpty,
        missing.isEmpty
          ? "the \(cited.count) annexes that articles cite are attached"
          : "articles cite annexes that are not in the document: \(numbers)",
        at: pointers
      )
    ]
  }
}
