import DeliberationModel
import PageModel

/// Reads who steps aside from a vote: "Mme MOREL ne prend pas part au vote", "Monsieur le maire sort
/// de la salle".
struct AsideReader {
  private let document: Document
  private let roll: VoteRoll
  private let finder: PeopleFinder

  init(_ document: Document, roll: VoteRoll) {
    self.document = document
    self.roll = roll
    finder = PeopleFinder(roll, document)
  }

  /// Words of stepping aside from a vote.
  private static let abstaining: [StaticString] = [
    "prend pas part", "prennent pas part", "prenant pas part", "pas pris part", "prend part ni",
    "prennent part ni", "participe pas au", "participent pas au", "participant pas au",
    "pas participe au", "participe pas a ce", "participent pas a ce", "participe ni",
    "participent ni",
    "participe pas a la", "participent pas a la", "se deport", "s'est deporte",
    "participera pas au",
    "non participation au vote de",
    "pris part ni", "vouloir prendre part", "souhaite pas prendre part",
    "pas souhaite prendre part", "pas souhaite participer", "pas souhaiter prendre part",
    "ne peut prendre part", "ne peuvent prendre part", "ne pouvant prendre part",
    "ne pas prendre part au vote", "qui ne vote pas.", "qui ne votent pas.",
    "ne pas participer au vote", "souhaite pas participer au vote", "ne pas participer a ce vote",
    "ne pas vouloir participer", "ne participera pas", "n'a pas vote.", "n'ont pas vote.",
    "n'a pas vote,", "n'ont pas vote,", "n'ayant pas vote", "deport :", "deports :",
    "non participation au vote", "non-participation au vote", "non participation :",
    "refus de vote", "refus de prendre part", "nppv", "nppav", "refuse de prendre part",
    "refusent de prendre part", "refuse de participer", "refusent de participer",
  ]
  /// Words of leaving the room.
  private static let leaving: [StaticString] = [
    "sort de la salle", "sortent de la salle", "sort de seance", "sortent de seance",
    "sort de la seance", "sortent de la seance", "sortis de la salle", "sorties de la salle",
    "se sont retire", "est sorti", "sont sorti", " sort.", " sortent.", "quitte l'hemicycle",
    "quittent l'hemicycle", "quitte momentanement", "quittent momentanement",
    "quitte la salle", "quittent la salle", "ayant quitte la salle", "quitte la seance",
    "quittent la seance", "se retire", "se retirent", "s'etant retire", "s'est retire",
    "sorti de la salle",
    "sortie de la salle", "quitte l'assemblee",
  ]

  private static let steppingAside = abstaining + leaving

  /// Whether a sentence says that somebody comes back to the room or to the chair.
  static func returns(_ sentence: ActSentence) -> Bool {
    sentence.holds([
      "reintegre", "reprend la presidence", "revient dans la salle", "reprend sa place",
      "rejoint la salle", "revient en seance", "regagne la salle", "reprend place",
    ])
      || sentence.opens(with: [
        "retour de m", "retour en seance", "retour dans la salle", "retour en salle",
      ])
  }

  /// Whether a sentence says that somebody takes no part in a vote.
  static func abstains(_ sentence: ActSentence) -> Bool { sentence.holds(abstaining) }

  /// Words that say that somebody was out for one vote.
  ///
  /// "(M. le Maire s'est retiré au moment du vote)".
  private static let once: [StaticString] = [
    "moment du vote", "lors du vote", "pendant le vote", "temps du vote", "pour ce vote",
    "pour le vote", "avant le vote",
  ]

  /// Whether a sentence says that somebody was out for one vote.
  static func isOnce(_ sentence: ActSentence) -> Bool { sentence.holds(once) }

  /// Whether a sentence says that somebody leaves the room.
  static func leaves(_ sentence: ActSentence) -> Bool { sentence.holds(leaving) }

  /// Who steps aside in a sentence; "ce dernier" and "elle" are of the sentence before.
  func people(in sentence: ActSentence, after previous: ActSentence? = nil) -> [Person] {
    let folded = sentence.folded
    guard
      let place = Self.steppingAside.lazy.compactMap({ folded.firstIndex(of: $0) }).min()
    else { return absent(from: sentence) }
    // The members who may not vote on what concerns them are nobody yet; a time is a departure.
    let general: [StaticString] = [
      "les presidents d'association", "les elus concernes", "les conseillers concernes",
      "les conseillers interesses", "le conseil municipal ne", "les membres interesses",
      "a l'appel n", "revient pour le vote", "revient avant le vote", "revient au moment du vote",
    ]
    if general.contains(where: { folded.contains($0) }) { return [] }
    if isDeparture(sentence, place) { return [] }
    let below = named(behind: place, in: sentence)
    guard below.isEmpty else { return below }
    let before = named(before: place, in: sentence)
    return before.isEmpty ? previous.map { finder.meant(by: sentence, in: $0) } ?? [] : before
  }

  /// "Ne prennent pas part au vote : Mme ROUX et Mme MOREL", "N'a pas participé au vote (Mme PETIT)".
  private func named(behind place: Int, in sentence: ActSentence) -> [Person] {
    let folded = sentence.folded
    guard
      let mark = folded.bytes[place...].prefix(60).firstIndex(where: { [0x3A, 0x28].contains($0) })
    else { return [] }
    // "Pour : 15 - Contre : 0 - Ne prennent pas part au vote : 2 (…)": a label among others.
    let isLabel = folded.bytes[mark] == 0x3A && ActSentences.opensOption(folded)
    // "Ne prend pas part au vote :" in a column beside others.
    let isColumn =
      folded.bytes[mark] == 0x3A && folded.bytes[..<mark].suffix(9).elementsEqual(" au vote ".utf8)
    guard
      isLabel || isColumn
        || sentence.opens(with: [
          "ne ", "n'", "non participation", "non-participation", "deport",
          "conseillers interesses", "membres interesses",
          "elus interesses", "conseillers n'", "membres n'", "elus n'", "conseiller n'",
          "s'est deport", "nppv", "nppav", "refus de",
        ])
    else { return [] }
    // "Ne prennent pas part au vote : 2 (MM. ROUX et PETIT)".
    let counted = folded.bytes[(mark + 1)...].drop { byte in
      byte == 0x20 || byte == 0x28 || byte == 0x3A || ASCII.isDigit(byte)
    }
    return people(from: counted.startIndex, in: sentence)
  }

  /// "Hors de la présence de Mme ROUX, maire, le conseil approuve": who is not there while others
  /// decide.
  private func absent(from sentence: ActSentence) -> [Person] {
    let folded = sentence.folded
    let leads: [StaticString] = [
      "hors de la presence d", "hors la presence d", "hors presence d",
      "en dehors de la presence d",
    ]
    for lead in leads {
      guard let place = folded.firstIndex(of: lead) else { continue }
      var start = place + lead.utf8CodeUnitCount
      while start < folded.bytes.count, [0x65, 0x75, 0x27, 0x20].contains(folded.bytes[start]) {
        start += 1
      }
      let rest = String(decoding: folded.bytes[start...].prefix(40), as: UTF8.self)
      let words = rest.split(separator: " ").prefix(3).joined(separator: " ")
      if rest.hasPrefix("maire") || rest.hasPrefix("president") || VoteRoll.isChair(words) {
        return roll.chair.map { [$0] } ?? []
      }
      return people(from: start, in: sentence)
    }
    return []
  }

  private func people(from index: Int, in sentence: ActSentence) -> [Person] {
    let folded = sentence.folded
    var start = index
    while start < folded.bytes.count, folded.bytes[start] == 0x20 { start += 1 }
    guard start < folded.bytes.count else { return [] }
    let bounds = folded.offsets[start]..<sentence.passage.bytes.count
    let people = PersonList(sentence.passage, bounds, of: document).people
      .filter { $0.honorific != nil || known($0) }
    return people.map(roll.resolve)
  }

  /// Whether somebody leaves for good, and steps aside from nothing: "quitte la séance à 20 h 15".
  private func isDeparture(_ sentence: ActSentence, _ place: Int) -> Bool {
    guard !Self.abstaining.contains(where: { sentence.folded.contains($0) }) else { return false }
    let rest = sentence.folded.bytes[place...].prefix(90)
    let hasTime = zip(rest, rest.dropFirst()).contains { byte, next in
      ASCII.isDigit(byte) && (next == 0x68 || next == 0x3A || next == 0x20)
    }
    return hasTime && sentence.holds([" h ", "h0", "h1", "h2", "h3", "h4", "h5", " heures", "h."])
      || sentence.holds(["pouvoir a", "procuration a", "definitivement"])
  }

  /// The people right before the verb, as many as it tells of.
  private func named(before place: Int, in sentence: ActSentence) -> [Person] {
    let folded = sentence.folded
    // "désigne M. ROUX (Mme MOREL ne prend pas part au vote)".
    let open = folded.bytes[..<place].lastIndex(of: 0x28) ?? -1
    let closed = folded.bytes[..<place].lastIndex(of: 0x29) ?? -1
    let floor = open > closed ? open + 1 : 0
    var end = place
    for word in [" ne ", " n'", " "]
    where folded.bytes[floor..<end].suffix(word.utf8.count)
      .elementsEqual(word.utf8)
    {
      end -= word.utf8.count
    }
    // "Le président sort."
    let words = folded.bytes[floor..<end].suffix(24).split(separator: 0x20).suffix(2)
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    if VoteRoll.isChair(words) { return roll.chair.map { [$0] } ?? [] }
    let subjects = finder.subjects(
      of: end,
      in: sentence,
      from: floor,
      isPlural: Self.isPlural(folded.bytes[floor..<place], folded.bytes[place...])
    )
    return subjects.isEmpty ? listed(floor, place, in: sentence) : subjects
  }

  /// Whether a verb that begins before a place and goes on behind it is told of several: "quittent", "n'ont pas".
  private static func isPlural(_ before: ArraySlice<UInt8>, _ verb: ArraySlice<UInt8>) -> Bool {
    let words =
      before.suffix(12).split(separator: 0x20).suffix(1)
      + verb.prefix(30).split { !ASCII.isLetter($0) }.prefix(2)
    return words.contains { word in
      ["ent", "ont", "sortis", "sorties"].contains {
        word.suffix($0.utf8.count).elementsEqual($0.utf8)
      }
    }
  }

  /// The names of a list before the verb that no address stands before: "ROUX et MOREL ne prennent pas part".
  private func listed(_ floor: Int, _ place: Int, in sentence: ActSentence) -> [Person] {
    let folded = sentence.folded
    let starts =
      folded.bytes[floor..<place].indices.filter { at in
        at == floor || [0x2C, 0x28, 0x3A].contains(folded.bytes[at - 1])
      }
    for start in starts {
      let bounds = folded.offsets[start]..<folded.offsets[place]
      let people = PersonList(sentence.passage, bounds, of: document).people
      if !people.isEmpty, people.allSatisfy(known) { return people.map(roll.resolve) }
    }
    return []
  }

  private func known(_ person: Person) -> Bool { roll.person(named: person.name) != nil }
}
