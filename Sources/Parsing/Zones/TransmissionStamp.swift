import DeliberationModel
import PageModel

/// Reads the stamp of the transmission system: the number of the receipt and the dates.
///
/// It stands in a corner of one page or of all, where it passes for a running head, and its cells
/// stand on the rows of the act's own heading.
struct TransmissionStamp {
  /// What a line prints of a stamp.
  private struct Print {
    var line: Int
    var number: String?
    var transmitted: CalendarDate?
    var published: CalendarDate?
  }

  private var prints: [Print] = []

  /// Finds the stamps on some lines of a document.
  init(in lines: Range<Int>, of document: Document) {
    for line in lines {
      let bounds = document.lines[line].range.bounds
      let number = TransmissionID.find(in: document.bytes[bounds])
      let stamp = StampCell.stamp(bounds, in: document.bytes)
      guard number != nil || stamp != nil else { continue }
      var print = Print(line: line, number: number)
      if let folded = stamp.map({ FoldedText(document.bytes[$0]) }) {
        print.transmitted = Self.date(
          in: folded,
          of: ["envoye", "envoi", "transmis", "teletransmission", "recu", "reception"]
        )
        print.published = Self.date(in: folded, of: ["publie", "affiche", "mis en ligne"])
      }
      prints.append(print)
    }
  }

  /// Reads the stamp on the pages of an act; what the act's own lines said counts for more.
  func read(_ lines: Range<Int>, into act: inout Deliberation) {
    for print in prints where lines.contains(print.line) {
      act.transmissionID = act.transmissionID ?? print.number
      act.transmissionDate = act.transmissionDate ?? print.transmitted
      act.publicationDate = act.publicationDate ?? print.published
    }
  }

  private static func date(in folded: FoldedText, of words: [StaticString]) -> CalendarDate? {
    for word in words {
      guard let place = folded.firstIndex(of: word) else { continue }
      let found = DateScanner.first(in: folded, from: place)
      if let found, found.range.lowerBound - place < 45 { return found.date }
    }
    return nil
  }
}
