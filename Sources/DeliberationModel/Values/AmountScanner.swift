public import PageModel

/// Reads sums of money as acts print them: `5 221 877,72 euros`, `153 916 €`, `402 247,96€`,
/// `5 221 877.72 €`, and, where OCR lost a thousands space, `1272 125 €`.
public enum AmountScanner {
  /// A sum and where it stands in the folded text, its sign and its currency included.
  public typealias Found = (amount: Amount, range: Range<Int>)

  /// The sums that a euro sign or the word "euro(s)" follows.
  public static func euros(in folded: FoldedText) -> [Found] {
    currencies(in: folded).compactMap { found in
      found.number.map { ($0.amount, $0.start..<found.end) }
    }
  }

  /// A euro sign or the word "euro(s)", and the number before it, if one can be read.
  public typealias Currency = (number: (amount: Amount, start: Int)?, start: Int, end: Int)

  /// Where a currency stands, in printed order.
  public static func currencies(in folded: FoldedText) -> [Currency] {
    let bytes = folded.bytes
    var found: [Currency] = []
    var floor = 0
    var at = 0
    while at < bytes.count {
      if let end = currencyEnd(in: bytes, at: at) {
        let number = number(in: bytes, endingAt: at, after: floor)
        if number != nil { floor = end }
        found.append((number, at, end))
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  /// The numbers with two decimals, as the cells of a table print them without a currency.
  public static func decimals(in folded: FoldedText) -> [Found] {
    let bytes = folded.bytes
    var found: [Found] = []
    for at in bytes.indices where bytes[at] == 0x2C || bytes[at] == 0x2E {
      let end = at + 3
      guard at > 0, end <= bytes.count, ASCII.isDigit(bytes[at - 1]) else { continue }
      guard ASCII.isDigit(bytes[at + 1]), ASCII.isDigit(bytes[at + 2]) else { continue }
      if end < bytes.count, ASCII.isDigit(bytes[end]) || bytes[end] == 0x2F { continue }
      // The day and month of "12.05.2023" are no amount.
      if end + 1 < bytes.count, bytes[end] == 0x2E, ASCII.isDigit(bytes[end + 1]) { continue }
      let floor = found.last?.range.upperBound ?? 0
      guard let number = number(in: bytes, endingAt: end, after: floor) else { continue }
      found.append((number.amount, number.start..<end))
    }
    return found
  }

  /// The index after a currency that begins at an index.
  private static func currencyEnd(in bytes: [UInt8], at start: Int) -> Int? {
    if bytes[start] == FoldedText.euro { return start + 1 }
    guard bytes[start] == 0x65, bytes[start...].starts(with: Array("euro".utf8)) else { return nil }
    if start > 0, ASCII.isLetter(bytes[start - 1]) { return nil }
    let end = start + 4
    let plural = end < bytes.count && bytes[end] == 0x73 ? end + 1 : end
    return plural < bytes.count && ASCII.isLetter(bytes[plural]) ? nil : plural
  }

  /// The number that ends before an index, white space and a word for thousands or millions aside.
  private static func number(
    in bytes: [UInt8],
    endingAt end: Int,
    after floor: Int
  ) -> (amount: Amount, start: Int)? {
    var at = end
    ASCII.skipSpaces(bytes, back: &at, to: floor)
    let factor = factor(in: bytes, back: &at, floor)
    ASCII.skipSpaces(bytes, back: &at, to: floor)
    var cents = 0
    if at - 3 >= floor, [0x2C, 0x2E].contains(bytes[at - 3]), ASCII.isDigit(bytes[at - 2]),
      ASCII.isDigit(bytes[at - 1])
    {
      cents = ASCII.number(bytes[(at - 2)..<at])
      at -= 3
    } else if at - 2 >= floor, bytes[at - 2] == 0x2C, ASCII.isDigit(bytes[at - 1]) {
      cents = Int(bytes[at - 1] - 0x30) * 10
      at -= 2
    }
    ASCII.skipSpaces(bytes, back: &at, to: floor)
    guard let whole = wholePart(in: bytes, back: &at, floor) else { return nil }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: 100)
    let (product, tooGreat) = (scaled &+ cents).multipliedReportingOverflow(by: factor)
    guard !overflow, !tooGreat, product <= Amount.most else { return nil }
    let isNegative =
      at > floor && bytes[at - 1] == 0x2D && (at - 1 == floor || ASCII.isSpace(bytes[at - 2]))
    return (Amount(cents: isNegative ? -product : product), isNegative ? at - 1 : at)
  }

  /// "K€" and "M€", "millions d'euros", "milliers d'euros".
  private static func factor(in bytes: [UInt8], back at: inout Int, _ floor: Int) -> Int {
    let words: [(String, Int)] = [
      ("millions d'", 1_000_000), ("million d'", 1_000_000), ("milliers d'", 1_000), ("k", 1_000),
      ("m", 1_000_000),
    ]
    for (word, factor) in words {
      let start = at - word.utf8.count
      guard start > floor, bytes[start..<at].elementsEqual(word.utf8) else { continue }
      guard !ASCII.isLetter(bytes[start - 1]) else { continue }
      at = start
      return factor
    }
    return 1
  }

  /// Digits in groups of three, read from their end.
  ///
  /// A first group of more than three digits is one that lost a space (`1272 125`), unless it can
  /// be a year that only happens to stand before the number ("en 2024 100 000 €").
  private static func wholePart(in bytes: [UInt8], back at: inout Int, _ floor: Int) -> Int? {
    var value = 0
    var taken: [Range<Int>] = []
    for group in MoneyRun.groups(in: bytes, endingAt: at, after: floor).reversed() {
      guard group.count + taken.count * 3 <= 15 else { break }
      let number = ASCII.number(bytes[group])
      if let next = taken.last {
        let before = group.lowerBound > floor ? bytes[group.lowerBound - 1] : 0
        let isShort = group.count < 3 && [0x2C, 0x2E, 0x2F].contains(before)
        let isLong = group.count > 4 || group.count == 4 && (1990...2040).contains(number)
        // A slash stands for the space after the first figures alone: "17/600,00", not "6568/934 446,00".
        let isSlash = bytes[group.upperBound] == 0x2F
        let opensWord = before == 0 || ASCII.isSpace(before)
        if next.count != 3 || isShort || isLong || isSlash && !(opensWord && group.count <= 3) {
          break
        }
      }
      value += number * taken.reduce(1) { weight, _ in weight * 1000 }
      taken.append(group)
      at = group.lowerBound
    }
    return taken.isEmpty ? nil : value
  }
}
