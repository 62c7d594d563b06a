import DeliberationModel
import PageModel

/// What a sentence or a line says of a vote.
///
/// "par 25 voix pour, 2 contre (MM. ROUX et MOREL) et 3 abstentions", "Pour 25 – Contre 2 –
/// Abstentions 3", "à l'unanimité moins une abstention".
///
/// A number belongs to the option behind it, or before it where the first option has its number
/// behind ("Pour 25"). One option alone is a vote only beside "voix" or as an abstention: "pour 3
/// ans" and "contre 2 communes" are prose.
struct VoteStatement {
  /// The counts by option.
  private(set) var counts: [VoteOption: VoteCount] = [:]
  /// The votes that are stated by name.
  private(set) var positions: [Position] = []
  /// Whether "à l'unanimité" is printed, and nothing is taken from it.
  private(set) var isUnanimous = false
  /// Whether "à la majorité" is printed.
  private(set) var isMajority = false

  /// Reads a passage.
  init(_ passage: Passage, of document: Document) {
    let folded = FoldedText(passage.bytes[...])
    let tokens = VoteTokens.tokens(folded)
    for count in Self.counts(tokens, ofVote: Self.speaksOfVote(folded)) {
      let bounds = Self.bounds(count.range, in: folded)
      var vote = VoteCount(count: count.value)
      vote.source = passage.location(bounds, in: document)
      let names = Self.names(after: count.end, of: tokens, in: folded, passage, document)
      vote.groups = names.groups
      // Names in brackets are all those that are counted, unless groups stand among them.
      if !names.people.isEmpty, names.groups.isEmpty, names.people.count != count.value {
        vote.needsReview = true
      }
      counts[count.option] = vote
      positions += names.people.map { Position(person: $0, option: count.option) }
    }
    if let place = folded.firstIndex(of: "unanimite") {
      let rest = String(decoding: folded.bytes[place...].dropFirst(9).prefix(8), as: UTF8.self)
      isUnanimous = !rest.hasPrefix(" moins") && (counts[.no]?.count ?? 0) == 0
    }
    isMajority = folded.contains("a la majorite") || folded.contains("unanimite moins")
  }

  /// Reads a section: a sentence, or a table with the options as its columns.
  init(_ section: Section, of document: Document) {
    self.init(section.passage(of: document), of: document)
    for (head, below) in zip(section.parts, section.parts.dropFirst()) {
      let heads = Self.heads(FoldedText(document.bytes[head.bounds]))
      let numbers = AttendanceCounts.numbers(in: FoldedText(document.bytes[below.bounds]))
      guard !heads.isEmpty, heads.count == numbers.count else { continue }
      counts = [:]
      positions = []
      for case (let option?, let number) in zip(heads, numbers) {
        counts[option] = VoteCount(
          count: number,
          source: document.location(of: document.lines[below.line])
        )
      }
      return
    }
  }

  /// Whether nothing of a vote is stated.
  var isEmpty: Bool { counts.isEmpty && !isUnanimous && !isMajority }

  /// Whether a motion that is decided by these words is adopted.
  var isAdopted: Bool {
    if isUnanimous || isMajority { return true }
    guard let yes = counts[.yes]?.count else { return false }
    return yes > counts[.no]?.count ?? 0
  }

  private static func speaksOfVote(_ folded: FoldedText) -> Bool {
    folded.contains("majorite") || folded.contains("unanimite")
  }

  // MARK: - Lines

  /// Whether a passage states the numbers of more than one option.
  static func countsSeveral(_ passage: Passage) -> Bool {
    let folded = FoldedText(passage.bytes[...])
    return counts(VoteTokens.tokens(folded), ofVote: speaksOfVote(folded)).count > 1
  }

  /// Whether a line states the number of at least one option, so that it is a vote.
  static func hasCounts(_ folded: FoldedText) -> Bool {
    !counts(VoteTokens.tokens(folded)).isEmpty
  }

  /// Whether a line is a count and nothing else ("Pour 25"), or counts of two options.
  static func isVoteAlone(_ folded: FoldedText) -> Bool {
    guard folded.bytes.count <= 160 else { return false }
    let tokens = VoteTokens.tokens(folded)
    if counts(tokens).count > 1 { return true }
    let words = tokens.map(\.kind).filter { ![.colon, .unit, .mark].contains($0) }
    guard words.count == 2 else { return false }
    switch (words[0], words[1]) {
    case (.option, .number): return true
    case (.number, .option): return tokens.contains { $0.kind == .unit }
    default: return false
    }
  }

  /// The options that are the columns of a table, in order, where a line is nothing but its head.
  static func heads(_ folded: FoldedText) -> [VoteOption?] {
    guard folded.bytes.count <= 90 else { return [] }
    var heads: [VoteOption?] = []
    for token in VoteTokens.tokens(folded) {
      switch token.kind {
      case .option(let option): heads.append(option)
      case .other: heads.append(nil)
      case .unit, .colon, .mark: continue
      default: return []
      }
    }
    return heads.count { $0 != nil } >= 2 ? heads : []
  }

  // MARK: - Counts

  private struct Count {
    var option: VoteOption
    var value: Int
    /// The number and the option in the folded text.
    var range: Range<Int>
    /// The index after the last token.
    var end: Int
  }

  private static func counts(_ tokens: [VoteToken], ofVote: Bool = false) -> [Count] {
    var found: [Count] = []
    var numberFollows: Bool?
    var hasUnit = false
    for (index, token) in tokens.enumerated() {
      guard case .option(let option) = token.kind else { continue }
      guard !found.contains(where: { $0.option == option }) else { continue }
      let before = numberBefore(index, tokens)
      let after = numberAfter(index, tokens)
      let isExplicit = index + 1 < tokens.count && tokens[index + 1].kind == .colon && after != nil
      let takesAfter = isExplicit || numberFollows ?? (before == nil)
      guard let number = takesAfter ? after : before else { continue }
      if !isExplicit { numberFollows = takesAfter }
      if number.hasUnit { hasUnit = true }
      let first = min(number.index, index)
      let last = max(number.last, index)
      found.append(
        Count(
          option: option,
          value: number.value,
          range: tokens[first].range.lowerBound..<tokens[last].range.upperBound,
          end: last + 1
        )
      )
    }
    let isVote = ofVote || hasUnit || found.count > 1 || found.first?.option == .abstain
    return isVote ? found : []
  }

  private struct Number {
    var value: Int
    var index: Int
    var last: Int
    var hasUnit: Bool
  }

  /// "25 voix pour", "25 pour".
  private static func numberBefore(_ index: Int, _ tokens: [VoteToken]) -> Number? {
    var at = index - 1
    var hasUnit = false
    while at >= 0, tokens[at].kind == .unit || tokens[at].kind == .other {
      hasUnit = true
      at -= 1
    }
    guard at >= 0, case .number(let value) = tokens[at].kind else { return nil }
    return Number(value: value, index: at, last: index, hasUnit: hasUnit)
  }

  /// "Pour : 25 voix", "Pour 25".
  private static func numberAfter(_ index: Int, _ tokens: [VoteToken]) -> Number? {
    var at = index + 1
    var hasUnit = index > 0 && tokens[index - 1].kind == .unit
    while at < tokens.count, tokens[at].kind == .colon || tokens[at].kind == .mark { at += 1 }
    guard at < tokens.count, case .number(let value) = tokens[at].kind else { return nil }
    var last = at
    if at + 1 < tokens.count, tokens[at + 1].kind == .unit {
      hasUnit = true
      last = at + 1
    }
    // "de maintenir les taux pour 2016", "de louer le local pour 9 ans".
    if at == index + 1, !hasUnit {
      let isBeforeWord = last + 1 < tokens.count && tokens[last + 1].kind == .word
      if isBeforeWord || (1900...2100).contains(value) { return nil }
    }
    return Number(value: value, index: at, last: last, hasUnit: hasUnit)
  }

  // MARK: - Names

  private static func bounds(_ range: Range<Int>, in folded: FoldedText) -> Range<Int> {
    folded.offsets[range.lowerBound]..<folded.offsets[range.upperBound]
  }

  /// Who is named behind a count: in brackets, or behind a colon or "de" up to the next option.
  private static func names(
    after index: Int,
    of tokens: [VoteToken],
    in folded: FoldedText,
    _ passage: Passage,
    _ document: Document
  ) -> (people: [Person], groups: [String]) {
    guard index < tokens.count else { return ([], []) }
    var last = index + 1
    switch tokens[index].kind {
    case .open:
      while last < tokens.count, tokens[last].kind != .close { last += 1 }
    case .colon:
      // The names end where the next count begins: "3 contre : A, B, C ; 1 abstention : D".
      while last < tokens.count, tokens[last].kind != .close, !opensCount(last, tokens) {
        last += 1
      }
    default: return ([], [])
    }
    guard last > index + 1 else { return ([], []) }
    let start = folded.offsets[tokens[index + 1].range.lowerBound]
    let end = folded.offsets[tokens[last - 1].range.upperBound]
    return Electors.read(
      passage,
      start..<end,
      inBrackets: tokens[index].kind == .open,
      of: document
    )
  }

  private static func opensCount(_ index: Int, _ tokens: [VoteToken]) -> Bool {
    switch tokens[index].kind {
    case .number, .option: true
    default: false
    }
  }
}
