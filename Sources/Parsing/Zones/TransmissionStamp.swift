import DeliberationModel
import PageModel

/// Reads the stamp of the transmission system: the number of the receipt and the dates.
///
/// It stands in a corner of one page or of all, where it passes for a running head, and its cells
/// stand on the rows of the act's own heading.
struct TransmissionStamp {
  let document: Document

  /// Reads the stamp on the pages of an act; what the act's own lines said counts for more.
  func read(_ lines: Range<Int>, into act: inout Deliberation) {
    for line in lines {
      let bounds = document.lines[line].range.bounds
      act.transmissionID = act.transmissionID ?? TransmissionID.find(in: document.bytes[bounds])
      guard let stamp = StampCell.stamp(bounds, in: document.bytes) else { continue }
      let folded = FoldedText(document.bytes[stamp])
      act.transmissionDate =
        act.transmissionDate
        ?? date(
          in: folded,
          of: ["envoye", "envoi", "transmis", "teletransmission", "recu", "reception"]
        )
      act.publicationDate =
        act.publicationDate ?? date(in: folded, of: ["publie", "affiche", "mis en ligne"])
    }
  }

  private func date(in folded: FoldedText, of words: [StaticString]) -> CalendarDate? {
    for word in words {
      guard let place = folded.firstIndex(of: word) else { continue }
      let found = DateScanner.first(in: folded, from: place)
      if let found, found.range.lowerBound - place < 45 { return found.date }
    }
    return nil
  }
}
