import DeliberationModel
import PageModel

/// What minutes say of grants in other words than acts that stand alone.
extension ProseGrants {
  /// Whether a verb, a colon or the item before leads to a sum: "de verser 300 € au club, 200 € au comité et
  /// 100 € au cercle", "les subventions suivantes : 300 € au club".
  static func isListed(
    _ sum: Range<Int>,
    in folded: FoldedText,
    from opening: Int,
    isFirst: Bool
  ) -> Bool {
    let start = max(opening, sum.lowerBound - 90)
    let before = String(decoding: folded.bytes[start..<sum.lowerBound], as: UTF8.self)
      .trimmingEnd([" "])
    if ["total", "global", "enveloppe"].contains(where: before.contains) { return false }
    if !isFirst, [",", " et", ";"].contains(where: before.hasSuffix) { return true }
    let verb = before.split(separator: " ").last.map(String.init) ?? ""
    return before.hasSuffix(":") || giving.contains { verb.hasPrefix($0) }
  }

  /// Whether an article gives, whoever receives: "attribue ces aides".
  static func gives(_ article: Article) -> Bool {
    let folded = FoldedText(article.text.value)
    return giving.contains { folded.string.contains($0) } && !folded.contains("sollicit")
      && ["subvention", "aide", "dotation", "fonds de concours"].contains { folded.contains($0) }
  }

  /// The grant of an act whose title names who receives it, and the title or one clause the sum: "Subvention au
  /// Club de football" above "Le conseil fixe la subvention à 1 600 €".
  static func grant(ofTitle title: String, _ clauses: [Article]) -> Grant? {
    let folded = FoldedText(title)
    guard let noun = folded.firstIndex(of: "subvention"), !isOfRequest(folded),
      let name = receiver(in: folded, noun)
    else { return nil }
    let named = Article(
      number: 1,
      text: Printed(title, source: clauses.first?.text.source ?? SourceLocation())
    )
    let printed = AmountScanner.euros(in: folded)
    if printed.count == 1 {
      return grant(of: name, printed[0].amount, printed: printed[0].range, named, folded)
    }
    var amounts: [(amount: Amount, source: SourceLocation)] = []
    for clause in clauses {
      let text = FoldedText(clause.text.value)
      guard
        opening(of: text, isOfGrants: true, inMinutes: true) != nil || text.starts(with: "montant")
      else {
        continue
      }
      for sum in AmountScanner.euros(in: text) where isGranted(sum.range, in: text, from: 0) {
        amounts.append((sum.amount, clause.text.source))
      }
    }
    guard printed.isEmpty, let only = amounts.first, only.amount.cents > 0,
      amounts.allSatisfy({ $0.amount == only.amount })
    else { return nil }
    var found = grant(of: name, only.amount, printed: name, named, folded)
    // The sum stands elsewhere than the name.
    found.amount = Printed(only.amount, source: only.source)
    return found
  }

  /// Who receives the subsidy of a title.
  private static func receiver(in folded: FoldedText, _ noun: Int) -> Range<Int>? {
    if let with = folded.firstIndex(of: "avec l'association "), with < noun {
      return beneficiary(in: folded, from: with, to: noun, links: ["avec l'"])
    }
    let spaces = folded.bytes[noun...].prefix(60).indices.filter { folded.bytes[$0] == 0x20 }
    for space in spaces {
      let between = folded.bytes[noun..<space].split(separator: 0x20).dropFirst()
      guard
        between.allSatisfy({ word in
          word.allSatisfy(ASCII.isDigit) || kinds.contains(String(decoding: word, as: UTF8.self))
        })
      else { return nil }
      let links: [StaticString] = ["a l'", "a la ", "aux ", "au "]
      if let name = beneficiary(in: folded, from: space, to: folded.bytes.count, links: links) {
        return name
      }
    }
    return nil
  }

  /// What a subsidy is called before who receives it.
  private static let kinds: Set<String> = [
    "de", "exceptionnelle", "fonctionnement", "investissement", "equipement", "d'equilibre",
    "d'investissement", "d'equipement", "municipale", "communale", "annuelle", "complementaire",
    "versee", "accordee", "attribuee",
  ]

  /// Whether a title asks others for money.
  static func isOfRequest(_ title: FoldedText) -> Bool {
    ["demande", "plan de financement", "sollicit", "aupres"].contains { title.contains($0) }
  }
}
