import DeliberationModel
import PageModel

/// The euro amounts of running text, each with its print and its place.
enum PrintedAmounts {
  /// The amounts of a passage, in printed order.
  static func euros(
    in passage: Passage,
    folded: FoldedText? = nil,
    of document: Document
  ) -> [Printed<Amount>] {
    let folded = folded ?? FoldedText(passage.bytes[...])
    return AmountScanner.euros(in: folded).map { found in
      let bounds =
        folded.offsets[found.range.lowerBound]..<folded.offsets[found.range.upperBound]
      return Printed(
        found.amount,
        raw: passage.text(bounds),
        source: passage.location(bounds, in: document)
      )
    }
  }
}
