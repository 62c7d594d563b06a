import DeliberationModel
import Lexing
import PageModel

/// A cell of a line whose cells are parted by tabs.
struct TabCell {
  /// The printed text.
  var text: String
  /// The same, folded.
  var folded: FoldedText
}

/// A line of a tab table, its cells told apart by what they hold and not by their places: OCR shifts
/// them by a column or two.
struct TabRow {
  var operation: (number: String, title: String)?
  var theme: (number: String, title: String)?
  /// What the word "total" and those beside it say.
  var total: GrantWords.TotalLabel?
  /// The other cells before the sum, in order, without empty ones.
  var cells: [TabCell] = []
  var amount: Printed<Amount>?
  /// Whether the line prints more than one sum.
  var hasSeveralAmounts = false
  /// Whether the marks of the sum are lost or misplaced, or a figure is a letter: "16 00000 €".
  var hasDamagedAmount = false
  /// The cells after the sum.
  var rest: [String] = []
  var source: SourceLocation

  /// Reads the cells of a line.
  init(_ cells: [TabCell], _ words: GrantWords, at source: SourceLocation) {
    self.source = source
    let filled = cells.filter { !$0.folded.bytes.isEmpty }
    let sums = filled.indices.filter { Self.amount(of: filled[$0].folded) != nil }
    hasSeveralAmounts = sums.count > 1
    if let last = sums.last, let value = Self.amount(of: filled[last].folded) {
      amount = Printed(value, raw: filled[last].text, source: source)
      rest = filled[(last + 1)...].map(\.text)
      hasDamagedAmount = Self.wholeAmount(of: filled[last].folded) == nil
    }
    for (index, cell) in filled.enumerated() where !sums.contains(index) {
      if let last = sums.last, index > last { break }
      take(cell, words)
    }
  }

  private mutating func take(_ cell: TabCell, _ words: GrantWords) {
    let bytes = cell.folded.bytes
    if let heading = words.operation(in: bytes, at: 0), operation == nil {
      operation = (heading.number, heading.title(in: cell.text))
    } else if let heading = words.theme(in: bytes, at: 0), theme == nil {
      theme = (heading.number, heading.title(in: cell.text))
    } else if let label = words.total(cell.folded), total == nil {
      total = label
    } else {
      cells.append(cell)
    }
  }

  /// The sum that a whole cell prints, its marks damaged or not.
  static func amount(of folded: FoldedText) -> Amount? {
    wholeAmount(of: folded) ?? damagedAmount(of: folded)
  }

  /// The figures before a euro sign, a letter among them or their marks not those of a sum.
  private static func damagedAmount(of folded: FoldedText) -> Amount? {
    let print = folded.bytes.filter { !ASCII.isSpace($0) }
    guard print.count(where: ASCII.isLetter) <= 1 else { return nil }
    let bytes = print.map { Confusions.figure(ofLetter: $0) ?? $0 }
    guard bytes.count <= 16, bytes.last == FoldedText.euro, let first = bytes.first,
      ASCII.isDigit(first),
      bytes.dropLast().allSatisfy({ ASCII.isDigit($0) || $0 == 0x2C || $0 == 0x2E })
    else { return nil }
    let digits = bytes.filter(ASCII.isDigit)
    guard (3...12).contains(digits.count) else { return nil }
    let value = ASCII.number(digits)
    let comma = bytes.lastIndex(of: 0x2C).map { bytes.count - 2 - $0 }
    return Amount(cents: value * (comma == 2 ? 1 : comma == 1 ? 10 : 100))
  }

  /// The sum that a whole cell prints: with a currency or with two decimals.
  private static func wholeAmount(of folded: FoldedText) -> Amount? {
    let bytes = folded.bytes
    guard bytes.count <= 30, let run = MoneyRun.last(in: bytes), run.end >= bytes.count - 1 else {
      return nil
    }
    guard run.start == 0 || bytes[..<run.start].allSatisfy(ASCII.isSpace) else { return nil }
    let split = run.split(of: bytes, after: .nothing)
    guard split.count == run.groups.count, !split.isDoubtful else { return nil }
    return run.amount(lastGroups: split.count, of: bytes)
  }
}
