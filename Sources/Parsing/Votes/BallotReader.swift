import DeliberationModel
import PageModel

/// Reads the figures of a ballot: papers cast, blank and void, and the votes of each candidate.
///
/// "Nombre de votants : 15", "Bulletins blancs : 1", "15 voix : Mme MOREL", "Roux Paul<tab>12",
/// "Liste « Ensemble » : 14 suffrages".
struct BallotReader {
  private let finder: PeopleFinder
  private let document: Document

  init(_ finder: PeopleFinder, _ document: Document) {
    self.finder = finder
    self.document = document
  }

  /// Reads a sentence into a round; whether it was of a ballot.
  func read(
    _ sentence: ActSentence,
    after previous: ActSentence?,
    into round: inout ElectionRound
  ) -> Bool {
    tally(sentence, after: previous, &round) || candidacies(sentence, &round)
      || figures(sentence, &round) || column(of: sentence, after: previous, &round)
      || candidates(sentence, &round)
  }

  /// Reads prose that gives each candidate their votes: "Mme ROUX obtient 17 voix, Mme MOREL 5 voix".
  private func tally(
    _ sentence: ActSentence,
    after previous: ActSentence?,
    _ round: inout ElectionRound
  ) -> Bool {
    guard !sentence.holds(Self.outcomes), let told = eachVotes(sentence) else { return false }
    let obtains: [StaticString] = ["obtien", "obtenu", "recueill", "totalis"]
    guard sentence.holds(obtains) || !round.candidates.isEmpty && previous?.holds(obtains) ?? false
    else { return false }
    round.candidates += told
    return true
  }

  /// The votes of everybody whom a sentence names, right behind each name; nothing where one has none.
  func eachVotes(_ sentence: ActSentence) -> [Candidate]? {
    let folded = sentence.folded
    let places = finder.people(in: sentence, 0..<folded.bytes.count)
    var told: [Candidate] = []
    for (place, entry) in places.enumerated() {
      let end = place + 1 < places.count ? places[place + 1].range.lowerBound : folded.bytes.count
      // People of one list share its place.
      guard end > entry.range.upperBound else { return nil }
      let part = String(decoding: folded.bytes[entry.range.upperBound..<end], as: UTF8.self)
      guard let votes = Self.votes(in: FoldedText(part)) else { return nil }
      told.append(Candidate(person: entry.person, votes: votes))
    }
    return told.isEmpty ? nil : told
  }

  private static let outcomes: [StaticString] = [
    "est elu", "sont elu", "a ete elu", "proclam", "est design", "declare elu", "declaree elu",
  ]

  /// A column of names below "Ont obtenu :", or one of their votes, of which some are one sentence:
  /// "Mme Odile MOREL Mme Luc PETIT", "15 voix 6 voix".
  private func column(
    of sentence: ActSentence,
    after previous: ActSentence?,
    _ round: inout ElectionRound
  ) -> Bool {
    let folded = sentence.folded
    let tokens = VoteTokens.tokens(folded)
    let votes = tokens.compactMap { token in
      if case .number(let value) = token.kind, value <= VoteCounts.most { value } else { nil }
    }
    if votes.count > 1, tokens.count == votes.count * 2, tokens.last?.kind == .unit {
      for value in votes {
        guard let open = round.candidates.firstIndex(where: { $0.votes == nil }) else { break }
        round.candidates[open].votes = value
      }
      return true
    }
    guard let previous, previous.opens(with: ["ont obtenu", "a obtenu"]),
      previous.folded.bytes.last == 0x3A, votes.isEmpty, round.candidates.isEmpty
    else { return false }
    let named = finder.people(in: sentence, 0..<folded.bytes.count)
    guard let first = named.first, first.range.lowerBound <= 3 else { return false }
    round.candidates = named.map { Candidate(person: $0.person) }
    return true
  }

  // MARK: - Figures

  private func figures(_ sentence: ActSentence, _ round: inout ElectionRound) -> Bool {
    // "Mme ROUX est élue par 15 voix et 2 bulletins blancs" is what became of it.
    guard sentence.passage.bytes.count <= 120, !sentence.holds(Self.outcomes) else { return false }
    let folded = sentence.folded
    if readRow(folded, &round) { return true }
    let isCast =
      sentence.holds([
        "nombre de votants", "nombre de bulletins", "bulletins trouves", "nombre d'enveloppes",
      ]) && !sentence.holds(["blancs", "nuls", "pris part"]) || sentence.opens(with: ["votants :"])
    let isBoth = sentence.holds(["blancs ou nuls", "blancs et nuls", "nuls ou blancs"])
    let isVoid = sentence.holds(["nuls"]) && sentence.holds(["suffrages", "bulletins", "nuls :"])
    let isBlank =
      sentence.holds(["blancs"]) && sentence.holds(["suffrages", "bulletins", "blancs :"])
    let isOther =
      isBoth
      || sentence.holds([
        "suffrages exprimes", "majorite absolue :", "sieges a pourvoir", "quotient electoral",
      ])
    guard isCast || isVoid || isBlank || isOther else { return false }
    guard let number = Self.lastNumber(folded) else { return isOther || isCast }
    if isCast {
      // A further ballot begins.
      round = ElectionRound()
      round.votesCast = number
    } else if isBoth {
      // The papers that the two share count for neither.
    } else if isVoid {
      round.void = number
    } else if isBlank {
      round.blank = number
    }
    return true
  }

  /// Reads several figures that one line prints: "Nombre de votants : 19 Bulletins blancs : 3 Nuls : 0".
  private func readRow(_ folded: FoldedText, _ round: inout ElectionRound) -> Bool {
    let stems: [StaticString] = ["votants", "blancs", "nuls", "exprimes", "majorite"]
    let places = stems.indices.compactMap { stem in
      folded.firstIndex(of: stems[stem]).map { (stem: stem, place: $0) }
    }
    .sorted { $0.place < $1.place }
    let tokens = VoteTokens.tokens(folded)
    let figures = zip(places, places.map(\.place).dropFirst() + [folded.bytes.count])
      .compactMap { label, end -> (stem: Int, value: Int)? in
        for token in tokens
        where token.range.lowerBound > label.place && token.range.lowerBound < end {
          if case .number(let value) = token.kind, value <= VoteCounts.most {
            return (label.stem, value)
          }
        }
        return nil
      }
    guard figures.count > 1, figures.count == places.count else { return false }
    for (stem, value) in figures {
      switch stem {
      case 0:
        // A further ballot begins.
        round = ElectionRound()
        round.votesCast = value
      case 1: round.blank = value
      case 2: round.void = value
      default: break
      }
    }
    return true
  }

  private static func lastNumber(_ folded: FoldedText) -> Int? {
    for token in VoteTokens.tokens(folded).reversed() {
      if case .number(let value) = token.kind { return value <= VoteCounts.most ? value : nil }
      if token.kind == .word || token.kind == .close { return nil }
    }
    return nil
  }

  /// The votes that a sentence counts: "par 23 voix", "15 suffrages".
  static func votes(in folded: FoldedText) -> Int? {
    let tokens = VoteTokens.tokens(folded)
    for index in tokens.indices.dropLast() {
      if case .number(let value) = tokens[index].kind, tokens[index + 1].kind == .unit,
        value <= VoteCounts.most
      {
        return value
      }
    }
    return nil
  }

  // MARK: - Candidates

  private func candidates(_ sentence: ActSentence, _ round: inout ElectionRound) -> Bool {
    guard sentence.passage.bytes.count <= 160, !sentence.holds(Self.outcomes) else { return false }
    let folded = sentence.folded
    if let list = list(sentence) {
      round.candidates.append(list)
      return true
    }
    let tokens = Array(VoteTokens.tokens(folded).drop { $0.kind == .mark })
    let numbers = tokens.indices.filter { index in
      if case .number(let value) = tokens[index].kind { value <= VoteCounts.most } else { false }
    }
    // "23 voix" alone: of the first candidate above who has none yet.
    if tokens.count == 2, numbers == [0], tokens[1].kind == .unit {
      guard let open = round.candidates.firstIndex(where: { $0.votes == nil }),
        case .number(let value) = tokens[0].kind
      else { return false }
      round.candidates[open].votes = value
      return true
    }
    if sentence.opens(with: ["ont obtenu", "a obtenu", "resultats du", "resultat du"]) {
      let named = finder.people(in: sentence, 0..<folded.bytes.count).map(\.person)
      if named.count == 1, let votes = Self.votes(in: folded) {
        round.candidates.append(Candidate(person: named[0], votes: votes))
      } else {
        round.candidates += named.map { Candidate(person: $0) }
      }
      return true
    }
    guard let first = numbers.first, case .number(let value) = tokens[first].kind,
      numbers.allSatisfy({ tokens[$0].kind == tokens[first].kind }),
      numbers.count == 1 || numbers.count == 2 && numbers[1] == first + 1
    else {
      return isBareCandidate(sentence, &round)
    }
    let hasUnit = tokens.contains { $0.kind == .unit }
    let named = finder.people(in: sentence, 0..<folded.bytes.count).map(\.person)
    let person =
      named.count == 1
      ? named[0]
      : named.isEmpty ? bareName(sentence, before: tokens[numbers[0]].range.lowerBound) : nil
    guard let person, !tokens.contains(where: { $0.kind == .option(.no) }) else { return false }
    let last = numbers[numbers.count - 1]
    let isAtEdge = numbers[0] == 0 || last >= tokens.count - 2
    guard hasUnit && isAtEdge || last == tokens.count - 1 && first > 0 else {
      return false
    }
    round.candidates.append(Candidate(person: person, votes: value))
    return true
  }

  /// A name without an address before a number: "Roux Paul<tab>12".
  private func bareName(_ sentence: ActSentence, before place: Int) -> Person? {
    let text = sentence.passage.text(0..<sentence.folded.offsets[place])
    return finder.known(String(text.drop { !$0.isLetter }).trimmingEnd([":", ".", "-", " "]))
  }

  /// A name alone below "Ont obtenu :", whose votes stand in another column.
  private func isBareCandidate(_ sentence: ActSentence, _ round: inout ElectionRound) -> Bool {
    guard let last = round.candidates.last, last.votes == nil, sentence.passage.bytes.count <= 60
    else { return false }
    let named = finder.people(in: sentence, 0..<sentence.folded.bytes.count)
    guard named.count == 1, named[0].range.lowerBound <= 3 else { return false }
    round.candidates.append(Candidate(person: named[0].person))
    return true
  }

  /// "15 voix pour la candidature de Mme CARRIER et 4 voix pour la candidature de Mme MOREL".
  private func candidacies(_ sentence: ActSentence, _ round: inout ElectionRound) -> Bool {
    guard
      sentence.holds(["voix pour la candidature", "voix pour m", "voix a m", "voix a la liste"])
    else { return false }
    let folded = sentence.folded
    let tokens = VoteTokens.tokens(folded)
    var found: [Candidate] = []
    for index in tokens.indices.dropLast() {
      guard case .number(let value) = tokens[index].kind, tokens[index + 1].kind == .unit else {
        continue
      }
      let start = tokens[index + 1].range.upperBound
      let end =
        tokens[(index + 2)...].first { token in
          if case .number = token.kind { true } else { false }
        }?.range.lowerBound ?? folded.bytes.count
      if let named = finder.people(in: sentence, start..<max(start, end)).first {
        found.append(Candidate(person: named.person, votes: value))
      }
    }
    round.candidates += found
    return !found.isEmpty
  }

  /// "Liste « Ensemble » : 14 suffrages obtenus", "LISTE 1<tab>15<tab>2".
  private func list(_ sentence: ActSentence) -> Candidate? {
    guard sentence.opens(with: ["liste "]) else { return nil }
    let folded = sentence.folded
    let tokens = VoteTokens.tokens(folded)
    for (index, token) in tokens.enumerated().dropFirst() {
      guard case .number(let value) = token.kind, value <= VoteCounts.most else { continue }
      let hasUnit = index + 1 < tokens.count && tokens[index + 1].kind == .unit
      let isCell = index > 1 && index < 4
      guard hasUnit || isCell else { continue }
      let name = sentence.passage.text(0..<folded.offsets[token.range.lowerBound])
        .trimmingEnd([":", " ", "-"])
      return Candidate(list: name, votes: value)
    }
    return nil
  }
}
