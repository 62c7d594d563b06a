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
  /// For lines whose head stands in a column of its own, the offset at which their text begins.
  var margins: [Int: Int] = [:]
  /// Whether a verb within prose can open a clause: not below the heading of an article.
  var readsVerbs = true

  /// The bytes of a line that are the act's own: without a margin, and without a stamp.
  func bounds(of index: Int) -> Range<Int> {
    let bounds = document.lines[index].range.bounds
    let start = margins[index] ?? bounds.lowerBound
    return StampCell.withoutStamp(start..<bounds.upperBound, in: document.bytes)
  }

  /// Reads a line, looking for some labels.
  func read(_ index: Int, among allowed: LabelSet) -> ReadLine {
    read(index, bounds(of: index), among: allowed)
  }

  /// The first cell behind another one that opens with a label: "Secrétariat général<tab>Séance
  /// publique du lundi 7 février 2011".
  func readCell(_ index: Int, among allowed: LabelSet) -> ReadLine? {
    let bounds = bounds(of: index)
    for cell in LineCells.ranges(bounds, in: document.bytes).dropFirst() {
      let read = read(index, cell.lowerBound..<bounds.upperBound, among: allowed)
      if read.match != nil { return read }
    }
    return nil
  }

  /// The offset at which the cell of a label begins.
  func cellStart(_ cell: ReadLine) -> Int {
    cell.folded.offsets[0]
  }

  /// Reads a part of a line, looking for some labels.
  func read(_ index: Int, _ bounds: Range<Int>, among allowed: LabelSet) -> ReadLine {
    let folded = FoldedText(document.bytes[bounds])
    let match = labels.match(folded, among: allowed) { match in
      Self.isPlausible(match, in: folded) { printedBelow(index) }
        && (!Self.isProse(match, in: folded) || (readsVerbs && opensClause(folded, bounds)))
        && (match.distance == 0 || !Self.isResult(match.label) || opensClause(folded, bounds))
    }
    var start = bounds.lowerBound
    if let match {
      // A verb belongs to its clause.
      var at =
        match.label == .operative
        ? Self.clauseStart(folded) : match.end
      if match.label != .article, match.label != .number, match.label != .operative {
        let marks: Set<UInt8> = [0x20, 0x09, 0x3A, 0x2D]
        while at < folded.bytes.count, marks.contains(folded.bytes[at]) { at += 1 }
        // "Étaient présents (3) : M. Alain MERIC".
        if SectionLabels.lists.contains(match.label),
          let count = VoteParser.countInBrackets(folded.bytes[at...])
        {
          at = count.end
        }
      }
      start = folded.offsets[at]
    }
    return ReadLine(index: index, folded: folded, match: match, contentStart: start)
  }

  /// Where a clause begins: at its verb, or at its number.
  private static func clauseStart(_ folded: FoldedText) -> Int {
    guard let first = folded.bytes.first, !ASCII.isDigit(first) else { return 0 }
    return folded.bytes.firstIndex(where: ASCII.isLetter) ?? 0
  }

  /// "adaptée" in a table is one letter from a result, which is printed with a capital.
  private static func isResult(_ label: Label) -> Bool {
    switch label {
    case .adopted, .rejected, .withdrawn, .noted, .adjourned: true
    default: false
    }
  }

  /// Whether words can stand in a sentence as well as open a clause: "décide d'attribuer".
  private static func isProse(_ match: LabelMatch, in folded: FoldedText) -> Bool {
    if match.label == .operative { return true }
    guard match.label == .decides else { return false }
    let rest = String(decoding: folded.bytes[match.end...].prefix(4), as: UTF8.self)
    return rest.hasPrefix(" d'") || rest.hasPrefix(" de ")
  }

  /// The line below one, folded.
  private func printedBelow(_ index: Int) -> FoldedText? {
    guard index + 1 < document.lines.count else { return nil }
    return FoldedText(document.bytes[document.lines[index + 1].range.bounds])
  }

  /// Whether a verb that a line begins with opens a clause: it is printed with a capital, or behind
  /// a dash or a number; "approuve" at the head of a broken line is prose.
  private func opensClause(_ folded: FoldedText, _ bounds: Range<Int>) -> Bool {
    guard let first = folded.bytes.first else { return false }
    if !ASCII.isLetter(first) { return true }
    let printed = document.bytes[bounds.lowerBound]
    return (0x41...0x5A).contains(printed) || printed >= 0x80
  }

  /// Whether a section under the number of an act holds its object too: "N° 2013/64 - OBJET : …".
  static func holdsObject(_ section: Section, _ reader: LineReader) -> Bool {
    section.parts.first.map {
      FoldedText(reader.document.bytes[$0.bounds]).contains("objet")
    } ?? false
  }
}
