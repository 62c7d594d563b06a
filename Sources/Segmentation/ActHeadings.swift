import DeliberationModel
import PageModel

/// Finds the lines at which acts begin.
///
/// A heading ("DELIBERATION DE LA COMMISSION PERMANENTE") counts only with evidence below it: two of
/// session date, presidency, secretary, attendance, number, visas within sixty lines, and something
/// that decides before the next heading. A convention that cites a deliberation has neither.
struct ActHeadings {
  static let reach = 60

  /// The indices in `lines` of the headings, one for each act, ascending.
  let starts: [Int]

  init(_ document: Document, lines: [Int], labels: LabelMatcher) {
    var found: [Int] = []
    for (place, line) in lines.enumerated() {
      let next = place + 1 < lines.count ? lines[place + 1] : nil
      guard Self.isHeading(line, before: next, of: document, labels) else { continue }
      if let last = found.last,
        !Self.decides(document, lines[last..<place], labels)
      {
        continue
      }
      if Self.hasEvidence(document, lines[place...].prefix(Self.reach), Self.evidence, labels) {
        found.append(place)
      }
    }
    if let last = found.last, !Self.decides(document, lines[last...], labels) { found.removeLast() }
    starts = found
  }

  /// A cheap test before folding: the two letters that a printed form begins with ("Dé", "Ex",
  /// "Re"), the first one a capital.
  private static func canOpenHeading(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 200, let place = line.firstIndex(where: { $0 >= 0x41 }),
      place + 1 < line.endIndex
    else { return false }
    let second = line[place + 1] | 0x20
    switch line[place] {
    case 0x44, 0x52: return second == 0x65 || second == 0xE3
    case 0x45: return second == 0x78
    default: return false
    }
  }

  /// What only the first page of an act prints.
  private static let firstPage = LabelSet([
    .sessionDate, .presidency, .secretary, .present, .excused, .absent, .membersCount,
  ])

  /// Whether an act begins on a page: a heading, and below it on the page two of session date,
  /// presidency, secretary and attendance.
  static func opensAct(_ page: Page, _ document: Document, _ labels: LabelMatcher) -> Bool {
    page.lines.contains { line in
      isHeading(
        line,
        before: line + 1 < page.lines.upperBound ? line + 1 : nil,
        of: document,
        labels
      )
        && hasEvidence(document, Array(page.lines[line...])[...], firstPage, labels)
    }
  }

  /// Whether a line is printed as the heading of an act, alone or, where a margin breaks the words
  /// ("Extrait du registre des" above "délibérations du Conseil"), with the next one.
  static func isHeading(
    _ line: Int,
    before next: Int?,
    of document: Document,
    _ labels: LabelMatcher
  ) -> Bool {
    let bounds = document.lines[line].range.bounds
    guard canOpenHeading(document.bytes[bounds]) else { return false }
    let bytes = document.bytes[StampCell.withoutStamp(bounds, in: document.bytes)]
    let folded = FoldedText(bytes)
    guard folded.bytes.count <= 100, let last = folded.bytes.last, ![0x2C, 0x3B].contains(last),
      isPlain(folded, labels)
    else { return false }
    if labels.match(folded, among: LabelSet([.actHeading])) != nil { return true }
    guard folded.bytes.count <= 30, let next else { return false }
    let both = FoldedText(Passage([line, next], of: document).bytes[...])
    return labels.match(both, among: LabelSet([.actHeading])) != nil
  }

  /// Whether a line cites no act: a date stands in it only with the number, in a heading such as
  /// "Délibération n° 2024-12 du 12 mars 2024".
  private static func isPlain(_ folded: FoldedText, _ labels: LabelMatcher) -> Bool {
    guard let date = DateScanner.first(in: folded) else { return true }
    return folded.starts(with: "deliberation no") && folded.bytes.count <= 60
      && date.range.upperBound == folded.bytes.count
  }

  private static let evidence = LabelSet([
    .sessionDate, .presidency, .secretary, .present, .excused, .absent, .number, .enacting,
    .citation, .membersCount, .title,
  ])

  private static func hasEvidence(
    _ document: Document,
    _ lines: ArraySlice<Int>,
    _ evidence: LabelSet,
    _ labels: LabelMatcher
  ) -> Bool {
    var seen: Set<Label> = []
    for line in lines {
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      // A heading is no evidence for itself, unless it has the act's number.
      if line == lines.first, !folded.bytes.contains(where: ASCII.isDigit) { continue }
      if let match = labels.match(folded, among: evidence) { seen.insert(match.label) }
      if seen.count >= 2 { return true }
    }
    return false
  }

  private static let deciding = LabelSet([
    .deliberated, .decides, .proposal, .operative, .article, .voteHeading, .adopted, .rejected,
    .noted, .withdrawn, .adjourned,
  ])

  /// Whether something between two places decides.
  private static func decides(
    _ document: Document,
    _ lines: ArraySlice<Int>,
    _ labels: LabelMatcher
  ) -> Bool {
    lines.contains { line in
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      return labels.match(folded, among: deciding) != nil
        || folded.contains("apres en avoir delibere") || folded.contains("unanimite")
    }
  }
}
