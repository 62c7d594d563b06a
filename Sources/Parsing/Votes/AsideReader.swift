import DeliberationModel
import PageModel

/// Reads who steps aside from a vote: "Mme MOREL ne prend pas part au vote", "Monsieur le maire sort
/// de la salle".
struct AsideReader {
  private let document: Document
  private let roll: VoteRoll

  init(_ document: Document, roll: VoteRoll) {
    self.document = document
    self.roll = roll
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
    "ne pas prendre part au vote",
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
    "sort de la seance",
    "quitte la salle", "quittent la salle", "ayant quitte la salle", "quitte la seance",
    "quittent la seance", "se retire", "se retirent", "s'etant retire", "s'est retire",
    "sorti de la salle",
    "sortie de la salle", "quitte l'assemblee", "quitte momentanement",
  ]

  private static let steppingAside = abstaining + leaving

  /// Whether a sentence says that somebody comes back to the room or to the chair.
  static func returns(_ sentence: ActSentence) -> Bool {
    sentence.holds([
      "reintegre", "reprend la presidence", "revient dans la salle", "reprend sa place",
      "rejoint la salle", "revient en seance", "retour de monsieur le maire",
      "retour de madame le maire", "regagne la salle", "reprend place",
    ])
  }

  /// Whether a sentence says that somebody takes no part in a vote.
  static func abstains(_ sentence: ActSentence) -> Bool { sentence.holds(abstaining) }

  /// Whether a sentence says that somebody leaves the room.
  static func leaves(_ sentence: ActSentence) -> Bool { sentence.holds(leaving) }

  /// Who steps aside in a sentence.
  func people(in sentence: ActSentence) -> [Person] {
    let folded = sentence.folded
    guard
      let place = Self.steppingAside.lazy.compactMap({ folded.firstIndex(of: $0) }).min()
    else { return absent(from: sentence) }
    // The members who may not vote on what concerns them are nobody yet; a time is a departure.
    let general: [StaticString] = [
      "les presidents d'association", "les elus concernes", "les conseillers concernes",
      "les conseillers interesses", "le conseil municipal ne", "les membres interesses",
      "a l'appel n",
    ]
    if general.contains(where: { folded.contains($0) }) { return [] }
    if isDeparture(sentence, place) { return [] }
    let below = named(behind: place, in: sentence)
    return below.isEmpty ? named(before: place, in: sentence) : below
  }

  /// "Ne prennent pas part au vote : Mme ROUX et Mme MOREL", "N'a pas participé au vote (Mme PETIT)".
  private func named(behind place: Int, in sentence: ActSentence) -> [Person] {
    let folded = sentence.folded
    guard
      let mark = folded.bytes[place...].prefix(60).firstIndex(where: { [0x3A, 0x28].contains($0) })
    else { return [] }
    // "Pour : 15 - Contre : 0 - Ne prennent pas part au vote : 2 (…)": a label among others.
    let isLabel = folded.bytes[mark] == 0x3A && ActSentences.opensOption(folded)
    guard
      isLabel
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

  /// The people right before the verb, as many as their list holds.
  private func named(before place: Int, in sentence: ActSentence) -> [Person] {
    let folded = sentence.folded
    var nearest: [Person] = []
    // "désigne M. ROUX (Mme MOREL ne prend pas part au vote)".
    let open = folded.bytes[..<place].lastIndex(of: 0x28) ?? -1
    let closed = folded.bytes[..<place].lastIndex(of: 0x29) ?? -1
    let floor = open > closed ? open : 0
    for start in starts(before: place, in: folded).sorted() where start >= floor {
      let end = nameEnd(start, place, folded)
      guard end > start else { continue }
      if let chair = chair(String(decoding: folded.bytes[start..<end], as: UTF8.self)) {
        return [chair]
      }
      let bounds = folded.offsets[start]..<folded.offsets[end]
      let list = PersonList(sentence.passage, bounds, of: document)
      let people = list.people.filter { $0.honorific != nil || known($0) }
      guard !people.isEmpty, people.count == list.people.count else { continue }
      if list.end >= bounds.upperBound, list.unread.isEmpty { return people.map(roll.resolve) }
      nearest = people
    }
    return nearest.map(roll.resolve)
  }

  /// Where the names can begin: behind a comma, "que", "exception de", at the sentence's head, the
  /// nearest to the verb last.
  private func starts(before place: Int, in folded: FoldedText) -> [Int] {
    var starts: [Int] = []
    let opening = folded.bytes[..<place].firstIndex { ASCII.isLetter($0) } ?? 0
    starts.append(opening)
    for words: StaticString in ["exception de ", "exception d'", "sauf ", "que ", "dont "] {
      if let found = folded.firstIndex(of: words), found < place {
        starts.insert(found + words.utf8CodeUnitCount, at: 0)
      }
    }
    for at in folded.bytes[..<place].indices
    where [0x2C, 0x28, 0x3A].contains(folded.bytes[at]) && at + 2 < place {
      starts.append(folded.bytes[at + 1] == 0x20 ? at + 2 : at + 1)
    }
    // The person may stand behind other words: "des comptes administratifs monsieur le maire".
    for address: StaticString in [
      " monsieur ", " madame ", " m. ", " mme ", " mm. ", " messieurs ", " mesdames ", " mmes ",
    ] {
      var from = 0
      while let found = folded.firstIndex(of: address, from: from), found < place {
        starts.append(found + 1)
        from = found + 1
      }
    }
    return starts
  }

  private func nameEnd(_ start: Int, _ place: Int, _ folded: FoldedText) -> Int {
    let tails: [StaticString] = [
      " qui ", " ne ", " n'", " se ", " s'", " a quitte", " ont quitte", " ayant ", " sort",
      " quitte",
      " etant ", " interesse", " president", " en tant", " concerne", " ni ", " indique",
      " declare",
      " souhait", " precise",
    ]
    var end = min(tails.compactMap { folded.firstIndex(of: $0, from: start) }.min() ?? place, place)
    while end > start, [0x20, 0x2C].contains(folded.bytes[end - 1]) { end -= 1 }
    return end
  }

  /// "Monsieur le maire sort": whoever presides.
  private func chair(_ text: String) -> Person? {
    let words = text.split(separator: " ").prefix(3)
    return VoteRoll.isChair(words.joined(separator: " ")) ? roll.chair : nil
  }

  private func known(_ person: Person) -> Bool { roll.person(named: person.name) != nil }
}
