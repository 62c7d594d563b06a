import PageModel

/// A table under construction, page after page.
///
/// The next page's first table goes on with it when its columns stand at the same places and
/// nothing but running lines stands between the two. Heads that the next page repeats are dropped,
/// and a merged cell that was open at the page's foot is carried on.
struct TableContinuation {
  /// Columns of two pages are the same when no line differs by more than this, in points.
  static let tolerance: Float = 4
  /// The same for columns without rulings, which are as wide as the page's words make them.
  static let alignedTolerance: Float = 40
  /// How far a sheet may lie beside the place of the last one in a scanner, in points.
  static let widestShift: Float = 24
  /// How many lines may stand between the parts: a page number, a running head.
  static let mostLinesBetween = 3

  private let isRuled: Bool
  private let xs: [Float]
  private var pages: [Int]
  private var cells: [TableCell]
  private var rowCount: Int
  private var lines: ClosedRange<Int>
  private let headRows: [[String]]
  private var confidence: Float

  /// Begins a table with its first part.
  init(_ grid: PageGrid) {
    confidence = grid.confidence
    isRuled = grid.isRuled
    xs = grid.xs
    pages = [grid.page]
    cells = grid.cells
    rowCount = grid.rowCount
    lines = grid.lines
    headRows = (0..<min(3, grid.rowCount)).map { row in Self.texts(of: grid, row: row) }
  }

  /// The number of places in all rows.
  var placeCount: Int { rowCount * (xs.count - 1) }

  /// Whether a part on a later page goes on with the table.
  func takes(_ grid: PageGrid, in document: Document) -> Bool {
    guard let last = pages.last, grid.page == last + 1, grid.xs.count == xs.count else {
      return false
    }
    guard grid.isRuled == isRuled else { return false }
    let tolerance = isRuled ? Self.tolerance : Self.alignedTolerance
    let shift = isRuled ? grid.xs[0] - xs[0] : 0
    guard abs(shift) <= Self.widestShift,
      zip(grid.xs, xs).allSatisfy({ abs($0 - $1 - shift) <= tolerance })
    else { return false }
    guard grid.lines.lowerBound - lines.upperBound - 1 <= Self.mostLinesBetween else {
      return false
    }
    return standsUnderTheSameHead(grid, in: document)
  }

  /// Whether what stands above a part on its page also stands on the page before: a running head
  /// does, the title of another table does not.
  private func standsUnderTheSameHead(_ grid: PageGrid, in document: Document) -> Bool {
    let above = (lines.upperBound + 1..<grid.lines.lowerBound).filter { line in
      document.lines[line].page == Int32(grid.page)
    }
    guard !above.isEmpty, let last = pages.last else { return true }
    let before = document.pages.first { $0.number == last }?.lines ?? 0..<0
    let heads = Set(before.map { Self.masked(document.lines[$0], of: document) })
    return above.allSatisfy { heads.contains(Self.masked(document.lines[$0], of: document)) }
  }

  /// A line with its digits masked: "Page 2" and "Page 3" are one foot.
  private static func masked(_ line: TextLine, of document: Document) -> [UInt8] {
    document.bytes[line.range.bounds].map { ASCII.isDigit($0) ? 0x23 : $0 }
  }

  private static func texts(of grid: PageGrid, row: Int) -> [String] {
    grid.cells.filter { $0.row == row }.map(\.text)
  }

  /// Adds the part on the next page.
  mutating func append(_ grid: PageGrid) {
    let heads = repeatedHeads(of: grid)
    let offset = rowCount - heads
    for cell in grid.cells where cell.row >= heads {
      if cell.row == heads, cell.text.isEmpty, let above = openCell(over: cell) {
        cells[above].rowSpan += cell.rowSpan
        continue
      }
      var moved = cell
      moved.row += offset
      cells.append(moved)
    }
    rowCount += grid.rowCount - heads
    pages.append(grid.page)
    confidence = min(confidence, grid.confidence)
    lines = lines.lowerBound...max(lines.upperBound, grid.lines.upperBound)
  }

  /// How many rows at the head of a part repeat those at the head of the table.
  private func repeatedHeads(of grid: PageGrid) -> Int {
    var count = 0
    while count < headRows.count, count < grid.rowCount - 1,
      Self.areHeads(Self.texts(of: grid, row: count), headRows[count])
    {
      count += 1
    }
    return count
  }

  /// Whether a row says what the head of the table says: recognition may read a cell in two ways, so
  /// two thirds of the texts must agree.
  private static func areHeads(_ row: [String], _ head: [String]) -> Bool {
    guard row.count == head.count, head.contains(where: { !$0.isEmpty }) else { return false }
    if row == head { return true }
    let pairs = zip(row, head).filter { !$0.isEmpty || !$1.isEmpty }
    let equal = pairs.count { letters($0) == letters($1) }
    let hasNumber = row.contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
    return !hasNumber && pairs.count >= 3 && 3 * equal >= 2 * pairs.count
  }

  private static func letters(_ text: String) -> [UInt8] {
    text.utf8.filter { (0x41...0x5A).contains($0 & 0xDF) }.map { $0 | 0x20 }
  }

  /// The last cell of the same columns, in a column that merges rows somewhere: an empty cell below
  /// a page break in such a column is the rest of it.
  private func openCell(over cell: TableCell) -> Int? {
    let merges =
      cell.rowSpan > 1
      || cells.contains { other in
        other.column == cell.column && other.rowSpan > 1 && other.columnSpan == cell.columnSpan
      }
    guard merges else { return nil }
    return cells.lastIndex { other in
      other.column == cell.column && other.columnSpan == cell.columnSpan
        && other.row + other.rowSpan == rowCount
    }
  }

  /// The table as far as it has come.
  var table: TableGrid {
    TableGrid(
      pages: pages,
      rowCount: rowCount,
      columnCount: xs.count - 1,
      cells: cells,
      lines: lines,
      confidence: confidence
    )
  }
}
