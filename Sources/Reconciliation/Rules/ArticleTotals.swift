import DeliberationModel
import PageModel

/// The total of an operation or a theme is the sum that an article states of it.
///
/// "l'opération n°1 … de la thématique 1 … pour un montant total de 958 080 €"; an article with more
/// than one sum says nothing that can be compared. Where an article states what one budget pays and
/// the report what another adds ("600 000 € … hors financement du FSL : soit 2 165 033.66 €"), the
/// total is both.
struct ArticleTotals: ReconciliationRule {
  let id = "articles.theme-amount"

  func findings(in act: Deliberation) -> [Finding] {
    guard !act.totals.isEmpty else { return [] }
    let groups = GrantGroups(act)
    return act.articles.indices.compactMap { index in
      let article = act.articles[index]
      guard article.amounts.count == 1 else { return nil }
      let text = FoldedText(article.text.value)
      guard let theme = Self.number(after: "thematique ", in: text) else { return nil }
      let operation = Self.number(after: "operation no", in: text)
      let key = GrantGroups.Key(theme: theme, operation: operation)
      guard let total = groups.total(of: key) else { return nil }
      let stated = Subject.articleAmount(article: index, place: 0)
      let added = addition(to: stated, for: .totalAmount(total), in: act)
      return compare(
        [.totalAmount(total)],
        with: [stated] + (added.map { [$0] } ?? []),
        in: act,
        "the total of \(key.name) and article \(article.number)"
          + (added == nil ? "" : " with what the report adds")
      )
    }
  }

  /// The amount of the report that is what an article leaves of a total.
  private func addition(to stated: Subject, for total: Subject, in act: Deliberation) -> Subject? {
    guard let sum = total.value(in: act), let part = stated.value(in: act), sum > part else {
      return nil
    }
    let place = act.report?.amounts.firstIndex { $0.value.cents == sum - part }
    return place.map(Subject.reportAmount)
  }

  /// The number after a word, "n°" aside; nothing where the word does not stand there once.
  private static func number(after word: String, in text: FoldedText) -> String? {
    var found: [String] = []
    let bytes = text.bytes
    let word = Array(word.utf8)
    guard bytes.count > word.count else { return nil }
    for at in 0..<(bytes.count - word.count) where bytes[at...].starts(with: word) {
      let rest = bytes[(at + word.count)...].drop(while: ASCII.isSpace)
      let digits = rest.prefix(while: ASCII.isDigit)
      if !digits.isEmpty { found.append(String(decoding: digits, as: UTF8.self)) }
    }
    return Set(found).count == 1 ? found[0] : nil
  }
}
