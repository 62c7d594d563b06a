public import DeliberationModel
public import PageModel

/// Finds the acts of any document by its own structure: what is decided, and what its heads look like.
public struct StructureReader: Sendable {
  private let grammar: CueGrammar
  private let weights: StructureWeights
  private let labels: LabelMatcher

  /// Makes a reader with the cues and weights that are built in.
  public init(labels: LabelMatcher) {
    self.init(cues: Self.builtIn.cues, weights: Self.builtIn.weights, labels: labels)
  }

  /// Makes a reader with other weights, the text of a table like `Pipelines/structure/weights.tsv`.
  public init(weights: String, labels: LabelMatcher) {
    self.init(cues: Self.builtIn.cues, weights: StructureWeights(weights), labels: labels)
  }

  private init(cues: CueGrammar, weights: StructureWeights, labels: LabelMatcher) {
    grammar = cues
    self.weights = weights
    self.labels = labels
  }

  private static let builtIn: (cues: CueGrammar, weights: StructureWeights) = (
    CueGrammar(text(named: "cues.tsv")), StructureWeights(text(named: "weights.tsv"))
  )

  private static func text(named name: String) -> String {
    embeddedTexts.first { $0.path == name }?.text ?? ""
  }

  /// The structure of a document.
  public func read(_ document: Document) -> DocumentStructure {
    let all = Self.folded(document.lines.indices, document)
    let first = Speech(all, document, grammar)
    let openings = Self.pagesOfSessions(first, document)
    let rolls = Set((first.cues[.roll] ?? []).map { all[$0.place].line })
    let headings = Set(
      ((first.cues[.session] ?? []) + (first.cues[.extract] ?? [])).map { all[$0.place].line }
    )
    let running = RepeatedLines(
      document,
      margin: Self.runningMargin(first, document),
      opensSession: { openings.contains($0.number) },
      isHeading: headings.contains,
      isPrint: {
        first.strength[$0] > 0 || first.isVisa[$0] || rolls.contains($0)
          || VoteColumns.isHeading($0, document)
      }
    ).lines
    let lists = Set((first.cues[.list] ?? []).map { all[$0.place].line }).union(headings)
    let recapitulation = Recapitulation(
      all.filter { !running.contains($0.line) },
      document,
      isHeading: lists.contains
    )
    let dropped = running.union(recapitulation.lines)
    let lines = dropped.isEmpty ? all : all.filter { !dropped.contains($0.line) }
    var speech = dropped.isEmpty ? first : Speech(lines, document, grammar)
    var seen = LineObserver(document: document).observe(lines, speech)
    let columns = VoteColumns(seen, document)
    for place in columns.rows.keys {
      speech.addVote(at: place)
      seen[place].isBarred = false
    }
    for place in Self.asides(seen, speech) + AgendaChanges(seen, speech).votes {
      speech.drop(at: place)
    }
    let starts = SessionStarts.find(seen, speech, document)
    var structure = DocumentStructure(running: running.sorted())
    structure.lines = seen.indices.map { place in
      var line = DocumentStructure.Line(line: seen[place].line)
      line.strength = speech.strength[place]
      line.look = seen[place].dress
      line.head = seen[place].number
      line.isVisa = speech.isVisa[place]
      return line
    }
    for statement in speech.statements where statement.strength > 1 {
      structure.lines[statement.places.upperBound].says = statement.kind.rawValue
    }
    let ground = TitleGround(document, seen, speech)
    var prepared = seen
    for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) {
      SessionReader(
        document: document,
        lines: seen,
        speech: speech,
        weights: weights,
        labels: labels,
        columns: columns,
        ground: ground
      )
      .read(start..<end, &prepared, into: &structure)
      for place in start..<end { prepared[place] = seen[place] }
    }
    complete(&structure.acts, by: recapitulation, seen, speech)
    KindFinder(document: document, lines: lines, speech: speech)
      .tell(&structure, sessionCount: starts.count)
    if structure.acts.isEmpty {
      var annex = ActOutline(act: [], conclusions: [], attached: lines.map(\.line))
      annex.attachments = AttachmentFinder(document, running: running, labels: labels)
        .attachments(after: -1, before: document.lines.count, in: annex)
      structure.annex = annex
    }
    return structure
  }

  /// Gives acts of which no vote is told the row that tells it in a list of all acts.
  private func complete(
    _ acts: inout [ActOutline],
    by list: Recapitulation,
    _ lines: [SeenLine],
    _ speech: Speech
  ) {
    guard !list.rows.isEmpty else { return }
    let voted = Set(
      speech.statements.filter { $0.kind == .vote && $0.strength > 2 }
        .map { lines[$0.places.upperBound].line }
    )
    for index in acts.indices {
      guard let number = acts[index].item?.number ?? acts[index].heading?.number,
        let row = list.rows[Recapitulation.key(number.utf8)],
        !acts[index].act.contains(where: voted.contains)
      else { continue }
      acts[index].act += row
    }
  }

  /// How far below the top the head of a document is looked for.
  private static let reach = 40
  /// How many lines at the head of a text may stand in columns.
  private static let columnReach = 12
  /// The most words of a line that counts votes in a corner: "- suffrages exprimés : 68".
  private static let mostWordsOfCount = 4

  /// The places at the head of a document that decide nothing: counts that a form prints in a corner, above
  /// the words or the number that open it; when the minutes were approved, above those present.
  private static func asides(_ lines: [SeenLine], _ speech: Speech) -> [Int] {
    let openings = Set(
      ((speech.cues[.session] ?? []) + (speech.cues[.extract] ?? [])).map(\.place)
    )
    let top = lines.indices.prefix(reach)
    let rolls = Set((speech.cues[.roll] ?? []).filter { $0.strength > 1 }.map(\.place))
    let postings = Set((speech.cues[.posting] ?? []).map(\.place))
    let opening = top.first { openings.contains($0) || lines[$0].isHeadOfAct } ?? 0
    let roll = top.first(where: rolls.contains) ?? 0
    return top.filter { place in
      place < opening && lines[place].wordCount <= mostWordsOfCount && speech.isVote(at: place)
        || place < roll && postings.contains(place)
    }
  }

  private static func folded(_ indices: Range<Int>, _ document: Document) -> [FoldedLine] {
    indices.map { line in
      let bounds = StampCell.withoutStamp(document.lines[line].range.bounds, in: document.bytes)
      let bytes = FoldedText.bytes(of: document.bytes[bounds])
      guard line < columnReach, document.lines[line].box == nil else {
        return FoldedLine(line: line, bytes: bytes[...])
      }
      return FoldedLine(line: line, bytes: tabbed(bytes, bounds, document)[...])
    }
  }

  /// The folded bytes of a line at the head of a document with a tab for each gap by which a text keeps
  /// columns apart.
  private static func tabbed(_ folded: [UInt8], _ bounds: Range<Int>, _ document: Document)
    -> [UInt8]
  {
    let cells = LineCells.ranges(bounds, in: document.bytes)
    guard cells.count > 1 else { return folded }
    var tabbed = folded
    var place = folded.first.map(ASCII.isSpace) ?? false ? 1 : 0
    for cell in cells.dropLast() {
      place += FoldedText.bytes(of: document.bytes[cell]).count
      if tabbed.indices.contains(place) { tabbed[place] = 0x09 }
      place += 1
    }
    return tabbed
  }

  /// The lines of margins that come back from page to page; on a page whose text opens a session they
  /// are print.
  private static func runningMargin(_ speech: Speech, _ document: Document) -> Set<Int> {
    let margin = RepeatedMargin(document) { speech.strength[$0] > 0 || speech.isVisa[$0] }.lines
    guard !margin.isEmpty else { return [] }
    let openings = pagesOfSessions(speech, document, without: margin)
    return margin.filter { !openings.contains(Int(document.lines[$0].page)) }
  }

  /// The numbers of the pages that open a session: its words above those present.
  private static func pagesOfSessions(
    _ speech: Speech,
    _ document: Document,
    without margin: Set<Int> = []
  ) -> Set<Int> {
    let rolls = Set(
      (speech.cues[.roll] ?? []).filter { $0.strength > 1 && !margin.contains($0.place) }
        .map { document.lines[$0.place].page }
    )
    let sessions = ((speech.cues[.session] ?? []) + (speech.cues[.extract] ?? []))
      .filter { $0.strength > 1 && !margin.contains($0.place) }
    return Set(
      sessions.compactMap { cue in
        let page = document.lines[cue.place].page
        return rolls.contains(page) ? Int(page) : nil
      }
    )
  }
}
