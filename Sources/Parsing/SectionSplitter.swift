import DeliberationModel
import PageModel

/// Parts the lines of an act into sections, each under the label that announces it.
///
/// Every line ends in exactly one section. Which labels count depends on how far the act has come:
/// "Vu" opens a visa before the first article, not inside one.
struct SectionSplitter {
  enum Phase {
    case preface
    case preamble
    case body
  }

  var reader: LineReader
  let lines: [Int]
  /// The place in `lines` after the last line of the attendance: no visa stands before it, and "Le
  /// Conseil municipal, légalement convoqué, s'est réuni" enacts nothing there.
  let attendanceEnd: Int
  /// Whether the lines are those of an act of minutes, below those that hold for all of them.
  let isItem: Bool
  var place = 0
  var phase = Phase.preface
  private var hasEnacted = false
  private var hasArticle = false
  var sections: [Section] = []
  /// The lists of people side by side that the last line belongs to.
  private var columns: AttendanceColumns?

  private init(_ lines: [Int], isItem: Bool, _ reader: LineReader) {
    self.reader = reader
    self.lines = lines
    self.isItem = isItem
    // The head above an act of minutes holds the attendance.
    attendanceEnd = isItem ? 0 : Self.attendanceEnd(lines, reader)
  }

  /// The sections of the lines, in order.
  ///
  /// `margins` gives, for lines whose head stands in a column of its own, the offset at which their
  /// text begins; `isItem` says that the head of a session stands above them.
  static func sections(
    of lines: [Int],
    isItem: Bool = false,
    in document: Document,
    labels: LabelMatcher,
    margins: [Int: Int] = [:]
  ) -> [Section] {
    let reader = LineReader(document: document, labels: labels, margins: margins)
    var splitter = SectionSplitter(lines, isItem: isItem, reader)
    for place in lines.indices {
      splitter.place = place
      splitter.append(lines[place])
    }
    return splitter.sections
  }

  private static func attendanceEnd(_ lines: [Int], _ reader: LineReader) -> Int {
    var end = 0
    for (place, line) in lines.enumerated() {
      let read = reader.read(line, among: SectionLabels.attendanceAndDeciding)
      guard let label = read.match?.label else {
        if end > 0, read.folded.contains("apres en avoir delibere") { break }
        continue
      }
      if SectionLabels.deciding.contains(label) {
        // "Pour : 26 - Contre : 0" can stand beside the counts of those who attend, above the list.
        if SectionLabels.options.contains(label),
          let head = rollHead(below: place, lines, reader)
        {
          end = max(end, head + 1)
          continue
        }
        if place < end { continue }
        break
      }
      end = max(end, place + 1)
    }
    return end
  }

  /// The place of the heading of those present, in any wording of the roll, below a line and before
  /// anything is decided.
  private static func rollHead(below place: Int, _ lines: [Int], _ reader: LineReader) -> Int? {
    for (distance, line) in lines[(place + 1)...].prefix(reach).enumerated() {
      let label = reader.read(line, among: SectionLabels.attendanceAndDeciding).match?.label
      if let label, SectionLabels.deciding.contains(label), !SectionLabels.options.contains(label) {
        return nil
      }
      let tokens = RollTokens([line], of: reader.document).tokens
      guard !tokens.isEmpty, let heading = RollHeading(tokens, at: 0), heading.count == nil else {
        continue
      }
      if heading.kind == .list(.present) { return place + 1 + distance }
    }
    return nil
  }

  /// How many lines below the votes of a head the roll may begin.
  private static let reach = 40

  /// Whether the attendance stands above.
  var isBelowAttendance: Bool { place >= attendanceEnd && (isItem || attendanceEnd > 0) }

  private var allowed: LabelSet {
    if place < attendanceEnd { return SectionLabels.head }
    switch phase {
    case .preface: return SectionLabels.preface
    case .preamble: return hasEnacted ? SectionLabels.enacted : SectionLabels.preamble
    case .body: return hasArticle ? SectionLabels.article : SectionLabels.body
    }
  }

  private mutating func append(_ index: Int) {
    if appendToColumns(index) { return }
    var line = reader.read(index, among: allowed)
    if line.match == nil { line.folded.notePairs() }
    if let match = line.match {
      open(.labelled(match.label), with: line)
      advance(match.label)
      partAtVerb()
    } else if phase == .preface, LineWords.reports(line.folded) {
      open(.labelled(.rapporteur), with: line)
      advance(.rapporteur)
    } else if phase == .preface, let cell = reader.readCell(index, among: SectionLabels.cell),
      let match = cell.match
    {
      open(.unlabelled, with: line)
      let end = sections[sections.count - 1].parts[0].bounds.lowerBound
      sections[sections.count - 1].parts[0].bounds = end..<reader.cellStart(cell)
      open(.labelled(match.label), with: cell)
    } else if LineWords.proposes(line.folded) {
      var head = line
      head.contentStart = reader.bounds(of: index).upperBound
      open(.labelled(.proposal), with: head)
      advance(.proposal)
    } else if let label = impliedLabel(of: line) {
      open(.labelled(label), with: line)
      advance(label)
      partAtVerb()
    } else if ConclusionLine.isRule(line.folded) {
      open(.rule, with: line)
    } else if opensRecusal(line) {
      open(.recusal, with: line)
    } else if continues(line) {
      sections[sections.count - 1].parts.append(part(line))
      partAtVerb()
    } else {
      open(.unlabelled, with: line)
    }
  }

  /// Takes a line of lists of people that stand side by side.
  private mutating func appendToColumns(_ index: Int) -> Bool {
    if let columns, let cells = columns.cells(of: index, reader) {
      let first = sections.count - columns.labels.count
      for cell in cells {
        sections[first + cell.column].parts.append(Section.Part(line: index, bounds: cell.bounds))
      }
      return true
    }
    columns = place < attendanceEnd ? AttendanceColumns(index, reader) : nil
    guard let columns else { return false }
    for (label, head) in zip(columns.labels, columns.heads) {
      let part = Section.Part(line: index, bounds: head)
      sections.append(Section(kind: .labelled(label), line: index, parts: [part]))
    }
    return true
  }

  private func part(_ line: ReadLine) -> Section.Part {
    let end = reader.bounds(of: line.index).upperBound
    return Section.Part(line: line.index, bounds: min(line.contentStart, end)..<end)
  }

  private mutating func open(_ kind: Section.Kind, with line: ReadLine) {
    sections.append(Section(kind: kind, line: line.index, parts: [part(line)]))
  }

  private mutating func advance(_ label: Label) {
    switch label {
    case .citation, .recital, .rapporteur:
      if phase == .preface, place >= attendanceEnd { phase = .preamble }
    case .enacting, .deliberated:
      if phase == .preface { phase = .preamble }
      hasEnacted = true
    case .article:
      phase = .body
      hasArticle = true
      reader.readsVerbs = false
    case .decides, .proposal, .operative, .yes: phase = .body
    case .voteHeading: if place >= attendanceEnd { phase = .body }
    default: break
    }
  }

  // MARK: - Words within a line

  /// What a line is by words that do not stand at its head.
  private func impliedLabel(of line: ReadLine) -> Label? {
    let folded = line.folded
    let last = sections.last?.kind
    if place < attendanceEnd || phase == .preface, folded.bytes.count <= 160 {
      if LineWords.namesSecretary(folded) { return .secretary }
      let isListed = [.labelled(.proxies), .labelled(.excused), .labelled(.absent)].contains(last)
      if !isListed, LineWords.givesProxy(folded) { return .proxies }
    }
    guard place >= attendanceEnd else {
      return VoteCounts.isVoteAlone(folded) && LineWords.opensVote(folded) ? .voteHeading : nil
    }
    let isEnacting = last == .labelled(.enacting) || last == .labelled(.deliberated)
    if isEnacting, phase != .body,
      reader.opensNumberedVerb(line.index) || opensAnnouncedClause(folded)
    {
      return .operative
    }
    let isProposed = last == .labelled(.proposal)
    if phase != .body || isProposed, LineWords.enacts(folded) { return .deliberated }
    if phase != .preface || isBelowAttendance, VoteCounts.isVoteAlone(folded),
      LineWords.opensVote(folded)
    {
      return .voteHeading
    }
    guard phase != .preface, place + 1 < lines.count else { return nil }
    let heads = VoteCounts.heads(folded)
    guard !heads.isEmpty, last != .labelled(.voteHeading) else { return nil }
    let below = FoldedText(reader.document.bytes[reader.bounds(of: lines[place + 1])])
    return RollCounts.numbers(in: below).count == heads.count ? .voteHeading : nil
  }

  /// Whether a bullet opens a line below words that end in a colon: "après en avoir délibéré :" above
  /// "* destine le produit des coupes …".
  private func opensAnnouncedClause(_ folded: FoldedText) -> Bool {
    guard let bullet = folded.bytes.first, [0x2D, 0x2A, FoldedText.other].contains(bullet),
      let above = sections.last?.parts.last,
      LineWords.speaksOfDeciding(FoldedText(reader.document.bytes[above.bounds]))
    else { return false }
    return reader.document.bytes[above.bounds].last == 0x3A
  }

  /// Parts the last section where a verb within its words opens a clause: "Le Conseil municipal,
  /// après en avoir délibéré, à l'unanimité, APPROUVE le projet".
  private mutating func partAtVerb() {
    guard let section = sections.last, let last = section.parts.last else { return }
    switch section.kind {
    case .labelled(.enacting), .labelled(.deliberated): break
    default: return
    }
    let passage = section.passage(of: reader.document)
    let isFormula =
      section.kind == .labelled(.deliberated)
      || LineWords.speaksOfDeciding(FoldedText(passage.bytes[...]))
    let isBehindOrgan = section.kind == .labelled(.enacting) && section.parts.count == 1
    guard
      let verb = reader.verb(in: last.bounds, ofFormula: isFormula, isBehindOrgan: isBehindOrgan)
    else { return }
    let place = sections.count - 1
    sections[place].parts[section.parts.count - 1].bounds = last.bounds.lowerBound..<verb.start
    sections.append(
      Section(
        kind: .labelled(verb.label),
        line: last.line,
        parts: [Section.Part(line: last.line, bounds: verb.text..<last.bounds.upperBound)]
      )
    )
    advance(verb.label)
  }
}
