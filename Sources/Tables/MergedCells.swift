/// The cells of a lattice: places that no line parts are one cell.
struct MergedCells {
  /// The rows and columns that a cell covers.
  struct Span {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  /// The cells, in the order of their rows, then columns.
  private(set) var spans: [Span] = []
  private var owners: [Int]
  private let columnCount: Int

  /// Merges the places of a lattice.
  ///
  /// A cell is a rectangle: one whose places would form another shape is cut into its rows' parts.
  init(_ lattice: Lattice) {
    columnCount = lattice.columnCount
    let rowCount = lattice.rowCount
    owners = [Int](repeating: -1, count: rowCount * columnCount)
    let vertical = lattice.verticalWalls()
    let horizontal = lattice.horizontalWalls()
    for row in 0..<rowCount {
      for column in 0..<columnCount where owners[row * columnCount + column] < 0 {
        var width = 1
        while column + width < columnCount, !vertical[column + width][row],
          owners[row * columnCount + column + width] < 0
        {
          width += 1
        }
        var height = 1
        while row + height < rowCount,
          (column..<column + width).allSatisfy({ place in
            !horizontal[row + height][place] && owners[(row + height) * columnCount + place] < 0
          }),
          (column + 1..<column + width).allSatisfy({ !vertical[$0][row + height] })
        {
          height += 1
        }
        for place in row..<row + height {
          for other in column..<column + width {
            owners[place * columnCount + other] = spans.count
          }
        }
        spans.append(Span(row: row, column: column, rowSpan: height, columnSpan: width))
      }
    }
  }

  /// The index in `spans` of the cell at a place.
  func cell(row: Int, column: Int) -> Int { owners[row * columnCount + column] }
}
