import DeliberationModel
import PageModel

/// A line of a table whose columns OCR mixed.
struct MixedLine {
  /// What a line is.
  enum Role {
    /// The first line of a row: territory, theme, operation, name, number, sum.
    case head
    case total
    /// The titles of the columns.
    case titles
    /// The rest of the row above: what its cells wrapped to further lines.
    case rest
  }

  /// The index in the document's lines.
  var line: Int
  var folded: FoldedText
  var role = Role.rest
  var theme: GrantHeading?
  var operation: GrantHeading?
  var money: MoneyRun?

  /// Reads a line of a document, or a run of lines as one.
  init(_ lines: ClosedRange<Int>, of document: Document, _ words: GrantWords) {
    line = lines.lowerBound
    let start = document.lines[lines.lowerBound].range.bounds.lowerBound
    let end = document.lines[lines.upperBound].range.bounds.upperBound
    folded = FoldedText(document.bytes[start..<end])
    let bytes = folded.bytes
    findHeadings(bytes, words)
    money = MoneyRun.last(in: bytes, from: operation?.range.upperBound ?? 0)
    if theme != nil, operation != nil || money != nil {
      role = .head
    } else if let money {
      if folded.starts(with: "total") || folded.starts(with: "tota") {
        role = .total
      } else if operation == nil,
        bytes[..<money.start].allSatisfy({ !ASCII.isLetter($0) && !ASCII.isDigit($0) }),
        bytes.count - money.end <= 2
      {
        role = .total
      }
    } else if isTitles(words) {
      role = .titles
    }
  }

  /// Whether the line has all that the first line of a row has.
  var isWholeHead: Bool { role == .head && operation != nil && money != nil }

  /// The theme near the line's start, after the territory; the operation after it or at the start.
  private mutating func findHeadings(_ bytes: [UInt8], _ words: GrantWords) {
    var at = 0
    while at < bytes.count {
      if theme == nil, at < 80, words[.theme].contains(where: { $0.begins(with: bytes[at]) }),
        let found = words.theme(in: bytes, at: at)
      {
        theme = found
        at = found.range.upperBound
        continue
      }
      if theme != nil || at == 0,
        words[.operation].contains(where: { $0.begins(with: bytes[at]) }),
        let found = words.operation(in: bytes, at: at)
      {
        operation = found
        return
      }
      at += 1
      while at < bytes.count, ASCII.isLetter(bytes[at - 1]) || ASCII.isDigit(bytes[at - 1]) {
        at += 1
      }
    }
  }

  private func isTitles(_ words: GrantWords) -> Bool {
    guard !folded.bytes.contains(where: ASCII.isDigit) else { return false }
    let named = Set(words.titles.filter { folded.contains($0.word.folded) }.map(\.column))
    return named.isSuperset(of: [.amount, .beneficiary]) && named.count >= 4
  }

  /// The printed text of a part of the folded line.
  func text(_ range: Range<Int>, of document: Document) -> String {
    let start = folded.offsets[range.lowerBound]
    let end = folded.offsets[range.upperBound]
    return String(decoding: document.bytes[start..<end], as: UTF8.self)
  }

  /// The printed words of some tokens, one space apart.
  func text(_ tokens: some Sequence<MixedToken>, of document: Document) -> String {
    tokens.filter { $0.kind != .bar }.map { text($0.range, of: document) }.joined(separator: " ")
  }
}
