import DeliberationModel
import PageModel

/// The euro amounts of running text, each with its print and its place.
struct PrintedAmounts {
  /// The amounts, in printed order.
  private(set) var amounts: [Printed<Amount>] = []
  /// The places of those of which letters hide some figures.
  private(set) var inDoubt: Set<Int> = []
  private let passage: Passage
  private let folded: FoldedText
  private let document: Document

  /// Reads the amounts of a passage; figures before a currency from which no sum can be read are
  /// reported.
  init(
    in passage: Passage,
    folded: FoldedText? = nil,
    of document: Document,
    reporting diagnostics: inout DiagnosticList
  ) {
    self.passage = passage
    self.folded = folded ?? FoldedText(passage.bytes[...])
    self.document = document
    var floor = 0
    for found in AmountScanner.currencies(in: self.folded) {
      let bytes = self.folded.bytes
      let read = found.number
      let start = read.map { MisreadSum.start(in: bytes, before: $0.start, after: floor) }
      if let read, start == read.start {
        add(read.amount, read.start..<found.end)
      } else if let mended = MisreadSum.mended(in: bytes, endingAt: found.start, after: floor) {
        let range = mended.start..<found.end
        inDoubt.insert(amounts.count)
        if let amount = Self.amount(mended.bytes) ?? read?.amount {
          add(amount, range)
        } else {
          inDoubt.remove(amounts.count)
          report(range, to: &diagnostics)
        }
      } else if let read {
        add(read.amount, read.start..<found.end)
      }
      floor = found.end
    }
  }

  private mutating func add(_ amount: Amount, _ range: Range<Int>) {
    let bounds = bounds(range)
    amounts.append(
      Printed(amount, raw: passage.text(bounds), source: passage.location(bounds, in: document))
    )
  }

  private func report(_ range: Range<Int>, to diagnostics: inout DiagnosticList) {
    let bounds = bounds(range)
    diagnostics.report(
      .warning,
      "amount.unreadable",
      "no sum can be read from '\(passage.text(bounds))'",
      at: passage.location(bounds, in: document)
    )
  }

  private func bounds(_ range: Range<Int>) -> Range<Int> {
    folded.offsets[range.lowerBound]..<folded.offsets[range.upperBound]
  }

  /// The sum that a mended print is as a whole.
  private static func amount(_ bytes: [UInt8]) -> Amount? {
    let text = FoldedText(String(decoding: bytes, as: UTF8.self) + " €")
    guard let found = AmountScanner.euros(in: text).first, found.range.lowerBound == 0 else {
      return nil
    }
    return found.amount
  }
}
