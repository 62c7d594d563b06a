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

  /// Reads a line, looking for some labels.
  func read(_ index: Int, among allowed: LabelSet) -> ReadLine {
    let bounds = document.lines[index].range.bounds
    let folded = FoldedText(document.bytes[bounds])
    let match = labels.match(folded, among: allowed) { match in
      Self.isPlausible(match, in: folded)
    }
    var start = bounds.lowerBound
    if let match {
      var at = match.end
      if match.label != .article, match.label != .number {
        let marks: Set<UInt8> = [0x20, 0x09, 0x3A, 0x2D]
        while at < folded.bytes.count, marks.contains(folded.bytes[at]) { at += 1 }
      }
      start = Int(folded.offsets[at])
    }
    return ReadLine(index: index, folded: folded, match: match, contentStart: start)
  }

  /// Whether what follows a label on its line is what such a label announces.
  static func isPlausible(_ match: LabelMatch, in folded: FoldedText) -> Bool {
    let bytes = folded.bytes
    var at = match.end
    while at < bytes.count, ASCII.isSpace(bytes[at]) || bytes[at] == 0x2E { at += 1 }
    let next = at < bytes.count ? bytes[at] : 0
    let endsLine = next == 0
    let isColon = next == 0x3A
    switch match.label {
    case .present, .excused, .absent, .attendingWithoutVote, .excusedWithoutVote:
      return isColon || endsLine
    case .proxies:
      // "Pouvoirs : 7" is a count.
      if number(after: at, in: bytes) { return false }
      return isColon || endsLine || bytes.suffix(2).contains(0x3A) || bytes.count > match.end + 20
    case .secretary, .title, .rapporteur:
      return isColon
    case .presidency:
      return !endsLine
    case .membersCount, .presentCount, .representedCount, .votersCount:
      // "Exercice 2013 - Budget" is two letters short of "En exercice".
      return match.distance < 2 && number(after: at, in: bytes)
    case .yes:
      return isColon || (ASCII.isDigit(next) && folded.contains("voix"))
    case .no, .abstain, .votesAbsent:
      return isColon || ASCII.isDigit(next) || endsLine
    case .voteHeading:
      return isColon || endsLine
    case .adopted, .rejected, .withdrawn, .adjourned, .noted:
      return bytes.count <= 70 && (endsLine || next == 0x29 || startsManner(bytes, at))
    case .decides:
      return isColon || endsLine || next == 0x2C || startsManner(bytes, at)
    case .sessionDate:
      return endsLine || DateScanner.first(in: folded, from: match.end) != nil
    case .transmissionDate, .publicationDate:
      return isColon || endsLine || ASCII.isDigit(next)
        || DateScanner.first(in: folded, from: match.end) != nil
    case .article:
      return ArticleHeading(folded, after: match.end) != nil
    case .number:
      let first = bytes[at...].first { byte in byte != 0x3A && !ASCII.isSpace(byte) }
      return bytes.count <= 60 && first.map(ASCII.isDigit) ?? false
    case .territories, .cantons, .epcis:
      return isColon
    case .actHeading, .enacting, .citation, .recital, .deliberated, .signature, .annex,
      .convention, .amendment, .parties, .service, .report:
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
    Self.skip(bytes, &at, [0x20, 0x09])
    if bytes[at...].starts(with: Array("premier".utf8)) {
      digits = [0x31]
      at += 7
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
