import DeliberationModel
import PageModel

/// A list of grants that an article announces: "d'attribuer les subventions suivantes : - Comité des
/// fêtes : 2 500 € - Club de l'amitié : 800 €".
///
/// Every sum has a name before it and nothing else, or the list is none.
struct GrantList {
  private var rows: [(name: Range<Int>, amount: Amount, sum: Range<Int>)] = []

  /// Reads the text of an article and its sums.
  init?(_ folded: FoldedText, _ sums: [AmountScanner.Found]) {
    guard sums.count > 1, let start = Self.start(folded), start < sums[0].range.lowerBound else {
      return nil
    }
    var from = start
    for sum in sums {
      let name = Self.name(folded, from..<sum.range.lowerBound)
      from = sum.range.upperBound
      guard let name else { return nil }
      // "Total : 3 950 €" is nobody's.
      let opening = String(decoding: folded.bytes[name].prefix(8), as: UTF8.self)
      if opening.hasPrefix("total") || opening.hasPrefix("soit") { continue }
      guard sum.amount.cents > 0 else { return nil }
      rows.append((name, sum.amount, sum.range))
    }
    guard !rows.isEmpty else { return nil }
  }

  /// The grants, in printed order.
  func grants(of article: Article, _ folded: FoldedText) -> [Grant] {
    rows.map { ProseGrants.grant(of: $0.name, $0.amount, printed: $0.sum, article, folded) }
  }

  /// The index behind the colon that announces the list.
  private static func start(_ folded: FoldedText) -> Int? {
    let words: [StaticString] = [
      "subventions suivantes", "aides suivantes", "subventions ci-apres", "subventions ci-dessous",
      "subventions",
    ]
    for word in words {
      guard let place = folded.firstIndex(of: word),
        let colon = folded.bytes[place...].firstIndex(of: 0x3A), colon - place <= 80
      else { continue }
      return colon + 1
    }
    return nil
  }

  /// The name before a sum, without the marks around it.
  private static func name(_ folded: FoldedText, _ bounds: Range<Int>) -> Range<Int>? {
    let marks: Set<UInt8> = [
      0x20, 0x09, 0x2D, 0x2E, 0x3A, 0x3B, 0x2C, 0x2A, 0x5F, FoldedText.other,
    ]
    guard let first = bounds.first(where: { !marks.contains(folded.bytes[$0]) }),
      let last = bounds.last(where: { !marks.contains(folded.bytes[$0]) }), last - first < 80
    else { return nil }
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
