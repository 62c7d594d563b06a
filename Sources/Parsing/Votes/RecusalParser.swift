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
    let start = Self.sentence(in: folded, of: passage)
    let articles = NumberList.numbers(after: "article", in: folded)
    let status = Self.status(folded)
    let bounds = folded.offsets[start]..<passage.bytes.count
    let list = PersonList(passage, bounds, of: document)
    let recusals = list.people.map { person in
      Recusal(person: person, status: status, articles: articles)
    }
    let holds = folded.contains("pour ce rapport") || folded.contains("pour ce dossier")
    return RecusalParagraph(recusals: recusals, unread: list.unread, holdsForAct: holds)
  }

  /// Who steps aside in a clause of the sentence that states the result: "Adopté par 10 voix pour,
  /// Monsieur le Maire ne prenant pas part au vote".
  func aside(in passage: Passage, chair: OfficeHolders) -> [Person] {
    let folded = FoldedText(passage.bytes[...])
    let words: [StaticString] = [
      "ne prenant pas part", "n'ayant pas pris part", "ne prend pas part", "n'a pas pris part",
    ]
    guard let place = words.lazy.compactMap({ folded.firstIndex(of: $0) }).min(),
      let comma = folded.bytes[..<place].lastIndex(where: { [0x2C, 0x2E, 0x28].contains($0) })
    else { return [] }
    let start = folded.bytes[(comma + 1)...].firstIndex { !ASCII.isSpace($0) } ?? place
    if let office = chair.office(at: folded.offsets[start], in: passage) {
      return office.holder.map { [$0] } ?? []
    }
    let bounds = folded.offsets[start]..<folded.offsets[place]
    let list = PersonList(passage, bounds, of: document)
    return Electors.arePeople(list.people) ? list.people : []
  }

  /// The index of the sentence in which somebody leaves.
  ///
  /// "Mme Agnès MOREAU prend la présidence. M. Denis PELLETIER quitte la séance": the second. A full
  /// stop after a capital is that of "M.", or a comma of a list as a scan reads it: "Carole DUBOIS.
  /// Paul MOREL".
  private static func sentence(in folded: FoldedText, of passage: Passage) -> Int {
    guard let place = leaving.lazy.compactMap({ folded.firstIndex(of: $0) }).min() else { return 0 }
    var at = place
    while at > 2 {
      at -= 1
      guard folded.bytes[at] == 0x20, folded.bytes[at - 1] == 0x2E, folded.bytes[at - 2] != 0x6D,
        !(0x41...0x5A).contains(passage.bytes[folded.offsets[at - 2]])
      else { continue }
      return at + 1
    }
    return 0
  }

  private static func speaksOfRecusal(_ folded: FoldedText) -> Bool {
    let phrases: [StaticString] = ["interess", "pris part ni", "delegation de vote"]
    return leaves(folded) || phrases.contains { phrase in folded.contains(phrase) }
  }

  /// Whether a line says that somebody leaves or does not vote, whatever stands around it.
  static func leaves(_ folded: FoldedText) -> Bool {
    leaving.contains { phrase in folded.contains(phrase) }
  }

  private static let leaving: [StaticString] = [
    "quitte la salle", "quittent la salle", "quitte la seance", "quittent la seance",
    "sort de seance", "sortent de seance", "sort de la salle", "sortent de la salle",
    "prend pas part", "prennent pas part", "prend part ni", "prennent part ni", "pas pris part",
    "ne participe pas",
    "ne participent pas", "n'a pas participe", "n'ont pas participe", "se retire", "se retirent",
    "se deport",
  ]

  private static func status(_ folded: FoldedText) -> RecusalStatus {
    if folded.contains("sans voix deliberative") { return .withoutVote }
    if folded.contains("excus") || folded.contains("delegation de vote") {
      return .excusedWithoutProxy
    }
    return .present
  }
}
