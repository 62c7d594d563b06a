import PageModel

/// The grid of a region: its cells before they are text.
struct RegionGrid {
  /// A cell and its words.
  struct Cell {
    var rows: Range<Int>
    var columns: Range<Int>
    /// The words in reading order, as indices in `PageMarks.marks`.
    var marks: [Int] = []
  }

  /// The `x` of the borders of columns.
  var xs: [Float]
  /// The `y` of the borders of rows.
  var ys: [Float]
  /// The cells, which cover the grid.
  var cells: [Cell]

  /// The number of rows.
  var rowCount: Int { ys.count - 1 }
  /// The number of columns.
  var columnCount: Int { xs.count - 1 }

  /// The grid without the rows at its head and foot whose one cell is empty.
  var trimmed: RegionGrid {
    let filled = cells.filter { !$0.marks.isEmpty || $0.columns.count < columnCount }
    guard let first = filled.map(\.rows.lowerBound).min(),
      let last = filled.map(\.rows.upperBound).max(), first > 0 || last < rowCount
    else { return self }
    let kept = cells.filter { $0.rows.lowerBound >= first && $0.rows.upperBound <= last }
    return RegionGrid(
      xs: xs,
      ys: Array(ys[first...last]),
      cells: kept.map { cell in
        var cell = cell
        cell.rows = (cell.rows.lowerBound - first)..<(cell.rows.upperBound - first)
        return cell
      }
    )
  }
}
