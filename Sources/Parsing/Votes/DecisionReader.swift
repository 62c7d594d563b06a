import DeliberationModel
import PageModel

/// Reads what was decided in an act, and with which votes, from its sentences alone.
///
/// A vote and the operative words near it are one decision: "Le conseil, à l'unanimité :" above
/// "- APPROUVE", "DÉCIDE de …" above "Pour : 13", "Abstentions : M. ROUX" below both.
struct DecisionReader {
  private let document: Document
  private let roll: VoteRoll

  init(_ document: Document, roll: VoteRoll) {
    self.document = document
    self.roll = roll
  }

  /// A decision that is being put together.
  private struct Draft {
    var statement: VoteStatement?
    var verb: VoteResult?
    var opinion: StatedOpinion?
    var raw = ""
    var source = SourceLocation()
    var recusals: [Recusal] = []
    /// The place of its last sentence.
    var last = 0
    /// Whether a bare line of a vote closed it: "Vote : Pour : 13".
    var isClosed = false
    /// Whether the question was an amendment, or whether to debate at all, and not the act's.
    var isIncidental = false
    /// Whether one of its clauses carries a motion that another refuses in part.
    var isMixed = false
    /// Whether it begins with a clause of the assembly.
    var isClause = false
    var lines: ClosedRange<Int>

    /// Whether it says nothing of a decision.
    var isEmpty: Bool { statement == nil && verb == nil }
  }

  /// The decisions of an act, and the lines on which each stands.
  func decisions(
    _ sentences: [ActSentence]
  ) -> [(decision: Decision, lines: ClosedRange<Int>)] {
    var drafts: [Draft] = []
    var asides: [(place: Int, people: [Person])] = []
    let aside = AsideReader(document, roll: roll)
    let tables = VoteTable(document, roll: roll)
    let answers = VoteAnswers(document, roll: roll)
    let last = sentences.last.map { max($0.line, $0.lastLine) } ?? 0
    var read = -1
    var question = IncidentalQuestion()
    for (place, sentence) in sentences.enumerated() where sentence.line > read {
      let isIncidental = question.isUnder(sentence)
      let people = aside.people(in: sentence, after: place > 0 ? sentences[place - 1] : nil)
      if !people.isEmpty { asides.append((place, people)) }
      if sentence.opensLine, let table = tables.vote(in: sentence, upTo: last) {
        var said = Draft(lines: lines(of: sentence))
        said.statement = table.statement
        said.isIncidental = isIncidental
        take(said, sentence, place, into: &drafts)
        read = table.line
        continue
      }
      if place > 0, let option = VoteAnswers.asked(sentences[place - 1]),
        let answer = answers.answer(sentence, to: option)
      {
        var said = Draft(lines: lines(of: sentence))
        said.statement = answer
        said.isIncidental = isIncidental
        take(said, sentence, place, into: &drafts)
        continue
      }
      guard !SentenceSense.isSilent(sentence) || sentence.opensOption,
        !isForm(place, sentences)
      else { continue }
      guard var said = self.read(sentence, place, sentences) else { continue }
      if var statement = said.statement {
        answers.complete(&statement, at: place, of: sentences)
        said.statement = statement
      }
      said.isIncidental = isIncidental
      take(said, sentence, place, into: &drafts)
    }
    if drafts.contains(where: { !$0.isIncidental }) { drafts.removeAll(where: \.isIncidental) }
    place(asides, sentences, in: &drafts)
    return drafts.map { (decision(of: $0), $0.lines) }
  }

  /// What a sentence says of a decision; nothing where it says none.
  private func read(
    _ sentence: ActSentence,
    _ place: Int,
    _ sentences: [ActSentence]
  ) -> Draft? {
    var said = Draft(lines: lines(of: sentence))
    var statement: VoteStatement? = VoteStatement(
      sentence.passage,
      sentence.folded,
      of: document,
      roll: roll
    )
    if statement?.isEmpty ?? true { statement = nil }
    if statement != nil, !isPlausible(sentence) { statement = nil }
    if statement != nil, isOfProcedure(place, sentences) { return nil }
    said.statement = statement
    said.isClause = OperativeVerb.isClause(sentence)
    if said.isClause || statement != nil || isRemark(sentence) {
      said.verb = OperativeVerb.result(of: sentence)
    } else if OperativeVerb.result(of: sentence) == .withdrawn {
      // "Le maire retire ce point".
      said.verb = .withdrawn
    }
    if statement == nil, said.verb ?? .adopted == .adopted,
      let asked = ProposedResult.asked(place, sentences)
    {
      said.verb = asked
    }
    // "décide des attributions de l'annexe 3 et rejette la demande du club"
    if said.verb == .rejected, OperativeVerb.refusesInPart(sentence) {
      (said.verb, said.isMixed) = (.adopted, true)
    }
    // "rejeté par 12 voix contre 5" counts those against it first.
    if said.verb == .rejected, !sentence.holds([" pour", "favorable"]) {
      said.statement?.turnAgainst()
    }
    if said.verb == nil, said.isClause {
      said.verb = OperativeVerb.announced(at: place, sentences)
    }
    // "Adoptée." alone is a result.
    if said.verb == nil, OperativeVerb.isParticiple(sentence),
      statement != nil || isOfMinutes(sentence)
        || sentence.passage.bytes.count <= 14 && sentence.opens(with: ["adopte", "approuve"])
    {
      said.verb = .adopted
    }
    return said.isEmpty ? nil : said
  }

  /// Takes what a sentence, or the table that it opens, says of a decision.
  private func take(
    _ said: Draft,
    _ sentence: ActSentence,
    _ place: Int,
    into drafts: inout [Draft]
  ) {
    let opinion = OperativeVerb.opinion(of: sentence)
    if let index = drafts.indices.last, drafts[index].isIncidental == said.isIncidental,
      joins(drafts[index], sentence, place, said)
    {
      var known = drafts[index].verb
      if let statement = said.statement {
        // "La proposition n'est pas retenue" in a debate gives way to the vote below it.
        if drafts[index].statement == nil, !drafts[index].isClause, said.verb == .adopted,
          statement.counts[.yes] != nil, known == .rejected
        {
          known = nil
        }
        if drafts[index].statement == nil { drafts[index].source = location(sentence) }
        if drafts[index].statement?.merge(statement) == nil { drafts[index].statement = statement }
        if said.verb == nil || !said.isClause { drafts[index].isClosed = true }
      }
      if known == .adopted, said.verb == .rejected, said.isClause, drafts[index].isClause {
        drafts[index].isMixed = true
      }
      if said.isMixed { drafts[index].isMixed = true }
      drafts[index].verb = Self.joined(known, said.verb)
      drafts[index].opinion = drafts[index].opinion ?? opinion
      drafts[index].last = place
      drafts[index].lines =
        drafts[index].lines
        .lowerBound...max(
          drafts[index].lines.upperBound,
          said.lines.upperBound
        )
      return
    }
    var draft = said
    draft.opinion = opinion
    draft.raw = sentence.passage.text
    draft.source = location(sentence)
    draft.last = place
    draft.isClosed = said.statement != nil && !said.isClause
    drafts.append(draft)
  }

  private func lines(of sentence: ActSentence) -> ClosedRange<Int> {
    sentence.line...max(sentence.line, sentence.lastLine)
  }

  private func location(_ sentence: ActSentence) -> SourceLocation {
    sentence.passage.location(in: document)
  }

  /// Of two verbs of one decision the one that says more: "prend acte" beside "approuve" adopts.
  private static func joined(_ one: VoteResult?, _ other: VoteResult?) -> VoteResult? {
    guard let one, let other else { return one ?? other }
    if one == .noted, other == .adopted { return .adopted }
    return one == .adopted && other != .noted ? other : one
  }

  /// Whether a sentence goes on with a decision: what it adds does not contradict it, and no clause
  /// of its own begins a new one.
  private func joins(
    _ draft: Draft,
    _ sentence: ActSentence,
    _ place: Int,
    _ said: Draft
  ) -> Bool {
    let verb = said.verb
    guard let statement = said.statement else {
      // A clause below the vote, or a further one; a vote that decides nothing yet is that clause's.
      if draft.verb == nil, draft.statement != nil { return true }
      guard !draft.isClosed || !SentenceSense.decides(sentence) else { return false }
      // "prend acte" below "approuve" in one list decides nothing else.
      let isItem = sentence.folded.bytes.first.map { !ASCII.isLetter($0) } ?? false
      // "- ATTRIBUE la parcelle à …" above "- REJETTE la demande de …" is one motion, too.
      let goesOn =
        draft.verb == .adopted && isItem
        && (verb == .noted || verb == .rejected && draft.statement == nil)
      return verb == .adopted || verb == draft.verb || draft.verb == nil || !said.isClause || goesOn
    }
    guard let known = draft.statement else { return true }
    // "Pour : 28, Contre : 0" above "à l'unanimité, le conseil approuve" is one decision.
    if draft.isClosed, SentenceSense.decides(sentence), draft.verb != nil || place - draft.last > 3
    {
      return false
    }
    guard known.agrees(with: statement) else { return false }
    if said.isClause, SentenceSense.decides(sentence), draft.verb != nil { return false }
    // "Pour : 9" opens the next vote where all options of this one are counted.
    if statement.counts[.yes] != nil, known.counts[.yes] != nil {
      return known.agrees(with: statement) && place - draft.last <= 2
    }
    if known.isUnanimous, !known.counts.isEmpty || statement.counts[.yes] != nil {
      return place - draft.last <= 3
    }
    if known.isUnanimous, statement.isUnanimous { return !draft.isClosed }
    return place - draft.last <= 12
  }

  /// Whether a sentence is the empty label of a form: "Adopté à l'unanimité :" above "Adopté à la
  /// majorité :".
  private func isForm(_ place: Int, _ sentences: [ActSentence]) -> Bool {
    func label(_ index: Int) -> Bool? {
      guard sentences.indices.contains(index), sentences[index].folded.bytes.last == 0x3A,
        sentences[index].passage.bytes.count <= 40
      else { return nil }
      if sentences[index].folded.contains("unanimite") { return true }
      return sentences[index].folded.contains("majorite") ? false : nil
    }
    guard let isUnanimity = label(place) else { return false }
    return [label(place - 1), label(place + 1)].contains { $0.map { $0 != isUnanimity } ?? false }
  }

  /// Whether a vote is stated as one: the numbers of other prose are none.
  private func isPlausible(_ sentence: ActSentence) -> Bool {
    !sentence.opens(with: ["article l", "article r", "pour memoire", "pour rappel", "nota"])
  }

  /// Whether a vote is on how to vote: its own sentence says so, or the question above it.
  private func isOfProcedure(_ place: Int, _ sentences: [ActSentence]) -> Bool {
    let sentence = sentences[place]
    // "Vote à main levée : 11 pour", "… : unanimité" tells in what way this vote was held.
    let tokens = VoteTokens.tokens(sentence.folded)
    let tells =
      VoteCounts.hasCounts(sentence.folded) || VoteCounts.unlabelled(tokens) != nil
      || sentence.folded.bytes.contains(0x3A) && sentence.holds(["unanimite"])
    if tells, sentence.opens(with: Self.manners) { return false }
    if SentenceSense.isProcedure(sentence) {
      return OperativeVerb.first(in: sentence, from: 0).map { _ in
        !sentence.holds(["apres vote", "a designe", "elit ", "sont elus", "est elu", "proclam"])
      } ?? true
    }
    guard place > 0, sentence.passage.bytes.count <= 60 else { return false }
    let before = sentences[place - 1]
    return SentenceSense.isProcedure(before)
      && before.holds(["d'accord", "demande", "propose", "souhait", "sollicit", "accepte"])
  }

  private static let manners: [StaticString] = [
    "vote a ", "le vote a ", "apres un vote", "apres vote", "par vote", "scrutin", "le scrutin",
    "au scrutin", "par scrutin", "a bulletin", "a main levee", "resultat", "vote secret",
    "par un vote",
  ]

  /// Whether a sentence tells of the motion without an assembly for its subject: "Ce point est
  /// ajourné", "Vote favorable".
  private func isRemark(_ sentence: ActSentence) -> Bool {
    // "La voix du maire étant prépondérante, les tarifs sont adoptés."
    if sentence.holds(["preponderante"]) { return true }
    guard sentence.passage.bytes.count <= 160 else { return false }
    return sentence.opens(with: [
      "ce point", "cette deliberation", "la deliberation", "cette question", "le point",
      "ce dossier",
      "cette proposition", "la proposition", "la question", "cette demande", "le proces-verbal",
      "le compte rendu",
      "le compte-rendu", "le rapport", "ce rapport", "la motion", "le projet", "point ",
      "question ",
      "adopte", "approuve", "accord", "approbation", "vote", "avis", "deliberation ", "dont acte",
      "est adopte", "est approuve", "a ete elu", "est elu", "sont elus", "sont designes",
      "est designe", "ont ete", "le pv", "les comptes", "compte rendu", "compte-rendu",
      "proces-verbal", "proces verbal", "rejet", "report", "retrait", "ajourn", "decision report",
      "decision ajourn", "decision differ", "sont proclames",
      "monsieur", "madame", "m.", "mme", "il est pris acte", "il est donne acte", "acte est",
    ])
  }

  /// Whether a sentence is about the minutes of another session.
  private func isOfMinutes(_ sentence: ActSentence) -> Bool {
    sentence.holds([
      "compte rendu", "compte-rendu", "comptes rendus", "comptes-rendus", "proces-verbal",
      "proces verbal", "proces-verbaux", "le pv ",
    ])
  }

  // MARK: - Recusals

  /// Gives those who step aside to the decision below, or to the one above where none follows.
  private func place(
    _ asides: [(place: Int, people: [Person])],
    _ sentences: [ActSentence],
    in drafts: inout [Draft]
  ) {
    guard !drafts.isEmpty else { return }
    for (place, people) in asides {
      let below = drafts.indices.first { drafts[$0].last >= place }
      let above = drafts.indices.last { drafts[$0].last < place }
      // "(Mme MOREL ne prend pas part au vote)" right below a vote is of that one.
      let isRemark = sentences[place].folded.bytes.first == 0x28
      let isNear = above.map { sentences[place].line - drafts[$0].lines.upperBound <= 1 } ?? false
      // Who leaves below the last decision leaves for what follows.
      if below == nil, !AsideReader.abstains(sentences[place]),
        !AsideReader.isOnce(sentences[place])
      {
        continue
      }
      guard let index = isRemark && isNear ? above : below ?? above else { continue }
      for person in people
      where !drafts[index].recusals.contains(where: { $0.person.name == person.name }) {
        drafts[index].recusals.append(Recusal(person: person, status: .present))
      }
    }
  }

  // MARK: - Result

  private func decision(of draft: Draft) -> Decision {
    var decision = Decision()
    decision.source = draft.source
    decision.opinion = draft.opinion
    decision.recusals = draft.recusals
    // Of how many are "Contre : 2" is not known without a roll.
    let isOfUnknown =
      roll.count == nil && draft.verb == nil
      && draft.statement.map { $0.counts[.no] != nil && $0.counts[.yes] == nil && !$0.isMajority }
        ?? false
    decision.needsReview = draft.isIncidental || isOfUnknown
    if let statement = draft.statement {
      decision.vote = statement.counts
      decision.positions = statement.positions
      decision.isUnanimous = statement.isUnanimous
    }
    guard let result = result(of: draft) else {
      // As many for it as against it, and nobody says what became of it.
      decision.needsReview = true
      return decision
    }
    if draft.isMixed { decision.needsReview = true }
    if let yes = decision.vote[.yes]?.count, let no = decision.vote[.no]?.count,
      draft.verb == .rejected && yes > no && no > 0 || draft.verb == .adopted && no > yes
    {
      decision.needsReview = true
    }
    decision.result = Printed(result, raw: draft.raw, source: draft.source)
    if let most = roll.count {
      let cast = decision.vote.values.compactMap(\.count)
      for option in decision.vote.keys where (decision.vote[option]?.count ?? 0) > most {
        decision.vote[option]?.needsReview = true
      }
      if cast.reduce(0, +) > most, let yes = decision.vote[.yes]?.count, yes <= most {
        for option in decision.vote.keys { decision.vote[option]?.needsReview = true }
      }
    }
    return decision
  }

  private func result(of draft: Draft) -> VoteResult? {
    guard let statement = draft.statement else { return draft.verb }
    let yes = statement.counts[.yes]?.count
    let no = statement.counts[.no]?.count ?? 0
    if draft.isMixed, yes.map({ $0 > no }) ?? (statement.isUnanimous && !statement.isAgainst) {
      return .adopted
    }
    switch draft.verb {
    case .withdrawn, .adjourned, .noted, .rejected: return draft.verb
    default: break
    }
    if statement.isAgainst { return .rejected }
    if let yes { return yes > no ? .adopted : yes < no ? .rejected : draft.verb }
    if statement.isUnanimous || statement.isMajority || no == 0 { return .adopted }
    // "Par 4 voix contre et 1 abstention, émet un avis défavorable": the votes tell whether it is against
    // what was proposed or what most of them think.
    if let verb = draft.verb, draft.opinion != .unfavourable { return verb }
    // Those against alone are counted: "Contre : 2 (M. ROUX, Mme MOREL)" in an assembly of fifteen.
    return roll.count.map { no * 2 < $0 } ?? false ? .adopted : .rejected
  }
}
