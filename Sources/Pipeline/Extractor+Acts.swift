public import DeliberationModel
public import PageModel
import Parsing
import Reconciliation
import Spelling
public import Structure
import Subjects
import Synchronization
import Tables
import Threading

/// What becomes of a document that was read.
extension Extractor {
  /// What a document that was read holds.
  struct Found {
    var kind: DocumentKind
    var acts: [Deliberation]
    /// Annexes of acts that are elsewhere, each the grants and totals of its tables.
    var annexes: [Deliberation] = []
  }

  /// The acts of a document that has been read: found, parsed, with their grants, proved.
  public func deliberations(
    of document: Document,
    _ definition: Definition,
    reporting diagnostics: inout DiagnosticList
  ) -> [Deliberation] {
    found(in: document, definition, reporting: &diagnostics).acts
  }

  func found(
    in document: Document,
    _ definition: Definition,
    reporting diagnostics: inout DiagnosticList
  ) -> Found {
    let (structure, printed) = printed(of: document, definition, reporting: &diagnostics)
    var found = Found(kind: structure.kind, acts: printed)
    if structure.kind == .annex {
      found.annexes = printed
      found.acts = []
      reconcile(&found.annexes, of: document, definition, reporting: &diagnostics)
    } else {
      reconcile(&found.acts, of: document, definition, reporting: &diagnostics)
    }
    StructureFindings(document).report(structure, to: &diagnostics)
    return found
  }

  /// The acts of a document as printed, with their grants, nothing proved yet.
  public func printed(
    _ document: Document,
    _ definition: Definition,
    reporting diagnostics: inout DiagnosticList
  ) -> [Deliberation] {
    printed(of: document, definition, reporting: &diagnostics).acts
  }

  private func printed(
    of document: Document,
    _ definition: Definition,
    reporting diagnostics: inout DiagnosticList
  ) -> (structure: DocumentStructure, acts: [Deliberation]) {
    let labels = matchers.matcher(of: definition)
    var (structure, parts) = lookedOver(document, labels)
    structure.dropLines()
    let tables = TableReader().tables(of: document, joining: parts, reporting: &diagnostics)
    let grants = GrantReader(document, tables: tables, definition: definition)
    var acts = parsed(
      document,
      structure,
      definition,
      labels,
      tables,
      grants.tableLines,
      reporting: &diagnostics
    )
    guard readsTables else { return (structure, acts) }
    if let annex = structure.annex {
      var act = Deliberation()
      act.attachments = annex.attachments
      grants.read(annex, into: &act, reporting: &diagnostics)
      if !act.grants.isEmpty || !act.totals.isEmpty { structure.kind = .annex }
      return (structure, structure.kind == .annex ? [act] : [])
    }
    for (index, outline) in structure.acts.enumerated() {
      grants.read(outline, into: &acts[index], reporting: &diagnostics)
    }
    return (structure, acts)
  }

  /// Compares what printed acts say twice: names, words and numbers.
  public func reconcile(
    _ acts: inout [Deliberation],
    of document: Document,
    _ definition: Definition,
    reporting diagnostics: inout DiagnosticList
  ) {
    let people = PeopleReconciler(councillors: definition.councillors)
    let beneficiaries = BeneficiaryReconciler(beneficiaries: definition.beneficiaries)
    let scanned = ScannedNames(knowsTerritories: !definition.territories.isEmpty)
    let territories = TerritoryReconciler(territories: definition.territories)
    let words = WordReconciler(
      document,
      names: definition.councillors.map(\.name) + definition.beneficiaries + definition.territories,
      vocabulary: { HunspellVocabulary.french },
      reporting: &diagnostics
    )
    for index in acts.indices {
      people.reconcile(&acts[index], reporting: &diagnostics)
      words.reconcile(&acts[index])
      if document.hasLayout { scanned.reconcile(&acts[index]) }
      beneficiaries.reconcile(
        &acts[index],
        isExact: document.isExact,
        reporting: &diagnostics
      )
      territories.reconcile(&acts[index], reporting: &diagnostics)
      ActReconciler().reconcile(
        &acts[index],
        isExact: document.isExact,
        reporting: &diagnostics
      )
      acts[index].subject = acts[index].title.flatMap { Self.subject(of: $0.value) }
    }
  }

  /// What a title is about.
  private static func subject(of title: String) -> ActSubject? {
    guard let guess = SubjectClassifier.subject(of: title),
      let name = ActsNomenclature.name(of: guess.code)
    else { return nil }
    return ActSubject(code: guess.code, name: name, confidence: guess.confidence)
  }

  /// How many pages a thread searches for tables at a time.
  private static let pagesAtATime = 4

  /// The structure of a document and the parts of tables on its pages, found side by side.
  private func lookedOver(
    _ document: Document,
    _ labels: LabelMatcher
  ) -> (structure: DocumentStructure, tables: [PageTables]) {
    let pages = readsTables ? document.pages.indices : 0..<0
    let chunks = pages.chunks(of: Self.pagesAtATime)
    let structure = Mutex(DocumentStructure())
    let tables = Mutex([Int: [PageTables]]())
    Workers.perform(chunks.count + 1, threads: threads) { piece in
      // The structure is the longest piece.
      guard piece > 0 else {
        let read = StructureReader(labels: labels).read(document)
        return structure.withLock { $0 = read }
      }
      let found = chunks[piece - 1].map { TableReader().parts(ofPage: $0, of: document) }
      tables.withLock { $0[piece - 1] = found }
    }
    let found = tables.withLock { $0 }
    return (structure.withLock { $0 }, chunks.indices.flatMap { found[$0] ?? [] })
  }

  /// The structure of a document, and its acts as printed.
  public func parsed(
    _ document: Document,
    _ definition: Definition,
    reporting diagnostics: inout DiagnosticList
  ) -> (structure: DocumentStructure, acts: [Deliberation]) {
    let labels = matchers.matcher(of: definition)
    let structure = StructureReader(labels: labels).read(document)
    let acts = parsed(document, structure, definition, labels, reporting: &diagnostics)
    return (structure, acts)
  }

  /// The acts of a structure as printed; the lines of grant tables are not prose.
  private func parsed(
    _ document: Document,
    _ structure: DocumentStructure,
    _ definition: Definition,
    _ labels: LabelMatcher,
    _ tables: [TableGrid] = [],
    _ tableLines: Set<Int> = [],
    reporting diagnostics: inout DiagnosticList
  ) -> [Deliberation] {
    let parser = ActParser(
      document,
      tables: tables,
      tableLines: tableLines,
      definition: definition,
      labels: labels,
      threads: threads
    )
    var acts = parser.parse(structure.acts, reporting: &diagnostics)
    SessionPresence(document).carry(structure.acts, into: &acts, reporting: &diagnostics)
    SteppingOut(document).carry(structure.acts, into: &acts)
    if structure.kind == .list {
      for index in acts.indices { acts[index].doubtSeveralVotes() }
    }
    return acts
  }
}

extension Deliberation {
  /// Doubts the votes of a row of a list that holds several: rows may have run together.
  fileprivate mutating func doubtSeveralVotes() {
    let first = decisions.first
    guard
      decisions.contains(where: { decision in
        decision.result?.value != first?.result?.value
          || decision.isUnanimous != first?.isUnanimous
          || decision.vote.mapValues(\.count) != first?.vote.mapValues(\.count)
      })
    else { return }
    for index in decisions.indices { decisions[index].needsReview = true }
  }
}

extension Range<Int> {
  /// The range in pieces of a length, the last as long as it comes.
  fileprivate func chunks(of length: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: length)
      .map { $0..<Swift.min(upperBound, $0 + length) }
  }
}

extension Document {
  /// Whether the text is that of the file itself, on all of its pages; where a plain text comes from
  /// is not known.
  fileprivate var isExact: Bool { hasLayout && !pages.contains { $0.origin == .ocr } }
}
