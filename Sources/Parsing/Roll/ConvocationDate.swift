import DeliberationModel
import PageModel

/// Finds the day on which the members were called.
enum ConvocationDate {
  private static let words: [StaticString] = [
    "convoque le", "convoques le", "convoquee le", "convoquees le", "convocation du",
    "convocation en date", "convocation reguliere", "convocation adressee", "convocation",
    "convoque en seance le", "convoques par",
  ]

  /// The first date behind a word of the convocation, on the same line or the one below.
  static func date(_ lines: [Int], of document: Document) -> CalendarDate? {
    for (place, line) in lines.enumerated() {
      let bounds = document.lines[line].range.bounds
      let folded = FoldedText(document.bytes[bounds])
      guard let word = words.lazy.compactMap({ folded.firstIndex(of: $0) }).min() else { continue }
      let passage = Passage(lines[place..<min(place + 2, lines.count)], of: document)
      let text = FoldedText(passage.bytes[...])
      guard let start = text.firstIndex(of: "convo", from: min(word, text.bytes.count)),
        let found = DateScanner.first(in: text, from: start),
        found.range.lowerBound - start <= 70
      else { continue }
      return found.date
    }
    return nil
  }
}
