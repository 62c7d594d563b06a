import DeliberationModel
import PageModel

/// A print in which the quantity and the sum of a row run together: "5 800,00" is 5 places for
/// 800,00 €, "762 122 500,00" is 762 places for 122 500,00 €.
struct GluedQuantity: Hashable {
  /// The places.
  var quantity: Int
  /// The sum.
  var cents: Int

  /// The ways to part the print of a row's sum at its spaces, where the row has no quantity.
  static func partings(of index: Int, in act: Deliberation) -> [GluedQuantity] {
    let grant = act.grants[index]
    guard grant.quantity == nil, let raw = grant.amount?.raw else { return [] }
    let groups = raw.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    return groups.indices.dropFirst().compactMap { place in
      let left = groups[..<place]
      guard left.allSatisfy({ $0.utf8.allSatisfy(ASCII.isDigit) }),
        left.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
        let quantity = Int(left.joined()), quantity > 0,
        let cents = sum(groups[place...])
      else { return nil }
      return GluedQuantity(quantity: quantity, cents: cents)
    }
  }

  /// The sum that groups of figures print, the first of one to three figures.
  private static func sum(_ groups: ArraySlice<Substring>) -> Int? {
    guard let first = groups.first, let figure = first.utf8.first, figure != 0x30 else {
      return nil
    }
    let text = groups.joined(separator: " ")
    let found = AmountScanner.euros(in: FoldedText(text.contains("€") ? text : text + " €"))
    guard found.count == 1, found[0].range.lowerBound == 0 else { return nil }
    return found[0].amount.cents
  }
}
