import DeliberationModel
import PageModel

/// Puts lines in the order in which lists are read: lists of people that stand side by side
/// ("Présents :<gap>Absents :" above two columns of names) one after the other.
enum RollColumns {
  /// A line or a cell of one.
  struct Piece {
    var line: Int
    var bounds: Range<Int>
    var opensParagraph: Bool
  }

  static func pieces(_ lines: some Sequence<Int>, of document: Document) -> [Piece] {
    var pieces: [Piece] = []
    var columns: [[Piece]] = []
    var starts: [Float] = []
    var margins: [Piece] = []
    func close() {
      pieces += columns.joined()
      columns = []
    }
    for line in lines {
      let bounds = StampCell.withoutStamp(document.lines[line].range.bounds, in: document.bytes)
      let opens = document.lines[line].opensParagraph
      let cells = LineCells.ranges(bounds, in: document.bytes)
      if !columns.isEmpty, cells.allSatisfy({ holdsNames($0, line, document) }) {
        for cell in cells {
          let at = position(of: cell.lowerBound, on: line, in: document)
          let column = starts.lastIndex { $0 <= at + 6 } ?? 0
          columns[column].append(Piece(line: line, bounds: cell, opensParagraph: false))
        }
        continue
      }
      close()
      if cells.count == 2, let head = headOfHolders(cells[1], line, document) {
        pieces.append(Piece(line: line, bounds: head, opensParagraph: opens))
      } else if cells.count == 2, isCount(cells[0], line, document),
        !isCount(cells[1], line, document)
      {
        // "Votants : 11" in a margin beside a list that goes on.
        margins.append(Piece(line: line, bounds: cells[0], opensParagraph: true))
        pieces.append(Piece(line: line, bounds: cells[1], opensParagraph: false))
      } else if cells.count > 1, cells.allSatisfy({ isHeading($0, line, document) }) {
        starts = cells.map { position(of: $0.lowerBound, on: line, in: document) }
        columns = cells.map { [Piece(line: line, bounds: $0, opensParagraph: opens)] }
      } else {
        pieces.append(Piece(line: line, bounds: bounds, opensParagraph: opens))
      }
    }
    close()
    return pieces + margins
  }

  /// Whether a cell is a heading with its number and nothing else.
  private static func isCount(_ cell: Range<Int>, _ line: Int, _ document: Document) -> Bool {
    let tokens = tokens(cell, line, document)
    guard tokens.last?.kind == .number, let heading = RollHeading(tokens, at: 0) else {
      return false
    }
    return heading.count != nil && heading.end == tokens.count
  }

  private static func tokens(_ cell: Range<Int>, _ line: Int, _ document: Document) -> [RollToken] {
    let piece = Piece(line: line, bounds: cell, opensParagraph: false)
    return RollTokens([piece], of: document).tokens
  }

  private static func isHeading(_ cell: Range<Int>, _ line: Int, _ document: Document) -> Bool {
    let tokens = tokens(cell, line, document)
    guard !tokens.isEmpty, let heading = RollHeading(tokens, at: 0), heading.count == nil else {
      return false
    }
    switch heading.kind {
    case .list, .proxies: return true
    case .secretary, .count, .part, .holders: return false
    }
  }

  /// The words of a proxy in the head of a column of holders beside those who gave it: "Absents<gap>Pouvoir
  /// à" heads rows, each with both.
  private static func headOfHolders(
    _ cell: Range<Int>,
    _ line: Int,
    _ document: Document
  ) -> Range<Int>? {
    let words = tokens(cell, line, document).filter { $0.kind == .word }
    guard words.count > 1, words.count < 5, let last = words.last, ["a", "par"].contains(last.key),
      words.allSatisfy({
        RollWords.honorifics[$0.key] == nil && $0.letters != .initial || $0.key == "a"
      }),
      words.contains(where: { [.proxy, .represented].contains(RollWords.head($0.key)) }),
      let space = document.bytes[cell].lastIndex(of: 0x20)
    else { return nil }
    return cell.lowerBound..<space
  }

  private static func holdsNames(_ cell: Range<Int>, _ line: Int, _ document: Document) -> Bool {
    let tokens = tokens(cell, line, document)
    guard !tokens.isEmpty, RollHeading(tokens, at: 0) == nil else { return false }
    let list = RollList(tokens, from: 0, isOfProxies: true)
    return !list.items.isEmpty && list.end >= tokens.count
  }

  /// From where to where a cell reaches, in the units of `position`.
  static func span(of cell: Range<Int>, on index: Int, in document: Document) -> ClosedRange<Float>
  {
    let line = document.lines[index]
    let words = document.words[Int(line.words.lowerBound)..<Int(line.words.upperBound)]
      .filter { cell.contains($0.range.bounds.lowerBound) }
    if let first = words.first, let last = words.last, first.box.x0 <= last.box.x1 {
      return first.box.x0...last.box.x1
    }
    let start = position(of: cell.lowerBound, on: index, in: document)
    let letters = document.bytes[cell].count { $0 & 0xC0 != 0x80 }
    return start...(start + Float(letters))
  }

  /// How far from the left a text begins: in points, or in characters where there is no layout.
  static func position(of offset: Int, on index: Int, in document: Document) -> Float {
    let line = document.lines[index]
    let words = document.words[Int(line.words.lowerBound)..<Int(line.words.upperBound)]
    if let word = words.first(where: { $0.range.bounds.lowerBound >= offset }) {
      return word.box.x0
    }
    let start = document.bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Float(document.bytes[start..<offset].count { $0 & 0xC0 != 0x80 })
  }
}
