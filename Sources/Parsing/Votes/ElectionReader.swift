import DeliberationModel
import PageModel

/// Reads who is elected or named in an act, for what, and with how many votes.
///
/// "désigne M. ROUX et Mme MOREL en tant que délégués titulaires", "Sont élus :" above a list, "M.
/// PETIT a été proclamé premier adjoint", a table with columns of members and alternates.
struct ElectionReader {
  private let document: Document
  private let roll: VoteRoll
  private let finder: PeopleFinder

  init(_ document: Document, roll: VoteRoll) {
    self.document = document
    self.roll = roll
    finder = PeopleFinder(roll, document)
  }

  /// What is being read.
  private struct State {
    var elections: [Election] = []
    var round = ElectionRound()
    /// Whether lines that name a person go on with the last election.
    var takesLines = false
    /// Whether those lines name who was elected, and not who stood: "Sont élus :".
    var isOfElected = false
    /// Lines since the last person that named nobody.
    var idle = 0
    var capacity = ElectedCapacity.member
    /// Whether the act speaks of electing or naming anybody.
    var speaks = false
  }

  /// The elections of an act, in printed order.
  func elections(_ sentences: [ActSentence], _ lines: [Int]) -> [Election] {
    var state = State()
    state.speaks = sentences.contains { sentence in
      sentence.holds([
        "design", "election", "elire", " elu", "nomination", "represent", "garants :",
      ])
    }
    guard state.speaks || sentences.contains(where: { $0.holds(Self.verbs) }) else {
      return TableElections(document, finder).elections(lines).filter { !$0.elected.isEmpty }
    }
    let ballots = BallotReader(finder, document)
    for (place, sentence) in sentences.enumerated() {
      let previous = place > 0 ? sentences[place - 1] : nil
      if ballots.read(sentence, after: previous, into: &state.round) {
        // "Sont élus :" above "- Mme ROUX, 15 voix".
        if state.takesLines, state.isOfElected {
          takeLine(sentence, &state)
        } else {
          state.takesLines = false
        }
        continue
      }
      if announce(sentence, after: previous, &state) { continue }
      if state.takesLines { takeLine(sentence, &state) }
    }
    var elections = state.elections
    if let last = elections.indices.last, elections[last].rounds.isEmpty, !state.round.isEmpty {
      elections[last].rounds = [state.round]
    }
    for table in TableElections(document, finder).elections(lines) where !table.elected.isEmpty {
      // "Sont désignés :" above the table announces it.
      let isAnnounced = elections.last.map { last in
        last.elected.allSatisfy { one in
          table.elected.contains { $0.person.name == one.person.name }
        }
      }
      if isAnnounced ?? false {
        elections[elections.count - 1].elected = table.elected
      } else {
        elections.append(table)
      }
    }
    return elections.filter { !$0.elected.isEmpty }.map(Self.withoutRepeats)
  }

  /// An election in which each person is elected once: "la liste conduite par Mme ROUX :" above "Anne ROUX".
  private static func withoutRepeats(_ election: Election) -> Election {
    var known: Set<String> = []
    var election = election
    election.elected = election.elected.filter { known.insert($0.person.name).inserted }
    return election
  }

  // MARK: - Announcements

  private static let verbs: [StaticString] = [
    "designe ", "designent ", "designe, ", "designe :", "designe:", "elit ", "elit :", "elit, ",
    "elisent ", "nomme ", "nomment ", "nomme :", "est elu", "sont elu", "a ete elu", "ont ete elu",
    "est designe", "sont designe", "a ete designe", "ont ete designe", "est nomme", "sont nomme",
    "est proclame", "sont proclame", "a ete proclame", "ont ete proclame", "ete proclames elus",
    "proclame elu", "proclamee elue", "declare elu", "declaree elue", "sont declares elus",
    "proclames elus", "declarees elues", "designee a l'unanimite", "designe a l'unanimite",
    "est installe", "sont installe", "designations suivantes", "siegera ", "siegeront ",
    "a designe ", "sont ainsi elu", "sont ainsi designe", "est reelu", "de designer ",
    "representants de la commune :", "delegues de la commune :", "d'elire ", "de nommer ",
    "composee comme suit", "compose comme suit", "constituee comme suit", "composees comme suit",
    "constituees comme suit", "commissions suivantes :", "composition suivante :",
    "ainsi composee", "ainsi constituee",
  ]

  /// What looks like an announcement and elects nobody to anything.
  private static let others: [StaticString] = [
    "secretaire de seance", "secretaire du", "assesseur", "scrutateur", "president de seance",
    "presidente de seance", "bureau electoral",
    "qui designera", "rapporteur", "notaire",
    "maitre d'oeuvre", "seront elu", "seront designe", "sera elu",
    "sera designe", "doivent etre", "doit etre", "est elu pour", "sont elus pour", "au plus age",
    "le plus age", "secretaire", "commissaire enqueteur",
  ]

  /// Whether those who are chosen do work for the authority.
  ///
  /// "désigne Maître ROUX, avocat"; "la société" behind a name is for what somebody is named.
  private func contracts(_ sentence: ActSentence, _ verb: Int) -> Bool {
    let folded = sentence.folded
    let first = finder.people(in: sentence, verb..<folded.bytes.count).first?.range.lowerBound
    let words: [StaticString] = ["l'entreprise", "la societe", "avocat", "architecte", "expert"]
    return words.contains { word in
      folded.firstIndex(of: word, from: verb).map { $0 < first ?? .max } ?? false
    }
  }

  private static let candidacies: [StaticString] = [
    "candidat au", "sont candidat", "est candidat", "se portent candidat", "se porte candidat",
  ]

  private func announce(
    _ sentence: ActSentence,
    after previous: ActSentence?,
    _ state: inout State
  ) -> Bool {
    let folded = sentence.folded
    guard
      let verb = Self.verbs.lazy.compactMap({ phrase in
        folded.firstIndex(of: phrase).map { ($0, $0 + phrase.utf8CodeUnitCount) }
      }).min(by: { $0.0 < $1.0 }) ?? label(sentence, state)
    else { return false }
    let opens = !folded.bytes[..<verb.0].contains(where: ASCII.isLetter)
    // "Sont candidats et désignés à l'unanimité :" names those who are chosen.
    let isChosen = sentence.holds([" et design", " et elu"])
    if sentence.holds(Self.others) || sentence.holds(Self.candidacies) && !isChosen
      || contracts(sentence, verb.1)
      || !opens && SentenceSense.isSilent(sentence)
    {
      state.takesLines = false
      return true
    }
    // "de désigner" is a clause of the assembly, or a proposal, which is silent.
    var named = people(of: sentence, verb.0, verb.1)
    if named.isEmpty, Self.isPassive(folded, verb.0), let previous {
      let capacity = Self.capacity(in: folded, 0..<folded.bytes.count) ?? .member
      named = finder.meant(by: sentence, in: previous).map {
        Elected(person: $0, capacity: capacity)
      }
    }
    var election = Election(source: sentence.passage.location(in: document))
    election.office = office(of: sentence, from: verb.1)
    election.body = body(of: sentence)
    state.capacity = .member
    election.elected = named
    take(votesOf: sentence, named, &state.round)
    if !state.round.isEmpty {
      election.rounds = [state.round]
      if !named.isEmpty || folded.bytes.last == 0x3A { state.round = ElectionRound() }
    }
    if named.isEmpty {
      state.capacity = Self.capacity(in: folded, 0..<folded.bytes.count) ?? .member
    }
    state.elections.append(election)
    state.takesLines = named.isEmpty || [0x3A, 0x3B].contains(folded.bytes.last ?? 0)
    state.isOfElected = folded.bytes.last == 0x3A && Self.isPassive(folded, verb.0)
    state.idle = 0
    return true
  }

  /// The words by which a line says for what those behind its colon are named, in an act that speaks
  /// of naming: "Délégués titulaires : …", "Commission des travaux : …".
  private func label(_ sentence: ActSentence, _ state: State) -> (Int, Int)? {
    guard state.speaks, !state.takesLines, sentence.opensLine,
      sentence.opens(with: [
        "delegue", "representant", "titulaire", "suppleant", "membres ", "commission ",
        "correspondant", "referent", "garant",
      ]),
      let colon = sentence.folded.bytes.prefix(70).firstIndex(of: 0x3A),
      sentence.folded.bytes.count > colon + 3,
      finder.people(in: sentence, colon..<sentence.folded.bytes.count).first
        .map({ $0.range.lowerBound - colon <= 40 }) ?? false
    else { return nil }
    let isOfCapacity = sentence.folded.bytes[..<colon].count <= 12
    return (0, isOfCapacity ? 0 : colon + 1)
  }

  /// Who is named in an announcement, each with their capacity: behind the verb, or before it.
  private func people(of sentence: ActSentence, _ verb: Int, _ end: Int) -> [Elected] {
    let folded = sentence.folded
    let stops: [StaticString] = [
      " en remplacement", " suite a la demission", " demission d", " demissionnaire",
      " a la place d",
      " sous la presidence", " en presence d", " succede a", " qui remplace", " ayant obtenu",
    ]
    let limit =
      stops.compactMap { folded.firstIndex(of: $0, from: end) }.min() ?? folded.bytes.count
    var found = finder.people(in: sentence, end..<max(end, limit))
    // "M. ROUX est élu"; "Suite à la démission de M. ROUX, le conseil élit :" elects others.
    if Self.isPassive(folded, verb) {
      let subjects = finder.subjects(of: verb, in: sentence, isPlural: true).map(\.name)
      let before = finder.people(in: sentence, 0..<verb).filter { entry in
        subjects.contains(entry.person.name)
          || folded.firstIndex(of: "obtenu", from: entry.range.upperBound).map { $0 < verb }
            ?? false
      }
      // "M. ROUX est élu titulaire et Mme MOREL suppléante"; "par 9 voix contre 2 à Mme MOREL".
      let goesOn = found.first.map { first in
        folded.bytes[..<first.range.lowerBound].suffix(4).elementsEqual(" et ".utf8)
      }
      let isAgainst = found.first.map { first in
        folded.firstIndex(of: " contre ", from: end).map { $0 < first.range.lowerBound } ?? false
      }
      if !before.isEmpty, isAgainst ?? false { found = [] }
      if found.isEmpty || !before.isEmpty && goesOn ?? false { found = before + found }
    }
    return found.enumerated().map { place, entry in
      let next = found.dropFirst(place + 1)
        .first { $0.range.lowerBound >= entry.range.upperBound }?.range.lowerBound
      let behind = entry.range.upperBound..<max(entry.range.upperBound, next ?? limit)
      let before = (found.prefix(place).last { $0.range != entry.range }?.range.upperBound ?? 0)
      let capacity =
        Self.labelled(capacity: folded, before: entry.range.lowerBound)
        ?? Self.capacity(in: folded, behind)
        ?? Self.capacity(in: folded, before..<max(before, entry.range.lowerBound)) ?? .member
      return Elected(person: entry.person, capacity: capacity)
    }
  }

  private static func isPassive(_ folded: FoldedText, _ verb: Int) -> Bool {
    [
      "est ", "sont ", "a ete", "ont ete", "ete ", "proclame", "declare", "designe a", "designee a",
      "sieger",
    ].contains {
      folded.bytes[verb...].starts(with: $0.utf8)
    }
  }

  // MARK: - Lines below

  /// Takes a line below an announcement: a person, or the word over those who follow.
  private func takeLine(_ sentence: ActSentence, _ state: inout State) {
    guard let last = state.elections.indices.last else { return }
    let folded = sentence.folded
    // Who presides over a commission is elected to no place in it.
    if sentence.opens(with: ["president :", "president de droit", "presidente :", "presidence :"]) {
      return
    }
    let named = finder.people(in: sentence, 0..<folded.bytes.count)
    let opening = folded.bytes.prefix(28)
    // "M. ROUX sollicite l'accord de l'assemblée pour …": what a person does elects nobody.
    if let last = named.last, Self.capacity(in: folded, 0..<folded.bytes.count) == nil,
      folded.bytes[last.range.upperBound...].split(separator: 0x20).count > 6
    {
      state.takesLines = false
      return
    }
    if let first = named.first, opensWithPerson(sentence, first.range.lowerBound) {
      for entry in named {
        let behind = entry.range.upperBound..<folded.bytes.count
        let before = 0..<entry.range.lowerBound
        let capacity =
          Self.labelled(capacity: folded, before: entry.range.lowerBound)
          ?? Self.capacity(in: folded, behind) ?? Self.capacity(in: folded, before)
          ?? state.capacity
        state.elections[last].elected.append(Elected(person: entry.person, capacity: capacity))
      }
      state.idle = 0
      return
    }
    let text = String(decoding: sentence.passage.bytes, as: UTF8.self)
      .trimmingEnd([".", ";", ","])
    let bare = String(text.drop { !$0.isLetter })
    if let person = finder.known(bare) {
      let capacity = Self.capacity(in: folded, 0..<folded.bytes.count) ?? state.capacity
      state.elections[last].elected.append(Elected(person: person, capacity: capacity))
      state.idle = 0
      return
    }
    if folded.bytes.count <= 60, let capacity = Self.capacity(in: folded, 0..<folded.bytes.count) {
      state.capacity = capacity
      return
    }
    state.idle += 1
    if state.idle > 2 || opening.count > 0 && folded.bytes.count > 60 { state.takesLines = false }
  }

  /// Whether a person opens a line: behind a dash, or behind a label with its colon.
  private func opensWithPerson(_ sentence: ActSentence, _ start: Int) -> Bool {
    let before = sentence.folded.bytes[..<start]
    return !before.contains(where: ASCII.isLetter) || before.contains(0x3A) && start <= 60
      || Self.capacity(in: sentence.folded, 0..<start) != nil && start <= 40
  }

  // MARK: - Words

  /// The votes of those whom a sentence names: "par 23 voix sur 23" of one person, "Mme ROUX (14
  /// voix), Mme PETIT (12 voix)" of each.
  private func take(
    votesOf sentence: ActSentence,
    _ named: [Elected],
    _ round: inout ElectionRound
  ) {
    guard round.candidates.isEmpty, !named.isEmpty else { return }
    // "Ont obtenu 24 voix et sont proclamés membres du bureau :".
    if named.count == 1 || sentence.opens(with: ["ont obtenu"]),
      let votes = BallotReader.votes(in: sentence.folded)
    {
      round.candidates += named.map { Candidate(person: $0.person, votes: votes) }
      return
    }
    let each = BallotReader(finder, document).eachVotes(sentence) ?? []
    if each.count > 1 { round.candidates = each }
  }

  /// The office behind the verb, or behind "en tant que".
  private func office(of sentence: ActSentence, from end: Int) -> String? {
    let folded = sentence.folded
    let leads: [StaticString] = [
      "en tant que ", "en qualite de ", "comme ", "proclame ", "proclamee ", "elu ", "elue ",
      "designe ", "designee ", "proclames ", "elus ", "elues ", "designes ", "designees ", "nomme ",
      "nommes ",
    ]
    for lead in leads {
      guard let place = folded.firstIndex(of: lead) else { continue }
      let start = place + lead.utf8CodeUnitCount
      let stops: [StaticString] = [
        " et immediatement", " et a ete", " et est", " par ", " avec ", " au sein",
        " de la commune", " du conseil", " pour ", ",", " :", ":",
        ".",
        " et m.", " et mme", " et monsieur", " et madame", " a la ", " au ", " appele", " du ",
        " de l",
        " en remplacement", " lors ",
      ]
      let stop =
        stops.compactMap { folded.firstIndex(of: $0, from: start) }.min() ?? folded.bytes.count
      guard stop > start, stop - start <= 60,
        ASCII.isLetter(folded.bytes[start]) || ASCII.isDigit(folded.bytes[start])
      else { continue }
      let text = sentence.passage.text(folded.offsets[start]..<folded.offsets[stop])
      let words = FoldedText(text).string
      if Self.offices.contains(where: { words.contains($0) }) { return text }
    }
    return nil
  }

  private static let offices = [
    "maire", "adjoint", "delegue", "representant", "membre", "president", "titulaire", "suppleant",
    "correspondant", "referent", "conseiller",
  ]

  /// The body behind "au sein de" or "représenter la commune au".
  private func body(of sentence: ActSentence) -> String? {
    let folded = sentence.folded
    let leads: [StaticString] = [
      "au sein de la ", "au sein du ", "au sein de l'", "representer la commune au ",
      "representer la commune a la ", "membres de la ", "membre de la ", "membres du ",
      "membre du ",
    ]
    for lead in leads {
      guard let place = folded.firstIndex(of: lead) else { continue }
      let start = place + lead.utf8CodeUnitCount
      let stop =
        folded.bytes[start...].firstIndex { [0x2C, 0x3A, 0x2E, 0x3B].contains($0) }
        ?? folded.bytes.count
      guard stop > start, stop - start <= 120 else { continue }
      return sentence.passage.text(folded.offsets[start]..<folded.offsets[stop]).trimmingSpaces()
    }
    return nil
  }
}
