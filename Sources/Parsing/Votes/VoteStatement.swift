import DeliberationModel
import PageModel

/// What a sentence or a line says of a vote.
///
/// "par 25 voix pour, 2 contre (MM. ROUX et MOREL) et 3 abstentions", "Pour 25 – Contre 2 –
/// Abstentions 3", "à l'unanimité moins une abstention", "Mme CARON s'abstient".
///
/// Who is named against, or abstaining, is counted where no number is printed.
struct VoteStatement {
  /// The counts by option.
  private(set) var counts: [VoteOption: VoteCount] = [:]
  /// The votes that are stated by name.
  private(set) var positions: [Position] = []
  /// Whether "à l'unanimité" is printed, and nothing is taken from it.
  private(set) var isUnanimous = false
  /// Whether "à la majorité" is printed.
  private(set) var isMajority = false
  /// Whether all are against it: "contre à l'unanimité", "avis défavorable à l'unanimité".
  private(set) var isAgainst = false

  /// Reads a passage; names that no address stands before are known from the roll.
  init(_ passage: Passage, of document: Document, roll: VoteRoll = VoteRoll()) {
    self.init(passage, FoldedText(passage.bytes[...]), of: document, roll: roll)
  }

  /// Reads a passage that has been folded.
  init(_ passage: Passage, _ folded: FoldedText, of document: Document, roll: VoteRoll) {
    let tokens = VoteTokens.tokens(folded)
    let manner = VoteManner(folded, in: passage)
    isUnanimous = manner.isUnanimous
    isMajority = manner.isMajority
    let names = VoteNames(passage, folded, roll, document)
    let counted = VoteCounts.counts(tokens, ofVote: isUnanimous || isMajority) { token in
      NameLetters.opensWithCapital(passage.bytes[folded.offsets[token.range.lowerBound]...])
    }
    let isOfCandidate = Self.countsCandidate(folded)
    let unlabelled =
      counted.contains { $0.option == .yes } || !Self.speaksOfVote(folded)
      ? nil : VoteCounts.unlabelled(tokens)
    for count in counted + [unlabelled].compactMap(\.self)
    where !isOfCandidate || counted.count > 1 {
      let bounds =
        folded.offsets[count.range.lowerBound]..<folded.offsets[count.range.upperBound]
      var vote = VoteCount(count: count.value)
      vote.source = passage.location(bounds, in: document)
      // "par 23 voix pour, désigne M. ROUX": who stands behind them did not cast them.
      let next = count.end < tokens.count ? tokens[count.end].kind : .word
      let isOfOthers = count.option == .yes && ![.open, .colon].contains(next)
      let named =
        isOfOthers
        ? (people: [], groups: []) : names.names(after: count.end, of: tokens, counted: count.value)
      vote.groups = named.groups
      // Names in brackets are all those that are counted, unless groups stand among them.
      if !named.people.isEmpty, named.groups.isEmpty, named.people.count != count.value {
        vote.needsReview = true
      }
      counts[count.option] = vote
      positions += named.people.map { Position(person: $0, option: count.option) }
    }
    for (option, people) in names.statedByVerb() + names.statedByLabel(tokens)
      + names.statedInBrackets(tokens) + names.statedBeforeOption(tokens)
    {
      add(people, for: option, passage, document)
    }
    if (counts[.no]?.count ?? 0) > 0 { isUnanimous = false }
    isAgainst = isUnanimous && VoteManner.isAgainst(folded)
  }

  /// Whether a sentence tells what became of a motion, and elects nobody.
  private static func speaksOfVote(_ folded: FoldedText) -> Bool {
    let words: [StaticString] = [
      "adopt", "approuv", "approbation", "decide", "accept", "accord", "valid", "unanim",
      "majorite", " avis ",
    ]
    let others: [StaticString] = [" elu", "election", "design", "proclam", "candidat"]
    return words.contains { folded.contains($0) } && !others.contains { folded.contains($0) }
  }

  /// Whether the one count of a sentence is of those who chose somebody: "est élue par 7 voix sur 8", "11 voix
  /// pour Mme MOREL".
  private static func countsCandidate(_ folded: FoldedText) -> Bool {
    let chosen: [StaticString] = ["voix pour m. ", "voix pour mme "]
    return chosen.contains { folded.contains($0) }
      || folded.contains("voix sur ") && folded.contains("est elu")
  }

  /// Takes who is named for an option that no number counts.
  private mutating func add(
    _ people: [Person],
    for option: VoteOption,
    _ passage: Passage,
    _ document: Document
  ) {
    let known = positions.filter { $0.option == option }.map(\.person.name)
    let new = people.filter { !known.contains($0.name) }
    guard !new.isEmpty else { return }
    positions += new.map { Position(person: $0, option: option) }
    if let printed = counts[option] {
      if known.isEmpty, printed.count != new.count { counts[option]?.needsReview = true }
      if !known.isEmpty { counts[option]?.count = known.count + new.count }
    } else {
      counts[option] = VoteCount(count: new.count, source: passage.location(in: document))
    }
  }

  /// Reads a section: a sentence, or a table with the options as its columns.
  init(_ section: Section, of document: Document) {
    self.init(section.passage(of: document), of: document)
    for (head, below) in zip(section.parts, section.parts.dropFirst()) {
      let options = VoteCounts.heads(FoldedText(document.bytes[head.bounds]))
      let numbers = RollCounts.numbers(in: FoldedText(document.bytes[below.bounds]))
      guard !options.isEmpty, options.count == numbers.count else { continue }
      counts = [:]
      positions = []
      for case (let option?, let number) in zip(options, numbers) {
        counts[option] = VoteCount(
          count: number,
          source: document.location(of: document.lines[below.line])
        )
      }
      return
    }
  }

  /// A vote of which counts and positions are known.
  init(counts: [VoteOption: VoteCount], positions: [Position] = []) {
    self.counts = counts
    self.positions = positions
  }

  /// Whether nothing of a vote is stated.
  var isEmpty: Bool { counts.isEmpty && !isUnanimous && !isMajority }

  /// Whether a motion that is decided by these words is adopted.
  var isAdopted: Bool {
    if let yes = counts[.yes]?.count { return yes > counts[.no]?.count ?? 0 }
    return !isAgainst && (isUnanimous || isMajority)
  }

  /// Counts the greater side of a vote by which something is refused against it: "rejeté par 12 voix
  /// contre 5".
  mutating func turnAgainst() {
    guard let yes = counts[.yes], let no = counts[.no], yes.count ?? 0 > no.count ?? 0 else {
      return
    }
    counts[.yes] = no
    counts[.no] = yes
    for index in positions.indices where positions[index].option != .abstain {
      positions[index].option = positions[index].option == .yes ? .no : .yes
    }
  }

  /// Takes those who are named below an option, which its count holds or does not.
  mutating func take(_ people: [Person], for option: VoteOption, counted isMore: Bool) {
    positions += people.map { Position(person: $0, option: option) }
    counts[option]?.needsReview = false
    if isMore, let counted = counts[option]?.count {
      counts[option]?.count = counted + people.count
    }
  }

  /// Takes what another sentence says of the same vote.
  mutating func merge(_ other: VoteStatement) {
    counts.merge(other.counts) { one, other in one.count == nil ? other : one }
    for position in other.positions
    where !positions.contains(where: {
      $0.option == position.option && $0.person.name == position.person.name
    }) {
      positions.append(position)
    }
    isUnanimous = isUnanimous || other.isUnanimous
    isMajority = isMajority || other.isMajority
    isAgainst = isAgainst || other.isAgainst
  }

  /// Whether another sentence can speak of the same vote: no option is counted twice otherwise.
  func agrees(with other: VoteStatement) -> Bool {
    counts.allSatisfy { option, count in
      other.counts[option].map { $0.count == count.count } ?? true
    }
  }
}
