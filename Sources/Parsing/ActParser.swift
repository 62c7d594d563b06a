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
    let sections = SectionSplitter.sections(of: prose, in: document, labels: labels)
    let prefaceEnd = sections.firstIndex(where: Self.endsPreface) ?? sections.count
    let preface = Array(sections[..<prefaceEnd])
    var used = PrefaceParser(document: document, definition: definition)
      .read(preface, into: &act, reporting: &diagnostics)
    used.formUnion(
      AttendanceParser(document: document)
        .read(preface, into: &act.attendance, reporting: &diagnostics)
    )
    reportUnplaced(preface, except: used, of: act, to: &diagnostics)
    readBody(Array(sections[prefaceEnd...]), into: &act, reporting: &diagnostics)
    act.signature = SignatureParser(document: document).signature(outline.conclusions)
    ExecutionNotice(document: document).read(
      outline.conclusions + outline.attached.prefix(ExecutionNotice.reach),
      into: &act
    )
    act.attachments = AttachmentNumbering(document: document, articles: act.articles)
      .numbered(outline.attachments, reporting: &diagnostics)
    if let report = act.attachments.first(where: { $0.kind == .report }) {
      act.report = ReportParser(document: document, definition: definition, labels: labels)
        .report(report, reporting: &diagnostics)
    }
    reportMissing(in: act, outline, to: &diagnostics)
    return act
  }

  private static func endsPreface(_ section: Section) -> Bool {
    switch section.kind {
    case .labelled(.enacting), .labelled(.citation), .labelled(.recital), .labelled(.deliberated),
      .labelled(.decides), .labelled(.article), .labelled(.rapporteur):
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
    case .enacting, .deliberated, .decides, .voteHeading:
      let passage = Passage([section.line], of: document)
      let whole = section.passage(of: document)
      if label == .enacting, act.authority == nil {
        let lines = Passage(section.parts.map(\.line), of: document)
        act.authority = AuthorityName.authority(inEnacting: lines.text)
      }
      let isUnanimous =
        FoldedText(passage.bytes[...]).contains("unanimite")
        || (label != .decides && FoldedText(whole.bytes[...]).contains("unanimite"))
      assembly.addFormula(isUnanimous: isUnanimous, at: passage.location(in: document))
      if clausesAllowed, label == .decides {
        readClauses(section, into: &act, &assembly, reporting: &diagnostics)
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

  private func readVote(
    _ section: Section,
    _ option: VoteOption,
    _ assembly: inout DecisionAssembly
  ) {
    let read = VoteParser(document: document).count(section)
    assembly.add(read.count, for: option, by: read.positions)
  }

  private func readResult(
    _ section: Section,
    _ result: VoteResult,
    _ assembly: inout DecisionAssembly
  ) {
    let passage = Passage([section.line], of: document)
    let isUnanimous = FoldedText(passage.bytes[...]).contains("unanimite")
    assembly.add(
      Printed(result, raw: passage.text, source: passage.location(in: document)),
      isUnanimous: isUnanimous
    )
  }

  /// Operative text without article numbers: one clause for each paragraph that a dash or a bullet
  /// opens.
  private func readClauses(
    _ section: Section,
    into act: inout Deliberation,
    _ assembly: inout DecisionAssembly,
    reporting diagnostics: inout DiagnosticList
  ) {
    var clauses: [[Section.Part]] = []
    for part in section.parts where !part.bounds.isEmpty {
      let folded = FoldedText(document.bytes[part.bounds])
      let opens = folded.bytes.first.map { [0x2D, 0x2A, FoldedText.other].contains($0) } ?? false
      if opens || clauses.isEmpty {
        var clause = part
        if opens, folded.bytes.count > 1 {
          let text =
            folded.bytes.indices.dropFirst().first { !ASCII.isSpace(folded.bytes[$0]) } ?? 1
          clause.bounds = Int(folded.offsets[text])..<part.bounds.upperBound
        }
        clauses.append([clause])
      } else {
        clauses[clauses.count - 1].append(part)
      }
    }
    let parser = ArticleParser(document: document, definition: definition)
    for clause in clauses {
      let read = parser.clause(clause, number: act.articles.count + 1, reporting: &diagnostics)
      act.articles.append(read.article)
      act.budgetLines += read.budgetLines
      assembly.add(article: read.article.number)
    }
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
    let required = [
      ("number", act.number == nil), ("title", act.title == nil),
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
