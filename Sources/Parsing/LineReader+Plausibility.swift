import DeliberationModel
import PageModel

extension LineReader {
  /// Whether what follows a label on its line is what such a label announces.
  static func isPlausible(
    _ match: LabelMatch,
    in folded: FoldedText,
    above below: () -> FoldedText? = { nil }
  ) -> Bool {
    let bytes = folded.bytes
    // "Délibération 2020-03" is one letter from "Délibération n°", which would take "20" away, and
    // "Délibération D2020-03" the "D".
    if match.distance > 0, match.end > 0, match.end < bytes.count,
      ASCII.isDigit(bytes[match.end - 1]) || ASCII.isLetter(bytes[match.end - 1]),
      ASCII.isDigit(bytes[match.end])
    {
      return false
    }
    var at = match.end
    while at < bytes.count, ASCII.isSpace(bytes[at]) || bytes[at] == 0x2E { at += 1 }
    let next = at < bytes.count ? bytes[at] : 0
    let endsLine = next == 0
    let isColon = next == 0x3A
    switch match.label {
    case .present, .excused, .absent, .attendingWithoutVote, .excusedWithoutVote:
      // "Présents : 18   Votants : 20" are counts.
      let isCounted = VoteParser.countInBrackets(bytes[min(at, bytes.count)...]) != nil
      return (isColon || endsLine || isCounted) && RollCounts.counts(in: folded).count < 2
    case .proxies:
      // "Pouvoirs : 7" is a count.
      if number(after: at, in: bytes) { return false }
      // "DONNE pouvoir à la Présidente" is one letter from "A donné pouvoir", and a clause.
      return isColon || endsLine || bytes.suffix(2).contains(0x3A)
        || (match.distance == 0 && bytes.count > match.end + 20)
    case .secretary, .rapporteur:
      return isColon
    case .title:
      return isColon
        || match.distance == 0
          && (endsLine || TitleLabel.titleStart(in: folded, after: match.end) != nil)
    case .presidency:
      return !endsLine
    case .membersCount, .presentCount, .representedCount, .votersCount:
      // "Exercice 2013 - Budget" is two letters short of "En exercice".
      guard match.distance < 2, !VoteCounts.isVoteAlone(folded) else { return false }
      if number(after: at, in: bytes) { return true }
      if !RollCounts.counts(in: folded).isEmpty { return true }
      let heads = RollCounts.heads(in: folded).count
      guard heads > 0, let below = below() else { return false }
      return RollCounts.numbers(in: below).count == heads
    case .yes:
      return isColon || (ASCII.isDigit(next) && folded.contains("voix"))
        || VoteCounts.isVoteAlone(folded) || VoteParser.countInBrackets(bytes[at...]) != nil
    case .no, .abstain, .votesAbsent:
      return isColon || ASCII.isDigit(next) || endsLine
        || VoteParser.countInBrackets(bytes[at...]) != nil
    case .voteHeading:
      return isColon || endsLine || VoteCounts.isVoteAlone(folded)
    case .adopted, .rejected, .withdrawn, .adjourned, .noted:
      if bytes.count <= 70, endsLine || next == 0x29 || startsManner(bytes, at) { return true }
      return isColon || bytes[at...].starts(with: Array("par ".utf8))
        ? VoteCounts.hasCounts(folded) : false
    case .decides:
      return isColon || endsLine || next == 0x2C || startsManner(bytes, at)
        || bytes[at...].starts(with: Array("de ".utf8))
        || bytes[at...].starts(with: Array("d'".utf8))
    case .operative:
      // "vote comme suit" announces the counts.
      if bytes[at...].starts(with: "comme suit".utf8) { return false }
      // "Adopté" alone is a result.
      return !endsLine && !isColon && !startsManner(bytes, at)
        && !bytes[at...].starts(with: Array("par ".utf8))
    case .enacting:
      // "Le Conseil," alone; "Le Conseil d'administration" is prose, and "Le Conseil, légalement
      // convoqué, s'est réuni" enacts nothing.
      return (match.end > 12 || endsLine || isColon || next == 0x2C)
        && (!SessionDate.speaksOfSitting(folded) || folded.contains("deliberant"))
        && !LineWords.namesSecretary(folded)
    case .citation:
      // "Ouï le rapport" is two letters from "Vu le rapport".
      return match.distance < 2
    case .sessionDate:
      return endsLine || DateScanner.first(in: folded, from: match.end) != nil
    case .transmissionDate, .publicationDate, .convocationDate:
      return isColon || endsLine || ASCII.isDigit(next)
        || DateScanner.first(in: folded, from: match.end) != nil
    case .article:
      return ArticleHeading(folded, after: match.end) != nil
    case .number:
      let most = folded.contains("objet") ? 240 : match.end > 6 ? 160 : 60
      return bytes.count <= most && ActNumber.opens(bytes, at: at)
    case .territories, .cantons, .epcis:
      return isColon
    case .agenda:
      return isColon || endsLine
    case .actHeading, .recital, .deliberated, .proposal, .signature, .annex,
      .convention, .amendment, .parties, .service, .report, .minutesHeading:
      return true
    }
  }

  private static func startsManner(_ bytes: [UInt8], _ at: Int) -> Bool {
    bytes[at...].starts(with: Array("a l'".utf8)) || bytes[at...].starts(with: Array("a la ".utf8))
  }

  private static func number(after start: Int, in bytes: [UInt8]) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] == 0x3A || ASCII.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, ASCII.isDigit(bytes[at]) else { return false }
    while at < bytes.count, ASCII.isDigit(bytes[at]) { at += 1 }
    return bytes.count - at <= 12
  }
}
