import DeliberationModel
import PageModel

/// Reads the notice that stands below a signature: "Acte rendu exécutoire après transmission en
/// préfecture le 14/03/2024 et publication le 15/03/2024".
struct ExecutionNotice {
  /// How many lines after the signature are searched.
  static let reach = 8

  let document: Document

  /// Reads the dates that the act's head does not give.
  func read(_ lines: some Sequence<Int>, into act: inout Deliberation) {
    for line in lines {
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      guard folded.contains("prefecture") || folded.contains("publi") || folded.contains("affich")
      else { continue }
      act.transmissionDate =
        act.transmissionDate
        ?? Self.date(after: ["transmission", "transmis", "recu", "depot"], in: folded)
      act.publicationDate =
        act.publicationDate
        ?? Self.date(after: ["publication", "publie", "affichage", "affiche"], in: folded)
    }
  }

  private static func date(after words: [StaticString], in folded: FoldedText) -> CalendarDate? {
    for word in words {
      guard let start = folded.firstIndex(of: word) else { continue }
      if let found = DateScanner.first(in: folded, from: start),
        found.range.lowerBound - start < 60
      {
        return found.date
      }
    }
    return nil
  }
}
