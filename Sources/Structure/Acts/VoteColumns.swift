import DeliberationModel
import PageModel

/// The counts of a list that gives each act a row and each way to vote a column.
///
/// "N° | Objet | Pour | Contre | Abst." above "2024-12 | Vote des taux | 10 | 3 | 1".
struct VoteColumns {
  /// For each place of a row its counts.
  private(set) var rows: [Int: [VoteOption: Int]] = [:]

  /// How far from the middle of a heading the number below it stands at most, in points.
  private static let reach: Float = 30
  private static let options: [(word: StaticString, option: VoteOption)] = [
    ("pour", .yes), ("contre", .no), ("abst", .abstain),
  ]

  init(_ lines: [SeenLine], _ document: Document) {
    var heading: [(option: VoteOption, cell: Cell)] = []
    for place in lines.indices {
      let line = document.lines[lines[place].line]
      let bytes = document.bytes[line.range.bounds]
      guard bytes.count < 200 else { continue }
      let named = Self.heading(line, document)
      if named.count > 1 {
        heading = named
        continue
      }
      guard heading.count > 1, bytes.last.map(ASCII.isDigit) ?? false else { continue }
      let cells = Self.cells(of: line, document)
      var counts: [VoteOption: Int] = [:]
      for (option, column) in heading {
        let cell = cells.first { $0.stands(under: column, within: Self.reach) && $0.number != nil }
        if let number = cell?.number { counts[option] = number }
      }
      if counts.count == heading.count { rows[place] = counts }
    }
  }

  /// What the row among some places says: its counts, and whether the motion was carried.
  func stated(
    in places: Range<Int>,
    _ lines: [SeenLine],
    _ document: Document
  ) -> ActOutline.StatedResult? {
    guard let place = places.first(where: { rows[$0] != nil }), let counts = rows[place],
      let yes = counts[.yes], yes != counts[.no] ?? 0
    else { return nil }
    let line = lines[place].line
    return ActOutline.StatedResult(
      result: yes > counts[.no] ?? 0 ? .adopted : .rejected,
      words: .init(line: line, bounds: document.lines[line].range.bounds),
      counts: counts
    )
  }

  // MARK: - Cells

  private struct Cell {
    var text: FoldedText
    var index: Int
    var middle: Float?

    var number: Int? {
      let digits = text.bytes.filter { !ASCII.isSpace($0) }
      guard (1...3).contains(digits.count), digits.allSatisfy(ASCII.isDigit) else { return nil }
      return ASCII.number(digits)
    }

    func stands(under heading: Cell, within reach: Float) -> Bool {
      guard let middle, let above = heading.middle else { return index == heading.index }
      return abs(middle - above) <= reach
    }
  }

  private static func heading(
    _ line: TextLine,
    _ document: Document
  ) -> [(option: VoteOption, cell: Cell)] {
    // Few lines of a document do.
    guard mayBeHeading(document.bytes[line.range.bounds]) else { return [] }
    let cells = cells(of: line, document).filter { cell in
      cell.text.bytes.count <= 12 && !cell.text.bytes.contains(where: ASCII.isDigit)
    }
    let named = options.compactMap { word, option in
      cells.last { $0.text.starts(with: word) }.map { (option: option, cell: $0) }
    }
    return named.first?.option == .yes ? named : []
  }

  /// Whether a line is the head of a table of votes and nothing else: "Votants Pour Contre Abstentions".
  static func isHeading(_ line: Int, _ document: Document) -> Bool {
    let bytes = document.bytes[document.lines[line].range.bounds]
    guard bytes.count <= 90, mayBeHeading(bytes) else { return false }
    let words = FoldedText(bytes).string.split { !$0.isLetter }
    let named = options.count { option in
      words.contains { FoldedText(String($0)).starts(with: option.word) }
    }
    return named > 1 && words.count <= 6
  }

  /// Whether the letters of "pour" stand side by side in a line.
  private static func mayBeHeading(_ bytes: ArraySlice<UInt8>) -> Bool {
    var matched = 0
    let wanted: [4 of UInt8] = [0x70, 0x6F, 0x75, 0x72]
    for byte in bytes {
      let letter = byte | 0x20
      matched = letter == wanted[matched] ? matched + 1 : letter == wanted[0] ? 1 : 0
      if matched == wanted.count { return true }
    }
    return false
  }

  private static func cells(of line: TextLine, _ document: Document) -> [Cell] {
    let words = RowCells.words(of: line, in: document)
    if !words.isEmpty {
      return words.enumerated().map { index, word in
        Cell(
          text: FoldedText(document.bytes[word.range.bounds]),
          index: index,
          middle: (word.box.x0 + word.box.x1) / 2
        )
      }
    }
    return LineCells.ranges(line.range.bounds, in: document.bytes).enumerated().map { index, cell in
      Cell(text: FoldedText(document.bytes[cell]), index: index, middle: nil)
    }
  }
}
