import DeliberationModel
import PageModel

/// Votes on several items at once.
///
/// "Les délibérations n° 3 à 7 sont adoptées à l'unanimité."
struct BatchVotes {
  /// For each number of an item, the places of the words that decide it with others.
  private var places: [Int: ClosedRange<Int>] = [:]

  private static let words: [StaticString] = [
    "deliberation", "point", "rapport", "question", "affaire", "dossier", "projet", "sujet",
  ]

  init(_ lines: [SeenLine], _ speech: Speech, _ document: Document, in range: Range<Int>) {
    for statement in speech.statements where statement.strength > 1 {
      guard range.contains(statement.places.lowerBound) else { continue }
      var first = statement.places.lowerBound
      // The numbers may stand on the line above the words that decide.
      if first > range.lowerBound, !document.lines[lines[first].line].opensParagraph { first -= 1 }
      let said = first...statement.places.upperBound
      for place in said {
        let folded = FoldedText(document.bytes[document.lines[lines[place].line].range.bounds])
        for word in Self.words {
          for list in NumberList.lists(after: word, in: folded) where list.numbers.count > 1 {
            for number in list.numbers { places[number] = said }
          }
        }
      }
    }
  }

  /// The places of the words that decide an item by its number.
  func places(of number: HeadNumber?) -> ClosedRange<Int>? {
    guard let number, number.form == .decimal, number.path.count == 1 else { return nil }
    return number.path.first.flatMap { places[$0] }
  }
}
