import DeliberationModel
import PageModel

/// A line of an act with the label that it opens with.
struct ReadLine {
  var index: Int
  var folded: FoldedText
  var match: LabelMatch?
  /// The offset in the document of the text after the label and its colon.
  var contentStart: Int
}

/// Recognises labels by what follows them: "Pour : 24 voix" is a count, "Pour le Président" is not.
struct LineReader {
  let document: Document
  let labels: LabelMatcher
  /// For lines whose head stands in a column of its own, the offset at which their text begins.
  var margins: [Int: Int] = [:]
  /// Whether a verb within prose can open a clause: not below the heading of an article.
  var readsVerbs = true

  /// The bytes of a line that are the act's own: without a margin, and without a stamp.
  func bounds(of index: Int) -> Range<Int> {
    let bounds = document.lines[index].range.bounds
    let start = margins[index] ?? bounds.lowerBound
    return StampCell.withoutStamp(start..<bounds.upperBound, in: document.bytes)
  }

  /// Reads a line, looking for some labels.
  func read(_ index: Int, among allowed: LabelSet) -> ReadLine {
    read(index, bounds(of: index), among: allowed)
  }

  /// The first cell behind another one that opens with a label: "Secrétariat général<tab>Séance
  /// publique du lundi 7 février 2011".
  func readCell(_ index: Int, among allowed: LabelSet) -> ReadLine? {
    let bounds = bounds(of: index)
    guard document.bytes[bounds].contains(0x09) else { return nil }
    var at = bounds.lowerBound
    while let tab = document.bytes[at..<bounds.upperBound].firstIndex(of: 0x09) {
      let cell = read(index, (tab + 1)..<bounds.upperBound, among: allowed)
      if cell.match != nil { return cell }
      at = tab + 1
    }
    return nil
  }

  /// The offset at which the cell of a label begins.
  func cellStart(_ cell: ReadLine) -> Int {
    Int(cell.folded.offsets[0])
  }

  private func read(_ index: Int, _ bounds: Range<Int>, among allowed: LabelSet) -> ReadLine {
    let folded = FoldedText(document.bytes[bounds])
    let match = labels.match(folded, among: allowed) { match in
      Self.isPlausible(match, in: folded) { printedBelow(index) }
        && (!Self.isProse(match, in: folded) || (readsVerbs && opensClause(folded, bounds)))
        && (match.distance == 0 || !Self.isResult(match.label) || opensClause(folded, bounds))
    }
    var start = bounds.lowerBound
    if let match {
      // A verb belongs to its clause.
      var at =
        match.label == .operative
        ? folded.bytes.firstIndex(where: ASCII.isLetter) ?? 0 : match.end
      if match.label != .article, match.label != .number, match.label != .operative {
        let marks: Set<UInt8> = [0x20, 0x09, 0x3A, 0x2D]
        while at < folded.bytes.count, marks.contains(folded.bytes[at]) { at += 1 }
      }
      start = Int(folded.offsets[at])
    }
    return ReadLine(index: index, folded: folded, match: match, contentStart: start)
  }

  /// "adaptée" in a table is one letter from a result, which is printed with a capital.
  private static func isResult(_ label: Label) -> Bool {
    switch label {
    case .adopted, .rejected, .withdrawn, .noted, .adjourned: true
    default: false
    }
  }

  /// Whether words can stand in a sentence as well as open a clause: "décide d'attribuer".
  private static func isProse(_ match: LabelMatch, in folded: FoldedText) -> Bool {
    if match.label == .operative { return true }
    guard match.label == .decides else { return false }
    let rest = String(decoding: folded.bytes[match.end...].prefix(4), as: UTF8.self)
    return rest.hasPrefix(" d'") || rest.hasPrefix(" de ")
  }

  /// The line below one, folded.
  private func printedBelow(_ index: Int) -> FoldedText? {
    guard index + 1 < document.lines.count else { return nil }
    return FoldedText(document.bytes[document.lines[index + 1].range.bounds])
  }

  /// Whether a verb that a line begins with opens a clause: it is printed with a capital, or behind
  /// a dash or a number; "approuve" at the head of a broken line is prose.
  private func opensClause(_ folded: FoldedText, _ bounds: Range<Int>) -> Bool {
    guard let first = folded.bytes.first else { return false }
    if !ASCII.isLetter(first) { return true }
    let printed = document.bytes[bounds.lowerBound]
    return (0x41...0x5A).contains(printed) || printed >= 0x80
  }

  /// A verb within a sentence that opens a clause.
  struct Verb {
    var label: Label
    /// The offset in the document at which the verb begins.
    var start: Int
    /// The offset of the clause's text: behind "DÉCIDE", at any other verb.
    var text: Int
  }

  /// The first verb by which an assembly decides, within a part of a line: behind a comma or a colon
  /// in a sentence that says that the assembly deliberated, or in capitals in any.
  func verb(in bounds: Range<Int>, ofFormula isFormula: Bool) -> Verb? {
    let folded = FoldedText(document.bytes[bounds])
    for at in folded.bytes.indices.dropFirst() {
      guard ASCII.isLetter(folded.bytes[at]), ASCII.isSpace(folded.bytes[at - 1]) else { continue }
      let start = Int(folded.offsets[at])
      let printed = document.bytes[start]
      let isCapital = (0x41...0x5A).contains(printed) || printed == 0xC3
      let mark = folded.bytes[..<at].last { !ASCII.isSpace($0) }
      guard isCapital || (isFormula && (mark == 0x2C || mark == 0x3A)) else { continue }
      let rest = FoldedText(document.bytes[start..<bounds.upperBound])
      let match = labels.match(rest, among: LabelSet([.decides, .operative])) { match in
        match.distance == 0 && Self.isPlausible(match, in: rest)
      }
      guard let match, isFormula || isInCapitals(start, match, rest) else { continue }
      guard match.label == .decides else {
        return Verb(label: .operative, start: start, text: start)
      }
      var text = match.end
      while text < rest.bytes.count, [0x20, 0x09, 0x3A, 0x2C].contains(rest.bytes[text]) {
        text += 1
      }
      return Verb(label: .decides, start: start, text: Int(rest.offsets[text]))
    }
    return nil
  }

  private func isInCapitals(_ start: Int, _ match: LabelMatch, _ folded: FoldedText) -> Bool {
    let end = Int(folded.offsets[match.end])
    return !document.bytes[start..<end].contains { (0x61...0x7A).contains($0) }
  }

  /// Whether what follows a label on its line is what such a label announces.
  static func isPlausible(
    _ match: LabelMatch,
    in folded: FoldedText,
    above below: () -> FoldedText? = { nil }
  ) -> Bool {
    let bytes = folded.bytes
    var at = match.end
    while at < bytes.count, ASCII.isSpace(bytes[at]) || bytes[at] == 0x2E { at += 1 }
    let next = at < bytes.count ? bytes[at] : 0
    let endsLine = next == 0
    let isColon = next == 0x3A
    switch match.label {
    case .present, .excused, .absent, .attendingWithoutVote, .excusedWithoutVote:
      // "Présents : 18   Votants : 20" are counts.
      return (isColon || endsLine) && AttendanceCounts.counts(in: folded).count < 2
    case .proxies:
      // "Pouvoirs : 7" is a count.
      if number(after: at, in: bytes) { return false }
      return isColon || endsLine || bytes.suffix(2).contains(0x3A) || bytes.count > match.end + 20
    case .secretary, .rapporteur:
      return isColon
    case .title:
      return isColon || (endsLine && match.distance == 0)
    case .presidency:
      return !endsLine
    case .membersCount, .presentCount, .representedCount, .votersCount:
      // "Exercice 2013 - Budget" is two letters short of "En exercice".
      guard match.distance < 2 else { return false }
      if number(after: at, in: bytes) { return true }
      if !AttendanceCounts.counts(in: folded).isEmpty { return true }
      let heads = AttendanceCounts.heads(in: folded).count
      guard heads > 0, let below = below() else { return false }
      return AttendanceCounts.numbers(in: below).count == heads
    case .yes:
      return isColon || (ASCII.isDigit(next) && folded.contains("voix"))
        || VoteStatement.isVoteAlone(folded)
    case .no, .abstain, .votesAbsent:
      return isColon || ASCII.isDigit(next) || endsLine
    case .voteHeading:
      return isColon || endsLine || VoteStatement.isVoteAlone(folded)
    case .adopted, .rejected, .withdrawn, .adjourned, .noted:
      if bytes.count <= 70, endsLine || next == 0x29 || startsManner(bytes, at) { return true }
      return isColon || bytes[at...].starts(with: Array("par ".utf8))
        ? VoteStatement.hasCounts(folded) : false
    case .decides:
      return isColon || endsLine || next == 0x2C || startsManner(bytes, at)
        || bytes[at...].starts(with: Array("de ".utf8))
        || bytes[at...].starts(with: Array("d'".utf8))
    case .operative:
      // "Adopté" alone is a result.
      return !endsLine && !isColon && !startsManner(bytes, at)
        && !bytes[at...].starts(with: Array("par ".utf8))
    case .enacting:
      // "Le Conseil," alone; "Le Conseil d'administration" is prose, and "Le Conseil, légalement
      // convoqué, s'est réuni" enacts nothing.
      return (match.end > 12 || endsLine || isColon || next == 0x2C)
        && !SittingSentence.speaksOfSitting(folded)
    case .sessionDate:
      return endsLine || DateScanner.first(in: folded, from: match.end) != nil
    case .transmissionDate, .publicationDate, .convocationDate:
      return isColon || endsLine || ASCII.isDigit(next)
        || DateScanner.first(in: folded, from: match.end) != nil
    case .article:
      return ArticleHeading(folded, after: match.end) != nil
    case .number:
      return bytes.count <= (match.end > 6 ? 160 : 60) && ActNumber.opens(bytes, at: at)
    case .territories, .cantons, .epcis:
      return isColon
    case .agenda:
      return isColon || endsLine
    case .actHeading, .citation, .recital, .deliberated, .proposal, .signature, .annex,
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

/// The number in an article's heading: `Article 1 :`, `Article 1er.-`, `Article 1  4   :`.
struct ArticleHeading {
  /// The article's number.
  let number: Int
  /// The index in the folded line of the first character after the heading.
  let end: Int

  init?(_ folded: FoldedText, after start: Int) {
    let bytes = folded.bytes
    var at = start
    var digits: [UInt8] = []
    Self.skip(bytes, &at, [0x20, 0x09, 0x2E])
    for (word, length) in [("premier", 7), ("unique", 6)]
    where bytes[at...].starts(with: Array(word.utf8)) {
      digits = [0x31]
      at += length
    }
    if bytes[at...].starts(with: Array("ler".utf8)) || bytes[at...].starts(with: Array("ier".utf8))
    {
      digits = [0x31]
      at += 3
    }
    var beforeSpace = at
    while at < bytes.count, digits.count < 3 {
      if ASCII.isDigit(bytes[at]) {
        digits.append(bytes[at])
        beforeSpace = at + 1
      } else if !ASCII.isSpace(bytes[at]) {
        break
      }
      at += 1
    }
    if digits == [0x31], bytes[at...].starts(with: Array("er".utf8)) {
      at += 2
      beforeSpace = at
    }
    guard !digits.isEmpty else { return nil }
    var end = at
    let marks: [UInt8] = [0x3A, 0x2E, 0x2D, 0x20, 0x09]
    Self.skip(bytes, &end, marks)
    let hasMark = bytes[min(at, bytes.count)..<end].contains { mark in !ASCII.isSpace(mark) }
    guard hasMark || end == bytes.count || beforeSpace == bytes.count else { return nil }
    number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    self.end = end
  }

  private static func skip(_ bytes: [UInt8], _ at: inout Int, _ marks: [UInt8]) {
    while at < bytes.count, marks.contains(bytes[at]) { at += 1 }
  }
}
