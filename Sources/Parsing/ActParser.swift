public import DeliberationModel
public import PageModel
import Synchronization
import Threading

/// Reads an act as printed: header, attendance, visas, articles, votes, budget table, signature.
///
/// Never throws and never drops text: a line that finds no place becomes a diagnostic.
public struct ActParser: Sendable {
  private let document: Document
  private let definition: Definition
  private let labels: LabelMatcher
  private let tables: [TableGrid]
  private let tableLines: Set<Int>
  private let findings: ActFindings
  private let threads: Int

  /// Makes a parser for the acts of a document, whose tables have been found; the lines of grant tables
  /// are read by `GrantReader`.
  public init(
    _ document: Document,
    tables: [TableGrid] = [],
    tableLines: Set<Int> = [],
    definition: Definition,
    labels: LabelMatcher,
    threads: Int = 1
  ) {
    self.threads = threads
    self.document = document
    self.tables = tables
    self.tableLines = tableLines
    self.definition = definition
    self.labels = labels
    findings = ActFindings(document, definition: definition)
  }

  /// A boundary of an act less sure than this is in doubt.
  private static let doubtful: Float = 0.4

  /// The head of a session that acts of minutes share.
  private struct SharedHead {
    var lines: [Int]
    var head: SessionHead
    var sections: [Section]
    /// How many of the sections are preface, and what they say; absent before it is read.
    var preface: (count: Int, act: Deliberation)?
  }

  /// Reads the acts of a document.
  ///
  /// The first act of a session is read before the others, which share its head.
  public func parse(
    _ outlines: [ActOutline],
    reporting diagnostics: inout DiagnosticList
  ) -> [Deliberation] {
    let end = outlines.compactMap { ($0.act + $0.conclusions).max() }.max()
    let stamps = TransmissionStamp(
      in: 0..<min((end ?? -1) + 1 + ExecutionNotice.reach, document.lines.count),
      of: document
    )
    let openers = outlines.indices.filter { index in
      index == 0 || outlines[index].shared.isEmpty
        || outlines[index].shared != outlines[index - 1].shared
    }
    let heads = read(openers, of: outlines, below: [:], stamps)
    let followers = outlines.indices.filter { heads[$0] == nil }
    let all = heads.merging(read(followers, of: outlines, below: heads, stamps)) { first, _ in first
    }
    var acts: [Deliberation] = []
    for case let read? in outlines.indices.map({ all[$0] }) {
      acts.append(read.act)
      for finding in read.findings.items { diagnostics.report(finding) }
    }
    // The signature that names who presides stands below the last act of a session.
    for index in acts.indices.dropLast().reversed()
    where acts[index].session.president == nil && !outlines[index].shared.isEmpty
      && outlines[index].shared == outlines[index + 1].shared
    {
      acts[index].session.president = acts[index + 1].session.president
    }
    guard acts.contains(where: { $0.session.date == nil || $0.authority == nil }) else {
      return acts
    }
    let furniture = PageFurniture(of: document, acts: outlines)
    for index in acts.indices {
      acts[index].session.date = acts[index].session.date ?? furniture.date
      acts[index].authority = acts[index].authority ?? furniture.authority
    }
    return acts
  }

  /// An act, what was found while it was read, and the head of its session.
  private struct ReadAct {
    var act: Deliberation
    var findings = DiagnosticList()
    var shared: SharedHead?
  }

  /// Reads some acts side by side, each with the head that the act which opens its session has read.
  private func read(
    _ places: [Int],
    of outlines: [ActOutline],
    below heads: [Int: ReadAct],
    _ stamps: TransmissionStamp
  ) -> [Int: ReadAct] {
    var shared: [SharedHead?] = []
    for index in outlines.indices {
      let above = shared.last ?? nil
      shared.append(heads[index]?.shared ?? above)
    }
    let read = Mutex([Int: ReadAct]())
    Workers.perform(places.count, threads: threads) { [shared] piece in
      let place = places[piece]
      var findings = DiagnosticList()
      var head = shared[place]
      let act = parse(outlines[place], &head, stamps, reporting: &findings)
      read.withLock { $0[place] = ReadAct(act: act, findings: findings, shared: head) }
    }
    return read.withLock { $0 }
  }

  private func parse(
    _ outline: ActOutline,
    _ shared: inout SharedHead?,
    _ stamps: TransmissionStamp,
    reporting diagnostics: inout DiagnosticList
  ) -> Deliberation {
    var act = Deliberation()
    let prose = outline.act.filter { line in !tableLines.contains(line) }
    let own = SectionSplitter.sections(
      of: prose,
      isItem: !outline.shared.isEmpty,
      in: document,
      labels: labels,
      margins: outline.margins
    )
    let above = sharedSections(outline, &shared)
    let sections = above + own
    let prefaceEnd = Self.prefaceEnd(sections)
    let sharedEnd = min(prefaceEnd, above.count)
    let head = self.head(of: outline, Array(sections[sharedEnd..<prefaceEnd]), shared)
    let preface = sections[..<prefaceEnd].flatMap { [$0.line] + $0.parts.map(\.line) }
    let tally = outline.item == nil ? HeadTally(Set(preface).sorted(), in: document) : nil
    let counted = tally?.lines ?? []
    if let known = shared?.preface, sharedEnd == known.count {
      act = known.act
    } else if sharedEnd > 0 {
      read(Array(above[..<sharedEnd]), of: outline, below: head, counted, into: &act, &diagnostics)
      shared?.preface = (sharedEnd, act)
    }
    act.confidence = outline.confidence
    act.needsReview =
      head.isDateUnproved || outline.confidence.map { $0 < Self.doubtful } ?? false
    read(
      Array(sections[sharedEnd..<prefaceEnd]),
      of: outline,
      below: head,
      counted,
      into: &act,
      &diagnostics
    )
    head.report(to: &diagnostics, in: document)
    BodyParser(document, definition: definition, labels: labels, chair: OfficeHolders(head))
      .read(Array(sections[prefaceEnd...]), into: &act, reporting: &diagnostics)
    if outline.item != nil || act.decisions.isEmpty {
      VoteReader(document).read(outline, into: &act)
    } else {
      VoteReader(document).readElections(outline, into: &act)
    }
    if outline.item == nil {
      SecondReading(document).complete(&act, prose, tally?.decision)
    }
    act.signature = SignatureParser(document: document).signature(outline.conclusions)
    if let office = head.unnamedPresident, act.signature.holds(office) {
      act.session.president = act.signature.signatory
    }
    ExecutionNotice(document: document).read(
      outline.conclusions + outline.attached.prefix(ExecutionNotice.reach),
      into: &act
    )
    if let first = (outline.shared + outline.act).min(),
      let last = (outline.act + outline.conclusions).max()
    {
      stamps.read(stampLines(first, last), into: &act)
    }
    identify(&act)
    act.attachments = AttachmentNumbering(document: document, articles: act.articles)
      .numbered(outline.attachments, reporting: &diagnostics)
    if let report = act.attachments.first(where: { $0.kind == .report }) {
      act.report = ReportParser(document: document, definition: definition, labels: labels)
        .report(report, reporting: &diagnostics)
    }
    ScannedNumbers(document: document).flag(&act)
    findings.reportMissing(in: act, outline, to: &diagnostics)
    return act
  }

  /// Reads the sections of a preface into an act, and reports what of them says nothing; `counted` are the
  /// lines whose votes were taken.
  private func read(
    _ sections: [Section],
    of outline: ActOutline,
    below head: SessionHead,
    _ counted: Set<Int>,
    into act: inout Deliberation,
    _ diagnostics: inout DiagnosticList
  ) {
    let preface = head.parted(sections)
    var used = PrefaceParser(
      document: document,
      definition: definition,
      item: outline.item,
      heading: outline.heading
    )
    .read(preface, below: head, into: &act, reporting: &diagnostics)
    act.attendance = head.attendance
    used.formUnion(
      preface.indices.filter { counted.isSuperset(of: preface[$0].parts.map(\.line)) }
    )
    findings.reportUnplaced(preface, except: used, to: &diagnostics)
  }

  /// The sections of the head that acts of minutes share, read once for all of them.
  private func sharedSections(_ outline: ActOutline, _ shared: inout SharedHead?) -> [Section] {
    guard !outline.shared.isEmpty else {
      shared = nil
      return []
    }
    if let shared, shared.lines == outline.shared { return shared.sections }
    let sections = SectionSplitter.sections(of: outline.shared, in: document, labels: labels)
    let head = SessionHead(
      outline.shared,
      below: below(outline),
      isOfMinutes: true,
      tables: tables,
      of: document
    )
    shared = SharedHead(lines: outline.shared, head: head, sections: sections)
    return sections
  }

  /// What the head of the session says: that of the minutes, or that of the act.
  private func head(
    of outline: ActOutline,
    _ preface: [Section],
    _ shared: SharedHead?
  ) -> SessionHead {
    if let shared, !shared.head.roster.members.isEmpty { return shared.head }
    let own = preface.flatMap { section in [section.line] + section.parts.map(\.line) }
    if own.isEmpty, let shared { return shared.head }
    return SessionHead(Set(outline.shared + own).sorted(), tables: tables, of: document)
  }

  /// The lines between the head of a session and its first act.
  private func below(_ outline: ActOutline) -> [Int] {
    guard let last = outline.shared.last, let first = outline.act.first, last + 1 < first else {
      return []
    }
    return Array((last + 1)..<min(first, last + 1 + Self.reach))
  }

  /// How far below the lists the officers are looked for.
  private static let reach = 40

  /// The lines on the pages of an act, running heads included, up to the notice below its signature.
  private func stampLines(_ first: Int, _ last: Int) -> Range<Int> {
    var start = first
    let page = document.lines[first].page
    while start > 0, first - start < 12, document.lines[start - 1].page == page { start -= 1 }
    return start..<min(last + 1 + ExecutionNotice.reach, document.lines.count)
  }

  /// What the number of the transmission tells of the authority.
  private func identify(_ act: inout Deliberation) {
    guard let number = act.transmissionID, let siren = TransmissionID.siren(in: number) else {
      return
    }
    if act.authority?.siren == nil { act.authority?.siren = siren }
  }

  /// The first section of the body, none of which stands before the attendance.
  private static func prefaceEnd(_ sections: [Section]) -> Int {
    let attendance = sections.lastIndex { section in
      switch section.kind {
      case .labelled(.present), .labelled(.excused), .labelled(.absent), .labelled(.proxies),
        .labelled(.secretary), .labelled(.membersCount), .labelled(.votersCount):
        return true
      default: return false
      }
    }
    let first = (attendance ?? -1) + 1
    return sections.indices.dropFirst(first).first { endsPreface(sections[$0]) } ?? sections.count
  }

  private static func endsPreface(_ section: Section) -> Bool {
    switch section.kind {
    case .recusal, .labelled(.enacting), .labelled(.citation), .labelled(.recital),
      .labelled(.deliberated),
      .labelled(.decides), .labelled(.proposal), .labelled(.operative), .labelled(.article),
      .labelled(.rapporteur), .labelled(.voteHeading), .labelled(.yes), .labelled(.adopted),
      .labelled(.rejected), .labelled(.withdrawn), .labelled(.noted), .labelled(.adjourned):
      return true
    default: return false
    }
  }
}
