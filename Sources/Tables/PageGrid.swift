import PageModel

/// The part of a table that stands on one page.
struct PageGrid {
  /// The page, from 1.
  var page: Int
  /// The `x` of the lines between columns, in points.
  var xs: [Float]
  /// The `y` of the lines between rows, in points.
  var ys: [Float]
  /// The cells, by rows of this page.
  var cells: [TableCell]
  /// The lines of the document in the table.
  var lines: ClosedRange<Int>
  /// How much it looks like a table, from 0 to 1.
  var confidence: Float = 1
  /// Whether rulings hold the table; else its columns are only as wide as their words.
  var isRuled = true

  /// The number of rows on this page.
  var rowCount: Int { ys.count - 1 }
  /// The number of columns.
  var columnCount: Int { xs.count - 1 }

  /// Reads the tables of a page, from the top.
  static func grids(
    of page: Page,
    in document: Document,
    reporting diagnostics: inout DiagnosticList
  ) -> [PageGrid] {
    let marks = PageMarks(page, in: document)
    let detector = TableDetector(marks)
    if detector.leftOutDrawing {
      diagnostics.report(
        .warning,
        "table.too-many-lines",
        "the page has more lines than tables do; its text was read without them",
        at: SourceLocation(page: page.number)
      )
    }
    return detector.grids.compactMap { found in
      PageGrid(found, marks, page, document)
    }
  }

  private init?(
    _ found: TableDetector.Found,
    _ marks: PageMarks,
    _ page: Page,
    _ document: Document
  ) {
    let grid = found.grid
    self.page = page.number
    xs = grid.xs
    ys = grid.ys
    confidence = found.score
    isRuled = found.isRuled
    let held = grid.cells.flatMap(\.marks).map { marks.marks[$0].line }
    guard let first = held.min(), let last = held.max() else { return nil }
    lines = first...last
    cells = grid.cells.map { cell in
      var text = CellText()
      for index in cell.marks {
        let mark = marks.marks[index]
        text.append(document.words[mark.word], line: mark.line, of: document)
      }
      return TableCell(
        row: cell.rows.lowerBound,
        column: cell.columns.lowerBound,
        rowSpan: cell.rows.count,
        columnSpan: cell.columns.count,
        text: text.joined,
        page: page.number,
        box: BoundingBox(
          x0: grid.xs[cell.columns.lowerBound],
          y0: grid.ys[cell.rows.lowerBound],
          x1: grid.xs[cell.columns.upperBound],
          y1: grid.ys[cell.rows.upperBound]
        ),
        line: text.firstLine,
        confidence: text.confidence,
        figureConfidence: text.figureConfidence
      )
    }
  }
}

/// The text of a cell under construction.
struct CellText {
  /// The first line of the document that stands in the cell.
  private(set) var firstLine: Int?
  /// How sure the reader is of the least sure word, in percent.
  private(set) var confidence: UInt8 = 100
  /// The same of the words that hold a figure.
  private(set) var figureConfidence: UInt8 = 100
  private var lastLine: Int?
  private var bytes: [UInt8] = []

  /// Adds the next word; a new line follows a space, or nothing where a hyphen ends the line.
  mutating func append(_ word: Word, line: Int, of document: Document) {
    firstLine = min(firstLine ?? line, line)
    if !bytes.isEmpty {
      let breaksWord =
        lastLine != line && bytes.last == 0x2D && bytes.count > 1
        && bytes[bytes.count - 2] != 0x20
      if !breaksWord { bytes.append(0x20) }
    }
    let text = document.bytes[word.range.bounds]
    bytes += text
    confidence = min(confidence, word.confidence)
    if text.contains(where: ASCII.isDigit) {
      figureConfidence = min(figureConfidence, word.confidence)
    }
    lastLine = line
  }

  /// The text in one line.
  var joined: String { String(decoding: bytes, as: UTF8.self) }
}
