import DeliberationModel
import PageModel

/// What a paragraph about people who step aside says.
struct RecusalParagraph {
  var recusals: [Recusal]
  /// What stands among the names and is none.
  var unread: [String]
  /// Whether the paragraph speaks of the whole report: "pour ce rapport".
  var holdsForAct: Bool
}

/// Reads "Mesdames …, intéressées à l'affaire, n'ont pris part ni au débat ni au vote".
struct RecusalParser {
  let document: Document

  /// Reads a paragraph; nothing where it does not speak of stepping aside.
  func paragraph(_ passage: Passage) -> RecusalParagraph? {
    let folded = FoldedText(passage.bytes[...])
    guard Self.speaksOfRecusal(folded) else { return nil }
    let articles = NumberList.numbers(after: "article", in: folded)
    let status = Self.status(folded)
    let list = PersonList(passage, of: document)
    let recusals = list.people.map { person in
      Recusal(person: person, status: status, articles: articles)
    }
    let holds = folded.contains("pour ce rapport") || folded.contains("pour ce dossier")
    return RecusalParagraph(recusals: recusals, unread: list.unread, holdsForAct: holds)
  }

  private static func speaksOfRecusal(_ folded: FoldedText) -> Bool {
    let phrases: [StaticString] = [
      "interess", "pas pris part", "pris part ni", "prend pas part", "prennent pas part",
      "delegation de vote", "se deport", "quitte la salle", "quittent la salle", "quitte la seance",
    ]
    return phrases.contains { phrase in folded.contains(phrase) }
  }

  private static func status(_ folded: FoldedText) -> RecusalStatus {
    if folded.contains("sans voix deliberative") { return .withoutVote }
    if folded.contains("excus") || folded.contains("delegation de vote") {
      return .excusedWithoutProxy
    }
    return .present
  }
}
