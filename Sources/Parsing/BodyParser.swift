import DeliberationModel
import PageModel

/// Reads what stands below an act's preface: visas, articles or clauses, votes, results.
struct BodyParser {
  private let document: Document
  private let definition: Definition
  private let labels: LabelMatcher
  private let chair: OfficeHolders
  private let findings: ActFindings

  init(
    _ document: Document,
    definition: Definition,
    labels: LabelMatcher,
    chair: OfficeHolders
  ) {
    self.document = document
    self.definition = definition
    self.labels = labels
    self.chair = chair
    findings = ActFindings(document, definition: definition)
  }

  /// Reads the sections below an act's preface into the act.
  func read(
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
        if MovementLine(passage, of: document) != nil { continue }
        if let paragraph = RecusalParser(document: document).paragraph(passage) {
          assembly.add(paragraph)
          findings.report(paragraph.unread, of: passage, to: &diagnostics)
        } else {
          findings.reportUnplaced(section, to: &diagnostics)
        }
      } else if section.kind == .unlabelled,
        MovementLine(section.passage(of: document), of: document) == nil
      {
        findings.reportUnplaced(section, to: &diagnostics)
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
      findings.reportRecusal(in: passage, to: &diagnostics)
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
      if let verb = operativeVerb(read.article.text) { assembly.add(verb: verb, ofClause: true) }
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
    default: findings.reportUnplaced(section, to: &diagnostics)
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
    guard isClause else { return }
    let clauses = ClauseList(section, label, of: document).clauses
    if label != .proposal {
      assembly.add(verb: verb(of: section, label, clauses, head), ofClause: clausesAllowed)
    }
    guard clausesAllowed else { return }
    let articles = ArticleParser(document: document, definition: definition)
    for clause in clauses {
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
  }

  /// The verb that opens an article: "Article 1 : APPROUVE le règlement".
  private func operativeVerb(_ text: Printed<String>) -> Printed<VoteResult>? {
    let folded = FoldedText(text.value)
    guard let match = labels.match(folded, among: LabelSet([.operative])), match.distance == 0
    else { return nil }
    let verb = Array(text.value.utf8)[..<folded.offsets[match.end]]
    let isNoted = folded.starts(with: "prend acte") || folded.starts(with: "donne acte")
    return Printed(
      isNoted ? .noted : .adopted,
      raw: String(decoding: verb, as: UTF8.self),
      source: text.source
    )
  }

  private func verb(
    of section: Section,
    _ label: Label,
    _ clauses: [ClauseList.Clause],
    _ head: Passage
  ) -> Printed<VoteResult> {
    let text = FoldedText(document.bytes[section.parts.first?.bounds ?? 0..<0])
    // "décide :" above "- de prendre acte"
    let notes = clauses.map { clause in
      let text = FoldedText(document.bytes[clause.parts.first?.bounds ?? 0..<0])
      return OperativeVerb.notes.contains { text.starts(with: $0) }
    }
    let isNoted =
      label == .operative && text.contains("prend acte")
      || label == .decides && !notes.isEmpty && !notes.contains(false)
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
    if VoteCounts.countsSeveral(line) {
      assembly.add(VoteStatement(line, of: document), at: line.location(in: document))
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
    let sentence = sentence(of: section)
    let statement = VoteStatement(sentence, of: document)
    assembly.add(statement, at: passage.location(in: document))
    let aside = RecusalParser(document: document).aside(in: sentence, chair: chair)
    if !aside.isEmpty { assembly.add(withdrawn: aside) }
    assembly.add(
      Printed(result, raw: passage.text, source: passage.location(in: document)),
      isUnanimous: statement.isUnanimous
    )
  }
}
