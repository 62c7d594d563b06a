public import DeliberationModel
public import PageModel

/// Reads an act as printed: header, attendance, visas, articles, votes, budget table, signature.
///
/// Never throws and never drops text: a line that finds no place becomes a diagnostic.
public struct ActParser {
  private let document: Document
  private let definition: Definition
  private let labels: LabelMatcher
  private let tableLines: Set<Int>

  /// Makes a parser for the acts of a document; the lines of grant tables are read by `GrantReader`.
  public init(
    _ document: Document,
    tableLines: Set<Int> = [],
    definition: Definition,
    labels: LabelMatcher
  ) {
    self.document = document
    self.tableLines = tableLines
    self.definition = definition
    self.labels = labels
  }

  /// Reads an act.
  public func parse(
    _ outline: ActOutline,
    reporting diagnostics: inout DiagnosticList
  ) -> Deliberation {
    var act = Deliberation()
    let prose = outline.act.filter { line in !tableLines.contains(line) }
    let sections = SectionSplitter.sections(
      of: outline.shared + prose,
      in: document,
      labels: labels,
      margins: outline.margins
    )
    let prefaceEnd = Self.prefaceEnd(sections)
    let preface = Array(sections[..<prefaceEnd])
    var used = PrefaceParser(document: document, definition: definition, item: outline.item)
      .read(preface, into: &act, reporting: &diagnostics)
    used.formUnion(
      AttendanceParser(document: document)
        .read(preface, into: &act.attendance, reporting: &diagnostics)
    )
    reportUnplaced(preface, except: used, of: act, to: &diagnostics)
    readBody(Array(sections[prefaceEnd...]), into: &act, reporting: &diagnostics)
    if act.decisions.isEmpty, outline.item != nil {
      act.decisions += StatedResult(document: document).decision(outline.act)
    }
    act.signature = SignatureParser(document: document).signature(outline.conclusions)
    ExecutionNotice(document: document).read(
      outline.conclusions + outline.attached.prefix(ExecutionNotice.reach),
      into: &act
    )
    if let first = (outline.shared + outline.act).min(),
      let last = (outline.act + outline.conclusions).max()
    {
      TransmissionStamp(document: document).read(stampLines(first, last), into: &act)
    }
    identify(&act)
    act.attachments = AttachmentNumbering(document: document, articles: act.articles)
      .numbered(outline.attachments, reporting: &diagnostics)
    if let report = act.attachments.first(where: { $0.kind == .report }) {
      act.report = ReportParser(document: document, definition: definition, labels: labels)
        .report(report, reporting: &diagnostics)
    }
    ScannedNumbers(document: document).flag(&act)
    reportMissing(in: act, outline, to: &diagnostics)
    return act
  }

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

  // MARK: - Body

  private func readBody(
    _ sections: [Section],
    into act: inout Deliberation,
    reporting diagnostics: inout DiagnosticList
  ) {
    var assembly = DecisionAssembly()
    let hasArticles = sections.contains { $0.kind == .labelled(.article) }
    for section in sections {
      if case .labelled(let label) = section.kind {
        read(
          section,
          label,
          clausesAllowed: !hasArticles,
          into: &act,
          &assembly,
          reporting: &diagnostics
        )
      } else if section.kind == .recusal {
        let passage = section.passage(of: document)
        if let paragraph = RecusalParser(document: document).paragraph(passage) {
          assembly.add(paragraph)
          report(paragraph.unread, of: passage, to: &diagnostics)
        } else {
          reportUnplaced(section, to: &diagnostics)
        }
      } else if section.kind == .unlabelled {
        reportUnplaced(section, to: &diagnostics)
      }
    }
    assembly.finish(into: &act, reporting: &diagnostics)
  }

  private func read(
    _ section: Section,
    _ label: Label,
    clausesAllowed: Bool,
    into act: inout Deliberation,
    _ assembly: inout DecisionAssembly,
    reporting diagnostics: inout DiagnosticList
  ) {
    switch label {
    case .citation, .recital:
      let lines = section.parts.map(\.line)
      let passage = Passage(lines, of: document)
      reportRecusal(in: passage, to: &diagnostics)
      if label == .citation {
        act.citations.append(CitationParser(document: document).citation(passage))
      } else {
        let mended = FrenchMending.mended(passage.text.trimmingEnd([";", ","]))
        let source = passage.location(in: document)
        act.recitals.append(Printed(mended.value, raw: mended.raw, source: source))
      }
    case .article:
      let parser = ArticleParser(document: document, definition: definition)
      guard let read = parser.article(section, reporting: &diagnostics) else { return }
      act.articles.append(read.article)
      act.budgetLines += read.budgetLines
      assembly.add(article: read.article.number)
    case .enacting, .deliberated, .decides, .proposal, .operative:
      readFormula(
        section,
        label,
        clausesAllowed: clausesAllowed,
        into: &act,
        &assembly,
        reporting: &diagnostics
      )
    case .voteHeading:
      let statement = VoteStatement(section, of: document)
      let source = section.passage(of: document).location(in: document)
      if statement.counts.isEmpty {
        assembly.addFormula(statement, at: source)
      } else {
        assembly.add(statement, at: source)
      }
    case .yes: readVote(section, .yes, &assembly)
    case .no: readVote(section, .no, &assembly)
    case .abstain: readVote(section, .abstain, &assembly)
    case .votesAbsent: readVote(section, .absent, &assembly)
    case .adopted: readResult(section, .adopted, &assembly)
    case .rejected: readResult(section, .rejected, &assembly)
    case .withdrawn: readResult(section, .withdrawn, &assembly)
    case .noted: readResult(section, .noted, &assembly)
    case .adjourned: readResult(section, .adjourned, &assembly)
    default: reportUnplaced(section, to: &diagnostics)
    }
  }

  /// Words of enactment: who decides, the vote they state, and the clauses below them.
  private func readFormula(
    _ section: Section,
    _ label: Label,
    clausesAllowed: Bool,
    into act: inout Deliberation,
    _ assembly: inout DecisionAssembly,
    reporting diagnostics: inout DiagnosticList
  ) {
    if label == .enacting, act.authority == nil {
      let lines = Passage(section.parts.map(\.line), of: document)
      act.authority = AuthorityName.authority(inEnacting: lines.text)
    }
    let head = Passage([section.line], of: document)
    let isClause = label != .enacting && label != .deliberated
    let stated = isClause ? head : section.passage(of: document)
    assembly.addFormula(
      VoteStatement(stated, of: document),
      at: head.location(in: document)
    )
    guard isClause, clausesAllowed else { return }
    let articles = ArticleParser(document: document, definition: definition)
    for clause in ClauseList(section, label, of: document).clauses {
      let read = articles.clause(
        clause.parts,
        number: act.articles.count + 1,
        isPrinted: clause.numberIsPrinted,
        reporting: &diagnostics
      )
      act.articles.append(read.article)
      act.budgetLines += read.budgetLines
      assembly.add(article: read.article.number)
    }
    if label != .proposal { assembly.add(verb: verb(of: section, label, head)) }
  }

  private func verb(
    of section: Section,
    _ label: Label,
    _ head: Passage
  ) -> Printed<VoteResult> {
    let text = FoldedText(document.bytes[section.parts.first?.bounds ?? 0..<0])
    let isNoted = label == .operative && text.contains("prend acte")
    return Printed(
      isNoted ? .noted : .adopted,
      raw: head.text,
      source: head.location(in: document)
    )
  }

  private func readVote(
    _ section: Section,
    _ option: VoteOption,
    _ assembly: inout DecisionAssembly
  ) {
    let line = sentence(of: section)
    let statement = VoteStatement(line, of: document)
    if statement.counts.count > 1 {
      assembly.add(statement, at: line.location(in: document))
      return
    }
    if option == .absent {
      let passage = section.passage(of: document)
      let people = PersonList(passage, of: document)
      if people.end == passage.bytes.count, Electors.arePeople(people.people) {
        assembly.add(withdrawn: people.people)
        return
      }
    }
    let read = VoteParser(document: document).count(section)
    assembly.add(read.count, for: option, by: read.positions)
  }

  /// The text of a section with the label before it.
  private func sentence(of section: Section) -> Passage {
    var passage = Passage()
    for part in section.parts {
      let line = document.lines[part.line].range.bounds
      let start = part.line == section.line ? line.lowerBound : part.bounds.lowerBound
      passage.append(start..<part.bounds.upperBound, line: part.line, of: document)
    }
    return passage
  }

  private func readResult(
    _ section: Section,
    _ result: VoteResult,
    _ assembly: inout DecisionAssembly
  ) {
    let passage = Passage([section.line], of: document)
    let statement = VoteStatement(sentence(of: section), of: document)
    assembly.add(statement, at: passage.location(in: document))
    assembly.add(
      Printed(result, raw: passage.text, source: passage.location(in: document)),
      isUnanimous: statement.isUnanimous
    )
  }

  // MARK: - Findings

  /// Text of the preface that no parser took; the lines that name the authority and its organ are
  /// taken.
  private func report(
    _ unread: [String],
    of passage: Passage,
    to diagnostics: inout DiagnosticList
  ) {
    for text in unread {
      diagnostics.report(
        Diagnostic(
          .warning,
          "recusal.unread-name",
          "'\(text)' stands among the people who step aside and cannot be read as a name",
          at: passage.location(in: document)
        )
      )
    }
  }

  /// "Mcsdames …, intéressées à l'affaire, n'ont pris part ni au débat ni au vote": people step aside,
  /// and none is read.
  private func reportRecusal(in passage: Passage, to diagnostics: inout DiagnosticList) {
    guard FoldedText(passage.bytes[...]).contains("pris part ni") else { return }
    diagnostics.report(
      Diagnostic(
        .warning,
        "recusal.unread",
        "nobody can be read in the sentence about those who step aside",
        at: passage.location(in: document)
      )
    )
  }

  private func reportUnplaced(
    _ preface: [Section],
    except used: Set<Int>,
    of act: Deliberation,
    to diagnostics: inout DiagnosticList
  ) {
    let organs = definition.organs.flatMap(\.printed).map { FoldedText($0) }
    for (index, section) in preface.enumerated()
    where !used.contains(index) && section.kind != .rule {
      let rest = section.parts.filter { part in
        let text = document.text(document.lines[part.line])
        let folded = FoldedText(text)
        return AuthorityName.authority(in: text) == nil
          && !(organs.contains { folded.firstIndex(of: $0) != nil } && text.utf8.count <= 90)
      }
      if !rest.isEmpty {
        reportUnplaced(
          Section(kind: section.kind, line: section.line, parts: rest),
          to: &diagnostics
        )
      }
    }
  }

  private func reportUnplaced(_ section: Section, to diagnostics: inout DiagnosticList) {
    let passage = section.passage(of: document)
    guard !passage.isEmpty else { return }
    diagnostics.report(
      Diagnostic(
        .note,
        "act.unplaced-text",
        "this text found no place in the act, '\(passage.text.prefix(100))'",
        at: passage.location(in: document)
      )
    )
  }

  private func reportMissing(
    in act: Deliberation,
    _ outline: ActOutline,
    to diagnostics: inout DiagnosticList
  ) {
    let isUnnumbered = outline.item.map { $0.number == nil } ?? false
    let required = [
      ("number", act.number == nil && !isUnnumbered), ("title", act.title == nil),
      ("session-date", act.session.date == nil), ("authority", act.authority == nil),
      ("decision", act.decisions.isEmpty && act.articles.isEmpty),
    ]
    let place = outline.act.first.map { document.location(of: document.lines[$0]) }
    for (name, isMissing) in required where isMissing {
      diagnostics.report(
        Diagnostic(
          .error,
          "act.missing-\(name)",
          "the act has no \(name.replacing("-", with: " ")) that can be read",
          at: place ?? SourceLocation()
        )
      )
    }
  }
}
