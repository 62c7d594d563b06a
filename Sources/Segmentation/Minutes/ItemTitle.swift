import DeliberationModel
import PageModel

/// Reads the title of an item of minutes: the line with its number, and the lines onto which it
/// runs because the next word found no room.
struct ItemTitle {
  private let document: Document
  private let labels: LabelMatcher

  init(_ document: Document, labels: LabelMatcher) {
    self.document = document
    self.labels = labels
  }

  /// The lines of a title, and where the text of lines begins that have a name in a column before
  /// it.
  func read(
    _ lines: [Int],
    _ head: ItemLine?
  ) -> (parts: [ItemHead.Part], margins: [Int: Int]) {
    guard let first = lines.first else { return ([], [:]) }
    let margins = margins(lines, head)
    var parts: [ItemHead.Part] = []
    let start = head?.title ?? bounds(first, margins)
    if !start.isEmpty { parts.append(ItemHead.Part(line: first, bounds: start)) }
    for (above, line) in zip(lines, lines.dropFirst()) {
      let text = bounds(line, margins)
      let folded = FoldedText(document.bytes[text])
      if labels.match(folded, among: Self.ends) != nil { break }
      if !parts.isEmpty {
        guard !document.lines[line].opensParagraph, hasNoRoom(above, for: line, margins) else {
          break
        }
      }
      parts.append(ItemHead.Part(line: line, bounds: text))
    }
    return (parts, margins)
  }

  private static let ends = LabelSet([
    .yes, .no, .abstain, .adopted, .rejected, .withdrawn, .noted, .adjourned, .rapporteur,
    .citation,
    .enacting, .deliberated, .voteHeading,
  ])

  private func bounds(_ line: Int, _ margins: [Int: Int]) -> Range<Int> {
    let bounds = document.lines[line].range.bounds
    return (margins[line] ?? bounds.lowerBound)..<bounds.upperBound
  }

  /// A name in a narrow column runs over up to four lines: "Sophie / BONIFACE- / PASCAL".
  private func margins(_ lines: [Int], _ head: ItemLine?) -> [Int: Int] {
    guard head?.hasMargin ?? true else { return [:] }
    var margins: [Int: Int] = [:]
    for line in lines.prefix(4) {
      let cells = LineCells.ranges(document.lines[line].range.bounds, in: document.bytes)
      guard cells.count == 2, ItemLine.isName(document.bytes[cells[0]]) else { continue }
      margins[line] = cells[1].lowerBound
    }
    return margins
  }

  /// Whether the first word of a line has no room at the end of the one above.
  private func hasNoRoom(
    _ above: Int,
    for line: Int,
    _ margins: [Int: Int]
  ) -> Bool {
    let start = margins[line] ?? document.lines[line].range.bounds.lowerBound
    guard let box = document.lines[above].box else {
      let widest = document.lines.lazy.map(\.range.bounds.count).filter { $0 <= 200 }.max() ?? 0
      let end = document.lines[line].range.bounds.upperBound
      let word = document.bytes[start..<end].prefix { !ASCII.isSpace($0) }.count
      return document.lines[above].range.bounds.count + 1 + word > widest
    }
    let words = document.words[
      Int(document.lines[line].words.lowerBound)..<Int(document.lines[line].words.upperBound)
    ]
    let word = words.first { $0.range.bounds.lowerBound >= start }
    let page = document.lines[above].page
    let right = document.lines.lazy.filter { $0.page == page }.compactMap { $0.box?.x1 }.max() ?? 0
    return box.x1 + (word?.box.width ?? 0) + 3 > right
  }
}
