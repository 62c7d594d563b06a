import DeliberationModel
import PageModel

/// Finds the numbers of votes among the words of a sentence.
///
/// A number belongs to the option behind it, or before it where the first option has its number
/// behind ("Pour 25"). "pour 3 ans", "contre 2 communes" and "la loi de 2019 pour" are prose: a
/// number without "voix" beside it stands alone with its option, or beside another count.
enum VoteCounts {
  struct Count {
    var option: VoteOption
    var value: Int
    /// The number and the option in the folded text.
    var range: Range<Int>
    /// The index after the last token.
    var end: Int
  }

  /// More voices than the greatest assembly of the country has.
  static let most = 300

  static func counts(
    _ tokens: [VoteToken],
    ofVote: Bool = false,
    isName: (VoteToken) -> Bool = { _ in true }
  ) -> [Count] {
    var found: [Count] = []
    var numberFollows: Bool?
    var hasUnit = false
    for (index, token) in tokens.enumerated() {
      guard case .option(let option) = token.kind else { continue }
      guard !found.contains(where: { $0.option == option }) else { continue }
      // "Pour : 17 Contre : - Abstention : -": a number counts one option.
      let taken = found.map(\.end).max() ?? 0
      let before = numberBefore(index, tokens, isFirst: found.isEmpty).flatMap { number in
        number.index >= taken ? number : nil
      }
      let after = numberAfter(index, tokens, isName)
      // "par 15 voix contre 4": the first number is of those for it.
      if option == .no, found.isEmpty, let before, let after, before.hasUnit,
        after.index == index + 1, tokens[before.last - 1].kind == .unit
      {
        hasUnit = true
        found.append(count(.yes, before, before.index, index - 1, tokens))
        found.append(count(.no, after, index, after.last, tokens))
        continue
      }
      let isExplicit = index + 1 < tokens.count && tokens[index + 1].kind == .colon && after != nil
      if !isExplicit, before == nil, let after, isOfNext(after, tokens) { continue }
      let takesAfter = isExplicit || numberFollows ?? (before == nil)
      guard let number = takesAfter ? after : before else { continue }
      if !isExplicit { numberFollows = takesAfter }
      if number.hasUnit { hasUnit = true }
      found.append(
        count(option, number, min(number.index, index), max(number.last, index), tokens)
      )
    }
    if found.isEmpty, let share = share(tokens) { return [share] }
    let isVote =
      ofVote || hasUnit || found.count > 1 || found.first?.option == .abstain
      || isAlone(found, tokens) || hasLabels(tokens)
    return isVote ? found.filter { $0.value <= most } : []
  }

  /// Whether the number behind an option is of the option that follows, which has no other.
  ///
  /// "À la majorité pour, 3 votes contre", "majorité pour 3 abstentions".
  private static func isOfNext(_ number: Number, _ tokens: [VoteToken]) -> Bool {
    var next = number.index + 1
    while next < tokens.count, tokens[next].kind == .unit { next += 1 }
    guard next < tokens.count, case .option = tokens[next].kind else { return false }
    if next > number.index + 1 { return true }
    let behind = tokens[(next + 1)...].drop { [.colon, .unit].contains($0.kind) }.first?.kind
    if case .number? = behind { return false }
    return tokens[number.index - 1].kind != .open
  }

  /// "Adopté par 20 voix (2 contre)", "à l'unanimité des votants, par 38 voix": a number of voices
  /// beside which no option stands is of those for it.
  static func unlabelled(_ tokens: [VoteToken]) -> Count? {
    for index in tokens.indices.dropLast() {
      guard case .number(let value) = tokens[index].kind, tokens[index + 1].kind == .unit,
        value <= most, index > 0
      else { continue }
      // "approuvée à l'unanimité (17 voix)".
      let isBracketed =
        tokens[index - 1].kind == .open && index + 2 < tokens.count
        && tokens[index + 2].kind == .close
      guard isBracketed || tokens[index - 1].kind == .by else { continue }
      if index + 2 < tokens.count {
        if case .option = tokens[index + 2].kind { continue }
        guard ![.word, .by].contains(tokens[index + 2].kind) else { continue }
      }
      let number = Number(value: value, index: index, last: index + 1, hasUnit: true)
      return count(.yes, number, index, index + 1, tokens)
    }
    return nil
  }

  /// "par 23 voix sur 23 voix": those for it, of all that were cast.
  private static func share(_ tokens: [VoteToken]) -> Count? {
    for index in tokens.indices.dropLast(3) {
      guard case .number(let value) = tokens[index].kind, tokens[index + 1].kind == .unit,
        tokens[index + 2].kind == .joint, case .number(let all) = tokens[index + 3].kind,
        value <= all, all <= most
      else { continue }
      let number = Number(value: value, index: index, last: index + 3, hasUnit: true)
      return count(.yes, number, index, index + 3, tokens)
    }
    return nil
  }

  private static func count(
    _ option: VoteOption,
    _ number: Number,
    _ first: Int,
    _ last: Int,
    _ tokens: [VoteToken]
  ) -> Count {
    Count(
      option: option,
      value: number.value,
      range: tokens[first].range.lowerBound..<tokens[last].range.upperBound,
      end: last + 1
    )
  }

  /// Whether the options of a form stand with their colons: "Votants : 16 – Pour : 16 – Contre : /".
  private static func hasLabels(_ tokens: [VoteToken]) -> Bool {
    zip(tokens, tokens.dropFirst()).count { token, next in
      if case .option = token.kind { next.kind == .colon } else { false }
    } > 1
  }

  /// Whether the one count opens its sentence: "Pour : 17", "Contre : 2, Mme MOREL".
  private static func isAlone(_ found: [Count], _ tokens: [VoteToken]) -> Bool {
    guard let only = found.first, found.count == 1 else { return false }
    let before = tokens.prefix { $0.range.upperBound <= only.range.lowerBound }
    // "Le résultat du vote est : POUR : 7".
    if before.last?.kind == .colon, before.contains(where: { $0.kind == .unit }) { return true }
    return before.allSatisfy { [.mark, .colon, .unit, .open].contains($0.kind) }
  }

  private struct Number {
    var value: Int
    var index: Int
    var last: Int
    var hasUnit: Bool
  }

  /// "25 voix pour", "25 pour".
  private static func numberBefore(
    _ index: Int,
    _ tokens: [VoteToken],
    isFirst: Bool
  ) -> Number? {
    var at = index - 1
    var hasUnit = false
    while at >= 0, tokens[at].kind == .unit || tokens[at].kind == .other {
      hasUnit = true
      at -= 1
    }
    guard at >= 0, case .number(let value) = tokens[at].kind, isCount(value) else { return nil }
    let isAbstention = tokens[index].kind == .option(.abstain)
    if !hasUnit, !isAbstention {
      // "la loi de 2019 pour", "13 pour les travaux".
      if at > 0, tokens[at - 1].kind == .lead || tokens[at - 1].kind == .word { return nil }
      if isFirst, index + 1 < tokens.count,
        [.word, .by, .lead].contains(tokens[index + 1].kind)
      {
        return nil
      }
    }
    return Number(value: value, index: at, last: index, hasUnit: hasUnit)
  }

  /// "Pour : 25 voix", "Pour 25", "Pour (25)".
  private static func numberAfter(
    _ index: Int,
    _ tokens: [VoteToken],
    _ isName: (VoteToken) -> Bool
  ) -> Number? {
    var at = index + 1
    var hasUnit = index > 0 && tokens[index - 1].kind == .unit
    while at < tokens.count,
      [.colon, .mark, .open].contains(tokens[at].kind)
        || tokens[at].kind == .unit && at == index + 1
    {
      at += 1
    }
    guard at < tokens.count, case .number(let value) = tokens[at].kind, isCount(value) else {
      return nil
    }
    var last = at
    while last + 1 < tokens.count, tokens[last + 1].kind == .unit || tokens[last + 1].kind == .close
    {
      if tokens[last + 1].kind == .unit { hasUnit = true }
      if tokens[last + 1].kind == .close, tokens[at - 1].kind != .open { break }
      last += 1
    }
    // "de maintenir les taux pour 2016", "de louer le local pour 9 ans", "contre : 2 communes".
    if !hasUnit, last + 1 < tokens.count, [.word, .by].contains(tokens[last + 1].kind) {
      if at == index + 1 || !isName(tokens[last + 1]) { return nil }
    }
    return Number(value: value, index: at, last: last, hasUnit: hasUnit)
  }

  private static func isCount(_ value: Int) -> Bool { !(1900...2100).contains(value) }
}

// MARK: - Lines

extension VoteCounts {
  /// Whether a line states the number of at least one option, so that it is a vote.
  static func hasCounts(_ folded: FoldedText) -> Bool {
    !counts(VoteTokens.tokens(folded)).isEmpty
  }

  /// Whether a passage states the numbers of more than one option.
  static func countsSeveral(_ passage: Passage) -> Bool {
    counts(VoteTokens.tokens(FoldedText(passage.bytes[...]))).count > 1
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
    guard folded.bytes.count(where: { !ASCII.isSpace($0) }) <= 80 else { return [] }
    var heads: [VoteOption?] = []
    // Words that say who takes no part: "Ne prend pas part au vote", "NPPV".
    let aside = folded.firstIndex(of: "ne prend") ?? folded.firstIndex(of: "nppv")
    for token in VoteTokens.tokens(folded) {
      if let aside, token.range.lowerBound >= aside {
        if token.range.lowerBound == aside { heads.append(nil) }
        continue
      }
      switch token.kind {
      case .option(let option): heads.append(option)
      case .other: heads.append(nil)
      case .unit, .colon, .mark: continue
      default: return []
      }
    }
    return heads.count { $0 != nil } >= 2 ? heads : []
  }
}
