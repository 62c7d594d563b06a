import DeliberationModel
import PageModel

/// Reads grants that the articles state in words: "d'attribuer une subvention de 155 000 euros à
/// l'association Les Nuits de la Brenne", "- 1 500 € à l'Amicale des anciens".
///
/// One that does not say who receives exactly which sum is left out: a wrong grant is worse than
/// none. So are sums that the authority asks for, pays for works, or guarantees.
struct ProseGrants {
  /// The grants of the articles that no table of the act states.
  static func grants(of act: Deliberation) -> [Grant] {
    let inTables = act.grants.filter { $0.statedIn == .table }
    var found: [Grant] = []
    for article in act.articles {
      for grant in grants(in: article) where !isRepeated(grant, inTables) {
        if !found.contains(where: { isSame($0, grant) }) { found.append(grant) }
      }
    }
    return found
  }

  /// Whether two grants give the same sum to the same beneficiary.
  static func isSame(_ left: Grant, _ right: Grant) -> Bool {
    left.amount?.value == right.amount?.value
      && FoldedText(left.beneficiary?.value ?? "").key
        == FoldedText(right.beneficiary?.value ?? "").key
  }

  /// Whether a table states the grant: the same sum, or a beneficiary of the same name.
  private static func isRepeated(_ grant: Grant, _ tables: [Grant]) -> Bool {
    let key = FoldedText(grant.beneficiary?.value ?? "").key
    return tables.contains { row in
      row.amount?.value == grant.amount?.value
        || FoldedText(row.beneficiary?.value ?? "").key == key
    }
  }

  /// The grants of one article.
  ///
  /// `isOfGrants` says that the title speaks of giving money, so that the article need not. An act that
  /// stands alone refers to its annexes, so that a sum is told as a subsidy or is none; minutes say all.
  static func grants(
    in article: Article,
    isOfGrants: Bool = false,
    inMinutes: Bool = false
  ) -> [Grant] {
    let folded = FoldedText(article.text.value)
    guard let opening = opening(of: folded, isOfGrants: isOfGrants, inMinutes: inMinutes) else {
      return []
    }
    let sums = AmountScanner.euros(in: folded)
    let listed = inMinutes ? GrantList.enumerated(in: article) : []
    if !listed.isEmpty { return listed }
    if let list = GrantList(folded, sums, from: inMinutes ? opening : nil) {
      return list.grants(of: article, folded)
    }
    var found: [Grant] = []
    /// Who receives a price for each: "15 € par élève à la coopérative, soit 1 020 €".
    var receiver: Range<Int>?
    for (index, sum) in sums.enumerated() where sum.amount.cents > 0 {
      let limit = index + 1 < sums.count ? sums[index + 1].range.lowerBound : folded.bytes.count
      let name: Range<Int>?
      if let end = GrantList.unitEnd(folded, sum.range.upperBound) {
        receiver = beneficiary(in: folded, from: end, to: limit)
        continue
      }
      if let whole = receiver,
        folded.bytes[..<sum.range.lowerBound].suffix(6)
          .elementsEqual(" soit ".utf8)
      {
        name = whole
        receiver = nil
      } else if sum.range.lowerBound > opening {
        let isItem = isItem(sum.range, in: folded, from: opening)
        guard
          isItem
            || isGranted(sum.range, in: folded, from: opening, after: found.isEmpty ? nil : index)
            || inMinutes && isListed(sum.range, in: folded, from: opening, isFirst: found.isEmpty)
        else { continue }
        name =
          beneficiary(
            in: folded,
            from: subventionEnd(in: folded, from: sum.range.upperBound),
            to: limit
          )
          ?? (isItem ? named(in: article, folded, sum.range.upperBound, limit) : nil)
          ?? beneficiary(
            in: folded,
            before: sum.range.lowerBound,
            from: index > 0 ? max(opening, sums[index - 1].range.upperBound) : opening,
            isFirst: index == 0 || sums[index - 1].range.upperBound <= opening,
            nouns: inMinutes ? wholes : sums.count == 1 ? [" une subvention "] : []
          )
      } else {
        // "Une subvention de 154 300 euros est attribuée à la Caisse des écoles".
        guard isGranted(sum.range, in: folded, from: 0),
          let verb = passiveEnd(in: folded, from: sum.range.upperBound)
        else { continue }
        name = beneficiary(in: folded, from: verb, to: limit)
      }
      guard let name else { continue }
      found.append(grant(of: name, sum.amount, printed: sum.range, article, folded))
    }
    return found
  }

  /// A grant whose beneficiary and sum stand at places of an article's folded text.
  static func grant(
    of name: Range<Int>,
    _ amount: Amount,
    printed: Range<Int>,
    _ article: Article,
    _ folded: FoldedText
  ) -> Grant {
    let bytes = Array(article.text.value.utf8)
    let text = { (range: Range<Int>) in
      String(
        decoding: bytes[folded.offsets[range.lowerBound]..<folded.offsets[range.upperBound]],
        as: UTF8.self
      )
    }
    var grant = Grant(statedIn: .prose, source: article.text.source)
    grant.beneficiary = Printed(text(name), source: article.text.source)
    grant.amount = Printed(amount, raw: text(printed), source: article.text.source)
    return grant
  }

  /// The index behind "la subvention versée" where that follows a sum; the given one elsewhere.
  private static func subventionEnd(in folded: FoldedText, from start: Int) -> Int {
    let rest = String(decoding: folded.bytes[start...].prefix(48), as: UTF8.self)
    guard rest.hasPrefix(" la subvention") || rest.hasPrefix(" le montant de la subvention") else {
      return start
    }
    let noun =
      rest.firstRange(of: "subvention").map {
        rest.utf8.distance(from: rest.startIndex, to: $0.upperBound)
      } ?? 0
    let words = rest.utf8.dropFirst(noun + 1).prefix { $0 != 0x20 }
    let isVerb = passives.contains { String(words)?.hasPrefix($0) ?? false }
    return start + noun + (isVerb ? 1 + words.count : 0)
  }

  private static let passives = [
    "attribue", "accorde", "allouee", "octroye", "versee", "consenti",
  ]

  /// The index behind "est attribuée" where that follows a sum.
  private static func passiveEnd(in folded: FoldedText, from start: Int) -> Int? {
    let words = String(decoding: folded.bytes[start...].prefix(24), as: UTF8.self)
    guard words.hasPrefix(" est "), passives.contains(where: { words.dropFirst(5).hasPrefix($0) })
    else { return nil }
    return folded.bytes[(start + 5)...].firstIndex(of: 0x20)
  }

  /// The name between the verb, or the sum before, and the noun of a sum: "attribuer à la commune de
  /// Port-Lazare une subvention de 38 500 €", "et au Club la somme de".
  private static func beneficiary(
    in folded: FoldedText,
    before sum: Int,
    from opening: Int,
    isFirst: Bool,
    nouns: [StaticString]
  ) -> Range<Int>? {
    var start = opening
    if isFirst {
      guard let verb = folded.bytes[opening...].firstIndex(of: 0x20) else { return nil }
      start = verb
    } else if folded.bytes[start...].starts(with: " et ".utf8) {
      start += 3
    }
    for noun in nouns {
      if let place = folded.firstIndex(of: noun, from: start), place < sum,
        let name = beneficiary(in: folded, from: start, to: place)
      {
        return name
      }
    }
    guard isFirst, !nouns.isEmpty, let noun = folded.firstIndex(of: " subvention ", from: start)
    else { return nil }
    // Up to two adjectives stand before the name.
    let spaces = folded.bytes[(noun + 1)..<max(sum, noun + 1)].indices.filter {
      folded.bytes[$0] == 0x20
    }
    return spaces.prefix(3).lazy.compactMap { beneficiary(in: folded, from: $0, to: sum) }.first
  }

  private static let wholes: [StaticString] = [
    " une subvention ", " une aide ", " la somme de ", " une somme de ", " un montant de ",
  ]

  // MARK: - Words before the sum

  private static let verbs: [StaticString] = [
    "attribu", "accord", "octro", "allou", "vers", "consent", "vote ", "donne ",
  ]
  /// The stems of verbs by which a sum that follows, or a list, is given.
  static let giving = ["attribu", "accorde", "octro", "allou", "verse"]
  /// Verbs by which minutes give what they list.
  private static let adopting: [StaticString] = ["votee", "adopt", "approuv", "fixe"]
  private static let nouns: [StaticString] = [
    "subvention", "aide", "fonds de concours", "participation financiere", "dotation", "bourse",
    "secours",
  ]
  /// Words of an article that gives no money away, or not this sum.
  private static let refusals: [StaticString] = [
    "sollicit", "demander", "garanti", "emprunt", "plafond", "maximum", "au titre du plan de finan",
    "plan de financement", "recette", "annul", "retir", "rembours", "reversement", "restitu",
    "taux", "par an et par", "sous reserve",
    "exoner", "reduction", "deja",
  ]

  /// The index at which the article begins to speak of giving; nothing where it does not.
  static func opening(of folded: FoldedText, isOfGrants: Bool, inMinutes: Bool) -> Int? {
    let isRefused = refusals.contains { word in
      folded.contains(word) && !(isOfGrants && word.description == "maximum")
    }
    guard !isRefused else { return nil }
    guard isOfGrants || nouns.contains(where: { folded.contains($0) }) else { return nil }
    let verbs = inMinutes ? verbs + adopting : verbs
    return verbs.lazy.compactMap { folded.firstIndex(of: $0) }.filter { place in
      place == 0 || !ASCII.isLetter(folded.bytes[place - 1])
    }.min()
  }

  /// Whether the words before a sum give it: "une subvention de", "d'un montant de", or the mark of
  /// an item of a list that the article announces; a total of all is nobody's.
  static func isGranted(
    _ sum: Range<Int>,
    in folded: FoldedText,
    from opening: Int,
    after place: Int? = nil
  ) -> Bool {
    let start = max(opening, sum.lowerBound - 90)
    let before = String(decoding: folded.bytes[start..<sum.lowerBound], as: UTF8.self)
      .trimmingEnd([" "])
    if before.contains("total") || before.contains("global") || before.contains("enveloppe") {
      return false
    }
    // "300 € au club et de 200 € au comité".
    if place != nil, before.hasSuffix(" et de") || before.hasSuffix(", de") { return true }
    let leads = [
      "montant de", "hauteur de", "somme de", "subvention de", "aide de", "concours de",
      "fonctionnement de", "exceptionnelle de", "investissement de", "equipement de",
      "dotation de", "financiere de", "participation de", "bourse de", "secours de",
      "exceptionnel de", "annuelle de", "complementaire de", "fixe a", "fixer a", "porte a",
      "subvention a", "montant propose :", "montant :",
    ]
    if leads.contains(where: { before.hasSuffix($0) }) { return true }
    // "une subvention d'équilibre de".
    guard before.hasSuffix(" de"), let noun = before.range(ofLast: "subvention ") else {
      return false
    }
    let between = before[noun...]
    return between.split(separator: " ").count <= 5
      && !between.contains { [",", ";", ":", "("].contains($0) }
  }

  /// Whether the mark of an item stands before a sum.
  private static func isItem(_ sum: Range<Int>, in folded: FoldedText, from opening: Int) -> Bool {
    let before = folded.bytes[opening..<sum.lowerBound].last { $0 != 0x20 && $0 != 0x09 }
    return [0x2D, 0x3B, 0x2A, FoldedText.other].contains(before ?? 0)
  }

  // MARK: - Words behind the sum

  private static let links: [StaticString] = [
    "a l'", "a la ", "au profit de l'", "au profit de la ", "au profit du ", "au profit des ",
    "au profit de ", "au benefice de l'", "au benefice de la ", "au benefice du ",
    "au benefice de ", "en faveur de l'", "en faveur de la ", "en faveur du ", "en faveur de ",
    "aux ", "au ", "a ", "pour l'association ",
  ]

  /// What may lead to the name in an item of a list: "- 750 € pour le Club de judo".
  private static let itemLinks: [StaticString] = [
    "pour l'", "pour la ", "pour les ", "pour le ", "pour ",
  ]

  /// The proper name behind "pour" in an item; "pour l'achat de livres" names nobody.
  private static func named(
    in article: Article,
    _ folded: FoldedText,
    _ start: Int,
    _ limit: Int
  ) -> Range<Int>? {
    guard let name = beneficiary(in: folded, from: start, to: limit, links: itemLinks) else {
      return nil
    }
    let bytes = Array(article.text.value.utf8)[folded.offsets[name.lowerBound]...]
    return NameLetters.opensWithCapital(bytes) ? name : nil
  }

  /// Where the name of who receives a sum stands: right behind it, up to what it is for.
  static func beneficiary(
    in folded: FoldedText,
    from start: Int,
    to limit: Int,
    links: [StaticString] = Self.links
  ) -> Range<Int>? {
    var at = start
    while at < limit, [0x20, 0x09, 0x2C].contains(folded.bytes[at]) { at += 1 }
    let rest = FoldedSlice(folded.bytes[at..<limit])
    guard let link = links.first(where: { rest.starts(with: $0) }) else { return nil }
    var first = at + link.utf8CodeUnitCount
    if link.description == "pour l'association " { first = at + 7 }
    var end = first
    var depth = 0
    while end < limit {
      let byte = folded.bytes[end]
      // "au CCAS (385 000 €)".
      if byte == 0x28, depth == 0, end + 1 < limit, ASCII.isDigit(folded.bytes[end + 1]) { break }
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 { depth -= 1 }
      if depth == 0, ends(folded.bytes, at: end) { break }
      end += 1
    }
    let marks: [UInt8] = [0x20, 0x2D, 0x2E, 0x2C, 0x3B, 0x3A]
    while end > first, marks.contains(folded.bytes[end - 1]) { end -= 1 }
    // "150 € au Comité et" before the next sum.
    if folded.bytes[first..<end].suffix(3).elementsEqual(" et".utf8) { end -= 3 }
    guard end - first >= 3, end - first <= 120 else { return nil }
    return isName(folded.bytes[first..<end]) ? properName(first..<end, in: folded) : nil
  }

  /// The name in quotes, where a kind of beneficiary stands before it: "association « Les Amis du
  /// moulin »".
  static func properName(_ name: Range<Int>, in folded: FoldedText) -> Range<Int> {
    let quotes = name.filter { folded.bytes[$0] == 0x22 }
    guard quotes.count == 2, quotes[1] == name.upperBound - 1, quotes[0] - name.lowerBound <= 24
    else { return name }
    var bounds = (quotes[0] + 1)..<quotes[1]
    while let first = bounds.first, folded.bytes[first] == 0x20 { bounds.removeFirst() }
    while let last = bounds.last, folded.bytes[last] == 0x20 { bounds.removeLast() }
    return bounds.isEmpty ? name : bounds
  }

  /// Whether a name ends at an index: at a mark, or before the words for what the sum is for.
  private static func ends(_ bytes: [UInt8], at index: Int) -> Bool {
    let byte = bytes[index]
    if byte == 0x2C, index + 2 < bytes.count,
      parts.contains(where: { bytes[(index + 2)...].starts(with: $0) })
    {
      return false
    }
    if byte == 0x2C || byte == 0x3B || byte == 0x3A { return true }
    if byte == 0x2E { return index + 1 >= bytes.count || bytes[index + 1] == 0x20 }
    guard byte == 0x20 else { return false }
    let rest = bytes[(index + 1)...]
    // "Loire à vélo pour tous" is a name.
    return stops.contains { stop in rest.starts(with: stop) }
      && !rest.starts(with: "pour tous".utf8)
  }

  /// What of a body receives: "Secours populaire, comité du Val".
  private static let parts = [
    "antenne ", "section ", "comite ", "unite ", "delegation ", "federation ", "groupe ",
  ].map { Array($0.utf8) }

  private static let stops = [
    "pour ", "afin ", "au titre ", "dans le cadre", "destinee", "destine ", "en vue ", "qui ",
    "dont ", "sur ", "correspondant", "representant", "soit ", "- ", "et de ", "ainsi ", "selon ",
    "conformement", "imput", "inscrit", "en 20", "au cours ", "sise ", "situe", "a titre ",
    "a l'occasion ",
    "a raison ", "a condition", "lors ", "par ", "versee", "et d'", "d'un montant", "a hauteur",
  ].map { Array($0.utf8) }

  /// Whether words name a beneficiary, not a sum's purpose or a list of several.
  static func isName(_ words: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: words, as: UTF8.self)
    let several = [
      "associations ", "differentes ", "diverses ", "suivant", "ci-dessous", "ci-apres",
    ]
    let vague = [
      "titre", "montant", "chaque", "charge", "hauteur", "date", "compter", "beneficiaire",
      "chapitre", "article", "compte", "budget", "lieu ", "prix", "total", "maximum", "minimum",
      "plus ", "moins ", "cours ", "nom ", "sein ", "vu ", "regard ", "prorata", "metre", "m2",
    ]
    return !several.contains { text.contains($0) || text.hasSuffix($0.trimmingSpaces()) }
      && !vague.contains { text.hasPrefix($0) }
  }
}

extension String {
  /// Where the last of some words begins.
  fileprivate func range(ofLast words: String) -> String.Index? {
    ranges(of: words).last?.lowerBound
  }
}

/// A part of folded bytes that can be asked for its opening.
private struct FoldedSlice {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  func starts(with phrase: StaticString) -> Bool {
    phrase.withUTF8Buffer { letters in unsafe bytes.starts(with: letters) }
  }
}
