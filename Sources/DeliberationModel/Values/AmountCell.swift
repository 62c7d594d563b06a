import PageModel

/// The sum in a cell of an amount column.
///
/// "20 800,00 €", "1 500", "-54 000,00 €" and "- 54 000,00 €" are sums, "- €" is zero.
public struct AmountCell: Hashable, Sendable {
  /// The sum; absent where none can be read.
  public let amount: Amount?

  /// Reads the text of a cell.
  public init(_ text: String) {
    let folded = FoldedText(text)
    if let found = AmountScanner.euros(in: folded).last ?? AmountScanner.decimals(in: folded).last {
      amount = Self.isMinusApart(folded.bytes) ? Amount(cents: -found.amount.cents) : found.amount
    } else if folded.bytes.contains(0x2D), !folded.bytes.contains(where: ASCII.isDigit) {
      amount = Amount(cents: 0)
    } else {
      amount = Self.whole(folded.bytes)
    }
  }

  /// Whether white space parts a minus from its number, as accounts do; beside other words or
  /// numbers, a dash opens an item of a list.
  private static func isMinusApart(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 2, bytes[0] == 0x2D, ASCII.isSpace(bytes[1]) else { return false }
    return !bytes[1...].contains { $0 == 0x2D || ASCII.isLetter($0) }
  }

  /// A number without decimals or currency, in groups of three digits.
  private static func whole(_ bytes: [UInt8]) -> Amount? {
    let digits = bytes.filter { !ASCII.isSpace($0) }
    guard (1...12).contains(digits.count), digits.allSatisfy(ASCII.isDigit) else { return nil }
    let value = ASCII.number(digits)
    return value <= Amount.most / 100 ? Amount(cents: value * 100) : nil
  }
}
