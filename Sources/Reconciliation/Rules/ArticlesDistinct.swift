import DeliberationModel
import PageModel

/// No article says again what another says.
///
/// Only articles that name one thing are compared, by its title in quotes or by a sum: "to sign the
/// agreements of annex 7" may well stand after each of several decisions.
struct ArticlesDistinct: ReconciliationRule {
  let id = "articles.distinct"

  /// The fewest letters of an article that is compared: "Adopté." may well stand twice.
  private static let fewest = 60

  func findings(in act: Deliberation) -> [Finding] {
    guard act.articles.count > 1 else { return [] }
    var first: [String: Int] = [:]
    var repeated: [Finding] = []
    for (index, article) in act.articles.enumerated() {
      let key = FoldedText(article.text.value).key
      guard key.utf8.count >= Self.fewest, namesOneThing(article) else { continue }
      if let earlier = first[key] {
        repeated.append(
          finding(
            false,
            "article \(article.number) says what article \(act.articles[earlier].number) says",
            at: ["/articles/\(earlier)", "/articles/\(index)"]
          )
        )
      } else {
        first[key] = index
      }
    }
    guard !first.isEmpty else { return [] }
    return repeated.isEmpty ? [finding(true, "no article repeats another", at: [])] : repeated
  }
  private func namesOneThing(_ article: Article) -> Bool {
    !article.amounts.isEmpty || FoldedText(article.text.value).bytes.contains(UInt8(ascii: "\""))
  }
}
