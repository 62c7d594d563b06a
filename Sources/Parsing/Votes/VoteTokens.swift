import DeliberationModel
import PageModel

/// A word or mark of a sentence that states a vote.
struct VoteToken {
  enum Kind: Hashable {
    case number(Int)
    case option(VoteOption)
    /// "voix", "votes", "suffrages": the unit between a number and its option.
    case unit
    /// "Exprimés", "Votants": a column that counts something else.
    case other
    case colon
    case open
    case close
    case mark
    /// "et", "dont", "soit": a word that may follow a count.
    case joint
    /// "par", "avec", "à": a word before a count.
    case by
    /// "de", "du", "loi", "article": a word behind which a number counts no votes.
    case lead
    case word
  }

  var kind: Kind
  /// Where it stands in the folded text.
  var range: Range<Int>
}

/// Parts a folded sentence into the tokens that votes are stated with.
enum VoteTokens {
  static func tokens(_ folded: FoldedText, atMost most: Int = .max) -> [VoteToken] {
    let bytes = folded.bytes
    var tokens: [VoteToken] = []
    var at = 0
    while at < bytes.count, tokens.count < most {
      let byte = bytes[at]
      // "15 voix « Pour »".
      if ASCII.isSpace(byte) || byte == UInt8(ascii: "\"") {
        at += 1
        continue
      }
      let (kind, end) = token(in: bytes, at: at)
      tokens.append(VoteToken(kind: kind, range: at..<end))
      at = end
    }
    return withAnswers(withoutRepeats(tokens), bytes)
  }

  /// "quinze (15) voix", "15 (quinze) voix", "15 voix (quinze)": a number that is said in words and in figures stands once.
  private static func withoutRepeats(_ tokens: [VoteToken]) -> [VoteToken] {
    var kept: [VoteToken] = []
    var at = 0
    while at < tokens.count {
      if case .number = tokens[at].kind, at + 3 < tokens.count, tokens[at + 1].kind == .open,
        tokens[at + 2].kind == tokens[at].kind, tokens[at + 3].kind == .close
      {
        let range = tokens[at].range.lowerBound..<tokens[at + 3].range.upperBound
        kept.append(VoteToken(kind: tokens[at].kind, range: range))
        at += 4
      } else if case .number = tokens[at].kind, at + 4 < tokens.count, tokens[at + 1].kind == .unit,
        tokens[at + 2].kind == .open, tokens[at + 3].kind == tokens[at].kind,
        tokens[at + 4].kind == .close
      {
        kept += tokens[at...(at + 1)]
        at += 5
      } else {
        kept.append(tokens[at])
        at += 1
      }
    }
    return kept
  }

  /// "12 élus votent pour"; "9 oui, 4 non": "non" is the other answer where "oui" is one.
  private static func withAnswers(_ tokens: [VoteToken], _ bytes: [UInt8]) -> [VoteToken] {
    func places(of word: String) -> [Int] {
      tokens.indices.filter { index in
        tokens[index].kind == .word && bytes[tokens[index].range].elementsEqual(word.utf8)
      }
    }
    var tokens = tokens
    // "12 élus votent pour".
    for verb in places(of: "votent") {
      tokens[verb].kind = .unit
      if verb > 0, tokens[verb - 1].kind == .word { tokens[verb - 1].kind = .unit }
    }
    // "2 conseillers s'abstenant".
    for noun in tokens.indices.dropFirst().dropLast()
    where voters.value(of: bytes[tokens[noun].range]) != nil
      && tokens[noun + 1].kind == .option(.abstain)
    {
      if case .number = tokens[noun - 1].kind { tokens[noun].kind = .unit }
    }
    let yes = places(of: "oui")
    guard !yes.isEmpty else { return tokens }
    for index in yes { tokens[index].kind = .option(.yes) }
    for index in places(of: "non") { tokens[index].kind = .option(.no) }
    return tokens
  }

  private static func token(in bytes: [UInt8], at start: Int) -> (VoteToken.Kind, Int) {
    switch bytes[start] {
    case 0x3A, 0x3D: return (.colon, start + 1)
    case 0x28: return (.open, start + 1)
    case 0x29: return (.close, start + 1)
    default: break
    }
    if ASCII.isDigit(bytes[start]) { return digits(in: bytes, at: start) }
    guard ASCII.isLetter(bytes[start]) else { return (.mark, start + 1) }
    if let number = NumberWords.number(in: bytes, at: start) {
      return (.number(number.value), number.end)
    }
    var end = start
    while end < bytes.count, ASCII.isLetter(bytes[end]) { end += 1 }
    // "3 s'abstiennent".
    if bytes[start...].starts(with: "s'abst".utf8) {
      end = bytes[(start + 2)...].firstIndex { !ASCII.isLetter($0) } ?? bytes.count
      return (.option(.abstain), end)
    }
    // "A. Roux" is a person, and no "à".
    let isInitial = end - start == 1 && end < bytes.count && bytes[end] == 0x2E
    let kind = isInitial ? .word : words.value(of: bytes[start..<end]) ?? .word
    switch kind {
    case .option, .unit:
      for tail in tails where bytes[end...].starts(with: tail) { end += tail.count }
    default: break
    }
    return (kind, end)
  }

  /// What belongs to an option or a unit: "abstention(s)", "pour l'adoption", "pour un avis favorable".
  private static let tails = [
    "(s)", " l'adoption", " un avis defavorable", " un avis favorable", " l'avis defavorable",
    " l'avis favorable",
  ].map { Array($0.utf8) }

  /// A whole number of up to four digits; a sum, a year of a date, a share or a numbered thing is a
  /// word.
  private static func digits(in bytes: [UInt8], at start: Int) -> (VoteToken.Kind, Int) {
    let digits = bytes[start...].prefix(while: ASCII.isDigit)
    var end = digits.endIndex
    let value = ASCII.number(digits.prefix(6))
    var isWhole = digits.count <= 4
    if end < bytes.count {
      let next = bytes[end]
      let behind = bytes[(end + 1)...]
      // "12/03/2024", "3eme", "12%".
      if ASCII.isLetter(next) || [0x2F, 0x25, FoldedText.euro].contains(next) { isWhole = false }
      // "1,5", "2.000", "2121-29".
      if [0x2C, 0x2E, 0x2D].contains(next), behind.first.map(ASCII.isDigit) ?? false {
        isWhole = false
      }
      // "25 000", "12 %", "12 euros".
      if next == 0x20, opensGroup(behind) || isUnit(behind) { isWhole = false }
    }
    while end < bytes.count, !isWhole, ASCII.isDigit(bytes[end]) || bytes[end] == 0x2C {
      end += 1
    }
    return (isWhole ? .number(value) : .word, end)
  }

  /// Whether three digits follow, as behind the space of "25 000".
  private static func opensGroup(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.prefix(while: ASCII.isDigit).count == 3
  }

  /// Whether a unit of money, of time or a share follows.
  private static func isUnit(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.first == FoldedText.euro || rest.first == 0x25 { return true }
    return units.contains { rest.starts(with: $0) }
  }

  private static let units = [
    "euro", "ans ", "an ", "mois", "jours", "heure", "janvier", "fevrier", "mars", "avril", "mai ",
    "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
  ].map { Array($0.utf8) }

  private static let voters = WordTable<Void>([
    (
      (),
      [
        "conseiller", "conseillers", "conseillere", "conseilleres", "elu", "elus", "elue", "elues",
        "membre", "membres", "delegue", "delegues", "personne", "personnes",
      ]
    )
  ])

  private static let words = WordTable<VoteToken.Kind>([
    (.option(.yes), ["pour", "favorable", "favorables"]),
    (
      .option(.no),
      ["contre", "defavorable", "defavorables", "opposition", "oppositions", "opposes"]
    ),
    (
      .option(.abstain),
      [
        "abstention", "abstentions", "abst", "absention", "absentions", "abstenu", "abstenus",
        "abstenue", "abstenues",
      ]
    ),
    (.unit, ["voix", "vote", "votes", "suffrage", "suffrages"]),
    (.joint, ["et", "dont", "soit", "ainsi", "plus", "puis", "sur"]),
    (.by, ["par", "avec", "a"]),
    (
      .lead,
      [
        "de", "du", "des", "la", "le", "les", "en", "loi", "decret", "article", "annee", "exercice",
        "budget", "no", "numero", "lot", "lots", "depuis", "titre", "avenant", "page", "point",
      ]
    ),
    (
      .other,
      [
        "exprimes", "exprimees", "votants", "presents", "pouvoirs", "procurations", "represente",
        "representes", "blancs", "nuls", "bulletins",
      ]
    ),
    (.mark, ["ont", "sont", "se"]),
    (.number(0), ["aucun", "aucune", "neant", "nul"]),
  ])
}
