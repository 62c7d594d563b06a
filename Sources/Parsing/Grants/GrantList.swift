import DeliberationModel
import PageModel

/// A list of grants that an article announces: "d'attribuer les subventions suivantes : - Comité des
/// fêtes : 2 500 € - Club de l'amitié : 800 €".
///
/// Every sum has a name before it and nothing else, or the list is none.
struct GrantList {
  private var rows: [(name: Range<Int>, amount: Amount, sum: Range<Int>)] = []

  /// Reads the text of an article that gives from an index on, and its sums.
  init?(_ folded: FoldedText, _ sums: [AmountScanner.Found], from opening: Int?) {
    guard let start = Self.start(folded, opening) else { return nil }
    self.init(folded, sums, at: start)
  }

  /// The grants of rows that stand together, of which each has a name before its sum.
  static func grants(ofRows article: Article) -> [Grant] {
    let folded = FoldedText(article.text.value)
    return GrantList(folded, AmountScanner.euros(in: folded), at: 0)?.grants(of: article, folded)
      ?? []
  }

  private init?(_ folded: FoldedText, _ sums: [AmountScanner.Found], at start: Int) {
    guard let first = sums.first, start < first.range.lowerBound else { return nil }
    var from = start
    var isUnit = false
    for sum in sums {
      let before = folded.bytes[from..<sum.range.lowerBound]
      defer { from = Self.remarkEnd(folded, sum.range.upperBound) }
      // "15 € par enfant, soit 135 €": the whole is given.
      if isUnit, before.suffix(6).elementsEqual(" soit ".utf8), let last = rows.indices.last {
        rows[last].amount = sum.amount
        rows[last].sum = sum.range
        isUnit = false
        continue
      }
      guard let name = Self.name(folded, from..<sum.range.lowerBound) else { return nil }
      // "Total : 3 950 €" is nobody's.
      let words = String(decoding: folded.bytes[name].prefix(8), as: UTF8.self)
      if ["total", "soit", "sous-tot", "sous tot"].contains(where: words.hasPrefix) { continue }
      guard sum.amount.cents > 0 else { return nil }
      isUnit = Self.unitEnd(folded, sum.range.upperBound) != nil
      rows.append((name, sum.amount, sum.range))
    }
    // A price for each without its whole is nobody's grant; one row alone stands behind a mark.
    guard !isUnit, !rows.isEmpty,
      rows.count > 1 || !ASCII.isLetter(folded.bytes[start...].first { $0 != 0x20 } ?? 0)
    else { return nil }
  }

  /// The index behind "par enfant" where a sum is the price for each of several.
  static func unitEnd(_ folded: FoldedText, _ start: Int) -> Int? {
    let rest = String(decoding: folded.bytes[start...].prefix(40), as: UTF8.self)
    guard rest.hasPrefix(" par "),
      let unit = units.first(where: { rest.dropFirst(5).hasPrefix($0) })
    else { return nil }
    let end = start + 5 + unit.utf8.count
    return rest.utf8.dropFirst(end - start).elementsEqual(" et par jour".utf8)
      ? end + 12 : folded.bytes[end...].firstIndex { !ASCII.isLetter($0) } ?? folded.bytes.count
  }

  private static let units = [
    "enfant", "eleve", "habitant", "logement", "jour", "licencie", "adherent", "personne",
    "famille",
  ]

  /// The index behind what is told of a sum in brackets: "1 200 € (centenaire)".
  private static func remarkEnd(_ folded: FoldedText, _ start: Int) -> Int {
    let rest = folded.bytes[start...].drop { $0 == 0x20 }
    guard rest.first == 0x28, let close = rest.firstIndex(of: 0x29) else { return start }
    return close + 1
  }

  /// The grants of an enumeration in which each sum stands in brackets behind its name: "deux dossiers : la
  /// Chorale (500 €) et le Club de judo (300 €)".
  static func enumerated(in article: Article) -> [Grant] {
    let folded = FoldedText(article.text.value)
    let sums = AmountScanner.euros(in: folded)
    guard sums.count > 1, let first = sums.first,
      let colon = folded.bytes[..<first.range.lowerBound].lastIndex(of: 0x3A)
    else { return [] }
    var from = colon + 1
    var found: [Grant] = []
    for sum in sums {
      guard let open = folded.bytes[from..<sum.range.lowerBound].lastIndex(where: { $0 != 0x20 }),
        folded.bytes[open] == 0x28,
        let close = folded.bytes[sum.range.upperBound...].firstIndex(where: { $0 != 0x20 }),
        folded.bytes[close] == 0x29
      else { return [] }
      for word in [", ", " et ", " ", "et ", "ainsi que ", "la ", "le ", "les ", "l'"]
      where folded.bytes[from..<open].starts(with: word.utf8) {
        from += word.utf8.count
      }
      var end = open
      while end > from, folded.bytes[end - 1] == 0x20 { end -= 1 }
      guard end - from >= 3, end - from <= 90, ProseGrants.isName(folded.bytes[from..<end]),
        !folded.bytes[from..<end].contains(where: { [0x3B, 0x28].contains($0) })
      else { return [] }
      found.append(
        ProseGrants.grant(
          of: ProseGrants.properName(from..<end, in: folded),
          sum.amount,
          printed: sum.range,
          article,
          folded
        )
      )
      from = close + 1
    }
    return found
  }

  /// The grants, in printed order.
  func grants(of article: Article, _ folded: FoldedText) -> [Grant] {
    rows.map { ProseGrants.grant(of: $0.name, $0.amount, printed: $0.sum, article, folded) }
  }

  /// The index behind the colon that announces the list: behind "subventions suivantes", or "alloue :".
  private static func start(_ folded: FoldedText, _ opening: Int?) -> Int? {
    let words: [StaticString] = ["subventions suivantes", "aides suivantes", "subventions"]
    let verb = opening.flatMap { place in
      ProseGrants.giving.contains { folded.bytes[place...].starts(with: $0.utf8) } ? place : nil
    }
    let places = words.compactMap { folded.firstIndex(of: $0) } + [verb].compactMap(\.self)
    return places.lazy.compactMap { place in
      folded.bytes[place...].prefix(80).firstIndex(of: 0x3A).map { $0 + 1 }
    }.first
  }

  private static let links = ["a l'", "a la ", "aux ", "au "]

  /// The name before a sum, without the marks around it.
  private static func name(_ folded: FoldedText, _ bounds: Range<Int>) -> Range<Int>? {
    let marks: Set<UInt8> = [
      0x20, 0x09, 0x2D, 0x2E, 0x3A, 0x3B, 0x2C, 0x2A, 0x5F, FoldedText.other,
    ]
    guard var first = bounds.first(where: { !marks.contains(folded.bytes[$0]) }),
      let last = bounds.last(where: { !marks.contains(folded.bytes[$0]) }), last - first < 80
    else { return nil }
    // "– à la Chorale : 250 €".
    for link in links where folded.bytes[first...last].starts(with: link.utf8) {
      first += link.utf8.count
      break
    }
    let name = folded.bytes[first...last]
    // A colon parts the name from its sum; a sentence has a full stop or a verb.
    let isSentence =
      name.contains(0x3A) || name.contains(0x3B)
      || [" est ", " sont ", " de la somme", " montant", "subvention"].contains {
        String(decoding: name, as: UTF8.self).contains($0)
      }
      || ["une ", "un ", "de ", "en ", "pour ", "d'", "la somme", "dont ", "et "].contains {
        name.starts(with: $0.utf8)
      }
    guard !isSentence, name.count(where: ASCII.isLetter) >= 3 else { return nil }
    return first..<(last + 1)
  }
}
