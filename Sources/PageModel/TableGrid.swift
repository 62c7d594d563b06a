/// A cell of a table; it may span rows and columns.
public struct TableCell: Hashable, Sendable {
  /// The first row, from 0.
  public var row: Int
  /// The first column, from 0.
  public var column: Int
  /// How many rows it spans.
  public var rowSpan: Int
  /// How many columns it spans.
  public var columnSpan: Int
  /// The text, its lines joined; empty where the cell is.
  public var text: String
  /// The page on which it begins.
  public var page: Int
  /// Its box on that page; absent in a table of a text input.
  public var box: BoundingBox?
  /// The line in the document of its first text, or nothing where it is empty.
  public var line: Int?
  /// How sure the reader is of the least sure word, in percent; 100 for an empty cell.
  public var confidence: UInt8
  /// The same of the words that hold a figure; 100 where none does.
  public var figureConfidence: UInt8

  /// Makes a cell.
  public init(
    row: Int,
    column: Int,
    rowSpan: Int = 1,
    columnSpan: Int = 1,
    text: String,
    page: Int,
    box: BoundingBox? = nil,
    line: Int? = nil,
    confidence: UInt8 = 100,
    figureConfidence: UInt8 = 100
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.text = text
    self.page = page
    self.box = box
    self.line = line
    self.confidence = confidence
    self.figureConfidence = figureConfidence
  }
}

/// A table, whole across the pages that it runs over.
public struct TableGrid: Hashable, Sendable {
  /// The pages, ascending.
  public var pages: [Int]
  /// The number of rows; heads repeated at page tops are not among them.
  public var rowCount: Int
  /// The number of columns.
  public var columnCount: Int
  /// The cells in the order of their rows, then columns.
  public private(set) var cells: [TableCell]
  /// The first and the last line of the document that stand in the table.
  public var lines: ClosedRange<Int>
  /// How much it looks like a table, from 0 to 1; the least of its pages.
  public var confidence: Float
  private var index: [Int32]

  /// Makes a table of cells that do not overlap.
  public init(
    pages: [Int],
    rowCount: Int,
    columnCount: Int,
    cells: [TableCell],
    lines: ClosedRange<Int>,
    confidence: Float = 1
  ) {
    self.pages = pages
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.lines = lines
    self.confidence = confidence
    self.cells = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    index = [Int32](repeating: -1, count: rowCount * columnCount)
    for (place, cell) in self.cells.enumerated() {
      for row in cell.row..<min(rowCount, cell.row + cell.rowSpan) {
        for column in cell.column..<min(columnCount, cell.column + cell.columnSpan) {
          index[row * columnCount + column] = Int32(place)
        }
      }
    }
  }

  /// The cell that covers a place, a merged one included.
  public func cell(row: Int, column: Int) -> TableCell? {
    guard (0..<rowCount).contains(row), (0..<columnCount).contains(column) else { return nil }
    let place = Int(index[row * columnCount + column])
    return place < 0 ? nil : cells[place]
  }

  /// The cells that cover a row, from left to right, each once.
  public func cells(inRow row: Int) -> [TableCell] {
    var found: [TableCell] = []
    var column = 0
    while column < columnCount {
      guard let cell = cell(row: row, column: column) else {
        column += 1
        continue
      }
      found.append(cell)
      column = cell.column + cell.columnSpan
    }
    return found
  }
}
