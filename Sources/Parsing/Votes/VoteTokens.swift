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
  static func tokens(_ folded: FoldedText) -> [VoteToken] {
    let bytes = folded.bytes
    var tokens: [VoteToken] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if ASCII.isSpace(byte) {
        at += 1
        continue
      }
      let (kind, end) = token(in: bytes, at: at)
      tokens.append(VoteToken(kind: kind, range: at..<end))
      at = end
    }
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
    let kind = words.value(of: bytes[start..<end]) ?? .word
    // "abstention(s)".
    if case .option = kind, bytes[end...].starts(with: "(s)".utf8) { end += 3 }
    return (kind, end)
  }

  /// A whole number of up to four digits; a sum, a year of a date, a share or a numbered thing is a
  /// word.
  private static func digits(in bytes: [UInt8], at start: Int) -> (VoteToken.Kind, Int) {
    var end = start
    var value = 0
    while end < bytes.count, ASCII.isDigit(bytes[end]) {
      value = min(value * 10 + Int(bytes[end] - 0x30), 1_000_000)
      end += 1
    }
    var isWhole = end - start <= 4
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

  private static let words = WordTable<VoteToken.Kind>([
    (.option(.yes), ["pour", "favorable", "favorables"]),
    (.option(.no), ["contre", "defavorable", "defavorables", "opposition", "oppositions"]),
    (.option(.abstain), ["abstention", "abstentions", "abst", "absention", "absentions"]),
    (.unit, ["voix", "vote", "votes", "suffrage", "suffrages"]),
    (.joint, ["et", "dont", "soit", "avec", "ainsi", "plus", "puis", "sur"]),
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
    (.number(0), ["aucun", "aucune", "neant", "nul"]),
  ])
}
