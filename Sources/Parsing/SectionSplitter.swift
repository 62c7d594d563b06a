import DeliberationModel
import PageModel

/// Parts the lines of an act into sections, each under the label that announces it.
///
/// Every line ends in exactly one section. Which labels count depends on how far the act has come:
/// "Vu" opens a visa before the first article, not inside one.
struct SectionSplitter {
  private enum Phase {
    case preface
    case preamble
    case body
  }

  private var reader: LineReader
  private let lines: [Int]
  /// The place in `lines` after the last line of the attendance: no visa stands before it, and "Le
  /// Conseil municipal, légalement convoqué, s'est réuni" enacts nothing there.
  private let attendanceEnd: Int
  private var place = 0
  private var phase = Phase.preface
  private var hasEnacted = false
  private var hasArticle = false
  private var sections: [Section] = []

  private init(_ lines: [Int], _ reader: LineReader) {
    self.reader = reader
    self.lines = lines
    attendanceEnd = Self.attendanceEnd(lines, reader)
  }

  /// The sections of the lines, in order.
  ///
  /// `margins` gives, for lines whose head stands in a column of its own, the offset at which their
  /// text begins.
  static func sections(
    of lines: [Int],
    in document: Document,
    labels: LabelMatcher,
    margins: [Int: Int] = [:]
  ) -> [Section] {
    let reader = LineReader(document: document, labels: labels, margins: margins)
    var splitter = SectionSplitter(lines, reader)
    for place in lines.indices {
      splitter.place = place
      splitter.append(lines[place])
    }
    return splitter.sections
  }

  private static let attendance: [Label] = [
    .present, .excused, .absent, .proxies, .secretary, .membersCount, .presentCount, .votersCount,
  ]
  private static let deciding: [Label] = [
    .deliberated, .decides, .article, .voteHeading, .yes, .no, .abstain, .adopted, .noted,
  ]
  private static let attendanceAndDeciding = LabelSet(attendance + deciding)

  private static func attendanceEnd(_ lines: [Int], _ reader: LineReader) -> Int {
    var end = 0
    for (place, line) in lines.enumerated() {
      guard let label = reader.read(line, among: attendanceAndDeciding).match?.label else {
        continue
      }
      if deciding.contains(label) { break }
      end = place + 1
    }
    return end
  }

  private static let always: [Label] = [
    .deliberated, .decides, .proposal, .article, .voteHeading, .yes, .no, .abstain, .votesAbsent,
    .adopted, .rejected, .withdrawn, .noted, .adjourned,
  ]
  /// What stands before the end of the attendance.
  private static let head: [Label] = [
    .transmissionDate, .publicationDate, .convocationDate, .actHeading, .minutesHeading,
    .sessionDate, .presidency, .secretary, .present, .excused, .absent, .attendingWithoutVote,
    .excusedWithoutVote, .proxies, .membersCount, .presentCount, .representedCount, .votersCount,
    .number, .title, .rapporteur,
  ]
  private static let headLabels = LabelSet(head)
  /// What can stand beside something else on a line of the preface.
  private static let cellLabels = LabelSet([
    .sessionDate, .convocationDate, .presidency, .secretary,
  ])
  private static let prefaceLabels = LabelSet(head + always + [.enacting, .citation, .recital])
  private static let preambleLabels = LabelSet(always + [.enacting, .citation, .recital])
  private static let enactedLabels = preambleLabels.with(.operative)
  private static let articleLabels = LabelSet(always)
  private static let bodyLabels = LabelSet(always + [.operative])

  private var allowed: LabelSet {
    if place < attendanceEnd { return Self.headLabels }
    switch phase {
    case .preface: return Self.prefaceLabels
    case .preamble: return hasEnacted ? Self.enactedLabels : Self.preambleLabels
    case .body: return hasArticle ? Self.articleLabels : Self.bodyLabels
    }
  }

  private mutating func append(_ index: Int) {
    let line = reader.read(index, among: allowed)
    if let match = line.match {
      open(.labelled(match.label), with: line)
      advance(match.label)
      partAtVerb()
    } else if phase == .preface, Self.reports(line.folded) {
      open(.labelled(.rapporteur), with: line)
      advance(.rapporteur)
    } else if phase == .preface, let cell = reader.readCell(index, among: Self.cellLabels),
      let match = cell.match
    {
      open(.unlabelled, with: line)
      let end = sections[sections.count - 1].parts[0].bounds.lowerBound
      sections[sections.count - 1].parts[0].bounds = end..<reader.cellStart(cell)
      open(.labelled(match.label), with: cell)
    } else if Self.proposes(line.folded) {
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
    case .decides, .proposal, .operative, .yes, .voteHeading: phase = .body
    default: break
    }
  }

  // MARK: - Words within a line

  /// Whether a line ends in words after which clauses are proposed: "Après étude, il est demandé au
  /// Conseil municipal :", "En conséquence nous vous demandons :".
  private static func proposes(_ folded: FoldedText) -> Bool {
    guard folded.bytes.last == 0x3A, folded.bytes.count <= 160 else { return false }
    let words: [StaticString] = [
      "propose au", "propose a l'assemblee", "demande au", "demande a l'assemblee",
      "vous est propose", "vous est demande", "vous demand", "vous propos", "invite a ",
    ]
    return words.contains { folded.contains($0) }
  }

  /// What a line is by words that do not stand at its head: who was chosen as secretary, who gave a
  /// proxy, a table of votes, "Sur proposition du Maire et après en avoir délibéré".
  private func impliedLabel(of line: ReadLine) -> Label? {
    let folded = line.folded
    if place < attendanceEnd || phase == .preface, folded.bytes.count <= 160 {
      if folded.contains("secretaire de seance") || folded.contains("secretaire elu")
        || folded.contains("comme secretaire") || folded.contains("fonctions de secretaire")
      {
        return .secretary
      }
      if Self.opensWithPerson(folded), sections.last?.kind != .labelled(.proxies),
        folded.contains("pouvoir a ") || folded.contains("procuration a ")
      {
        return .proxies
      }
    }
    guard place >= attendanceEnd else { return nil }
    if phase != .body, folded.contains("apres en avoir delibere") { return .deliberated }
    guard phase != .preface, place + 1 < lines.count else { return nil }
    let heads = VoteStatement.heads(folded)
    guard !heads.isEmpty, sections.last?.kind != .labelled(.voteHeading) else { return nil }
    let below = FoldedText(reader.document.bytes[reader.bounds(of: lines[place + 1])])
    return AttendanceCounts.numbers(in: below).count == heads.count ? .voteHeading : nil
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
      || FoldedText(passage.bytes[...]).contains("deliber")
    guard let verb = reader.verb(in: last.bounds, ofFormula: isFormula) else { return }
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

  // MARK: - Lines without a label

  /// Whether a line says who reports: "Max LEVITA rapporte :".
  private static func reports(_ folded: FoldedText) -> Bool {
    let text = folded.string.trimmingEnd([":"])
    return text.utf8.count <= 70 && text.hasSuffix(" rapporte")
  }

  /// Whether a line holds names of people and nothing else.
  private func isNames(_ line: ReadLine) -> Bool {
    let passage = Passage([line.index], of: reader.document)
    let list = PersonList(passage, of: reader.document)
    guard !list.people.isEmpty, list.end == passage.bytes.count else { return false }
    // "Personnel municipal - Instances paritaires" and "AIDES A L'EMPLOI" are titles.
    return list.people.allSatisfy { person in
      person.honorific != nil
        || (Electors.arePeople([person]) && person.name != person.name.uppercased())
    }
  }

  /// Whether a line without a label belongs to the section before it.
  private func continues(_ line: ReadLine) -> Bool {
    guard let last = sections.last else { return false }
    let opensParagraph = reader.document.lines[line.index].opensParagraph
    switch last.kind {
    case .unlabelled: return true
    case .rule: return false
    case .recusal: return !isFinished(last) || !opensParagraph
    case .labelled(let label):
      switch label {
      case .membersCount, .presentCount, .representedCount, .votersCount:
        return last.isEmpty || (last.parts.count == 1 && countsBelow(last))
      case .transmissionDate, .publicationDate, .sessionDate, .presidency, .number,
        .convocationDate:
        return last.isEmpty
      case .present, .excused, .absent, .attendingWithoutVote, .excusedWithoutVote, .proxies,
        .secretary:
        if last.isEmpty { return !opensParagraph || isNames(line) }
        return !endsList(last, opensParagraph: opensParagraph)
      case .adopted, .rejected, .withdrawn, .noted, .adjourned, .actHeading: return false
      case .title: return !opensParagraph || last.isEmpty
      default: return true
      }
    }
  }

  /// Whether a section is the head of a table of counts, whose numbers stand on the next line.
  private func countsBelow(_ section: Section) -> Bool {
    let head = FoldedText(reader.document.bytes[reader.bounds(of: section.line)])
    return !AttendanceCounts.heads(in: head).isEmpty
  }

  /// Whether a list of people is over: its last line ends in a full stop that is not that of "M.",
  /// or a new paragraph begins and nothing announces a further name.
  private func endsList(_ section: Section, opensParagraph: Bool) -> Bool {
    guard let last = section.parts.last else { return true }
    let text = FoldedText(reader.document.bytes[last.bounds])
    let words = text.string.split(whereSeparator: { $0 == " " || $0 == "\t" })
    let lastWord = words.last ?? ""
    if ["m.", "mme", "m", "et", "mm.", "mmes", "monsieur", "madame"].contains(lastWord) {
      return false
    }
    if lastWord.hasSuffix(".") { return true }
    return opensParagraph && !lastWord.hasSuffix(",") && !lastWord.hasSuffix("-")
  }

  private static let people: Set<String> = [
    "mesdames", "messieurs", "madame", "monsieur", "m.", "mme", "mm.", "mmes", "mr", "mlle",
  ]

  /// Whether a line begins a paragraph about people who step aside.
  private func opensRecusal(_ line: ReadLine) -> Bool {
    if phase == .preface, !sections.contains(where: { $0.kind == .labelled(.enacting) }) {
      // In minutes an item can begin with who leaves before it.
      guard place >= attendanceEnd, attendanceEnd > 0, RecusalParser.leaves(line.folded) else {
        return false
      }
    }
    guard Self.opensWithPerson(line.folded) else { return false }
    guard let last = sections.last else { return true }
    switch last.kind {
    case .recusal: return isFinished(last)
    case .labelled(.article), .labelled(.operative), .labelled(.yes), .labelled(.no),
      .labelled(.abstain), .labelled(.votesAbsent):
      return RecusalParser.leaves(line.folded)
    default: return true
    }
  }

  private static func opensWithPerson(_ folded: FoldedText) -> Bool {
    let first = folded.string.prefix { $0 != " " && $0 != "\t" }
    return people.contains(String(first))
  }

  /// Whether a paragraph of recusals has said what it has to say.
  private func isFinished(_ section: Section) -> Bool {
    let text = FoldedText(section.passage(of: reader.document).bytes[...])
    guard let last = text.bytes.last, last == 0x2E || last == 0x3B else { return false }
    return text.contains("part") || text.contains("delegation") || text.contains("interess")
  }
}
