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
  /// Whether rulings hold the table; else its columns are only as wide as their words.
  var isRuled = true

  /// The number of rows on this page.
  var rowCount: Int { ys.count - 1 }
  /// The number of columns.
  var columnCount: Int { xs.count - 1 }

  /// Reads the tables of a page, from the top: by its rulings, or by alignment where it has none.
  static func grids(
    of page: Page,
    in document: Document,
    reporting diagnostics: inout DiagnosticList
  ) -> [PageGrid] {
    let isDrawing = page.rulings.count > Lattice.mostRulings
    let all = isDrawing ? [] : Lattice.lattices(of: page.rulings)
    let lattices = all.filter { $0.rowCount * $0.columnCount <= Lattice.mostPlaces }
    if isDrawing || lattices.count < all.count {
      diagnostics.report(
        Diagnostic(
          .warning,
          "table.too-many-lines",
          "the page has more lines than tables do; its text was read without them",
          at: SourceLocation(page: page.number)
        )
      )
    }
    let ruled = lattices.compactMap { lattice in grid(lattice, page: page, in: document) }
    return ruled.isEmpty ? AlignedGrid(page, in: document).grids() : ruled
  }

  private static func grid(_ lattice: Lattice, page: Page, in document: Document) -> PageGrid? {
    let merged = MergedCells(lattice)
    var texts = [CellText](repeating: CellText(), count: merged.count)
    var first = Int.max
    var last = -1
    for index in page.lines {
      for place in document.lines[index].words {
        let word = document.words[Int(place)]
        guard let row = band(of: word.box.midY, in: lattice.ys),
          let column = band(of: (word.box.x0 + word.box.x1) / 2, in: lattice.xs)
        else { continue }
        texts[merged.cell(row: row, column: column)].append(word, line: index, of: document)
        first = min(first, index)
        last = max(last, index)
      }
    }
    guard last >= 0 else { return nil }
    let cells = merged.spans.enumerated().map { place, span in
      TableCell(
        row: span.row,
        column: span.column,
        rowSpan: span.rowSpan,
        columnSpan: span.columnSpan,
        text: texts[place].joined,
        page: page.number,
        box: BoundingBox(
          x0: lattice.xs[span.column],
          y0: lattice.ys[span.row],
          x1: lattice.xs[span.column + span.columnSpan],
          y1: lattice.ys[span.row + span.rowSpan]
        ),
        line: texts[place].firstLine,
        confidence: texts[place].confidence,
        figureConfidence: texts[place].figureConfidence
      )
    }
    return PageGrid(
      page: page.number,
      xs: lattice.xs,
      ys: lattice.ys,
      cells: cells,
      lines: first...last
    )
  }

  /// The index of the band between two neighbouring positions that a coordinate falls in.
  private static func band(of value: Float, in positions: [Float]) -> Int? {
    guard let first = positions.first, let last = positions.last, value > first, value < last else {
      return nil
    }
    var low = 0
    var high = positions.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if positions[middle] <= value { low = middle } else { high = middle }
    }
    return low
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
    if firstLine == nil { firstLine = line }
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
