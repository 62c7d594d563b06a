import PageModel

/// An amount of money at the end of a line.
struct SumAtEnd {
  /// Whether the line is a row with it and no title that names it: "Lot 1 : 12 300,00 euros", and not
  /// "Subvention exceptionnelle de 500 €".
  let isOfRow: Bool

  /// Finds "€" or "euros" behind digits; nothing where the line ends in other words.
  init?(_ line: ArraySlice<UInt8>) {
    // Most lines are told by their last sign, before they are folded.
    guard let end = line.last(where: { $0 > 0x20 && $0 != UInt8(ascii: ".") }),
      end >= 0x80 || end | 0x20 == UInt8(ascii: "s")
    else { return nil }
    let text = FoldedText(line).bytes.filter { $0 != UInt8(ascii: ".") }
    var words = text.split(whereSeparator: ASCII.isSpace)
    guard let unit = words.popLast(), let last = unit.last,
      last == FoldedText.euro || unit.suffix(4).elementsEqual("uros".utf8)
    else { return nil }
    if unit.first.map(ASCII.isDigit) ?? false { words.append(unit) }
    guard words.last?.contains(where: ASCII.isDigit) ?? (unit.first.map(ASCII.isDigit) ?? false)
    else { return nil }
    while let word = words.last, word.first.map(ASCII.isDigit) ?? false { words.removeLast() }
    isOfRow = !(words.last.map { Self.leads.contains(Array($0)) } ?? false)
  }

  /// Words by which a title leads to an amount.
  private static let leads = Set(
    ["de", "d'", "a", "pour", "par", "maximum", "montant"].map { Array($0.utf8) }
  )
}
