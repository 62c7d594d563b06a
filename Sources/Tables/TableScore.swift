import PageModel

/// How much a grid looks like a table, by everything that is known of it together.
struct TableScore {
  private let grid: RegionGrid
  private let region: TableRegion
  private let page: PageMarks
  private let filled: [RegionGrid.Cell]

  init(_ grid: RegionGrid, _ region: TableRegion, of page: PageMarks) {
    self.grid = grid
    self.region = region
    self.page = page
    filled = grid.cells.filter { !$0.marks.isEmpty }
  }

  /// A grid of at least this score is a table.
  static let least: Float = 0.5

  /// From 0 to 1.
  var value: Float { 1 / (1 + exp(-weight)) }

  private func exp(_ value: Float) -> Float {
    // e^x by squaring (1 + x/1024); near enough for a score.
    var power = max(0, 1 + max(-20, min(20, value)) / 1024)
    for _ in 0..<10 { power *= power }
    return power
  }

  /// The sum of what speaks for a table and against it.
  var weight: Float {
    let rows = Set(filled.map(\.rows.lowerBound)).count
    let columns = columns(of: rows)
    if rows == 1, region.isRuled, filled.count > 1, filled.count == grid.cells.count,
      filled.allSatisfy({ $0.marks.count <= 12 })
    {
      // One row in a frame of its own.
      return 0.1
    }
    guard rows > 1, columns > 1.2, let alignment else { return -4 }
    let share = Float(filled.count) / Float(max(1, grid.cells.count))
    var weight: Float = 0.2
    weight += 0.22 * Float(min(8, rows)) + 0.25 * min(6, columns)
    weight += 2.2 * figures + 2 * (alignment - 0.5) * (region.isRuled ? 0.4 : 1)
    weight += 4.0 * (min(0.6, share) - 0.5) - 8 * max(0, 0.3 - share)
    weight -= 3 * letters
    weight -= 10 * max(0, 0.5 - fullRows)
    if rows > 2 { weight -= 6 * max(0, 0.6 - fullColumns) }
    weight -= 2 * Float(min(2, scales))
    weight -= markers
    if !region.isRuled {
      weight -= 3.4 + min(1.5, 0.3 * max(0, wordsPerCell - 4))
      weight += min(1.5, 0.5 * Float(rules)) + (region.hasCaption ? 1 : 0) + (hasBoldHead ? 0.6 : 0)
    }
    return weight
  }

  /// The share of the cells beside the first column that hold figures.
  private var figures: Float {
    let body = filled.filter { $0.columns.lowerBound > 0 }
    let figures = body.count { cell in
      2 * cell.marks.count { page.marks[$0].isFigure } >= cell.marks.count
    }
    return Float(figures) / Float(max(1, body.count))
  }

  /// The share of the cells of a column that begin, end or are centred at one place.
  private var alignment: Float? {
    var byColumn: [Int: [BoundingBox]] = [:]
    for cell in filled where cell.columns.count == 1 {
      let box = cell.marks.dropFirst().reduce(page.marks[cell.marks[0]].box) {
        $0.union(page.marks[$1].box)
      }
      byColumn[cell.columns.lowerBound, default: []].append(box)
    }
    guard !byColumn.isEmpty else { return nil }
    var aligned = 0
    var all = 0
    for boxes in byColumn.values where boxes.count > 1 {
      all += boxes.count
      aligned +=
        [boxes.map(\.x0), boxes.map(\.x1), boxes.map { ($0.x0 + $0.x1) / 2 }]
        .map(commonest).max() ?? 0
    }
    return Float(aligned) / Float(max(1, all))
  }

  /// How many places lie close to one of them.
  private func commonest(_ places: [Float]) -> Int {
    let sorted = places.sorted()
    var most = 0
    var from = 0
    for at in sorted.indices {
      while sorted[at] - sorted[from] > 0.35 * page.height { from += 1 }
      most = max(most, at - from + 1)
    }
    return most > 1 ? most : 0
  }

  /// The number of columns with text, those that few rows fill as a part of one.
  private func columns(of rows: Int) -> Float {
    var texts: [Int: Int] = [:]
    for cell in filled { texts[cell.columns.lowerBound, default: 0] += cell.rows.count }
    let enough = max(1.5, 0.3 * Float(rows))
    return texts.values.reduce(Float(0)) { $0 + min(1, Float($1) / enough) }
  }

  /// The share of the rows with text that hold more than one.
  private var fullRows: Float {
    var texts: [Int: Int] = [:]
    for cell in filled {
      for row in cell.rows { texts[row, default: 0] += 1 }
    }
    return Float(texts.values.count { $0 > 1 }) / Float(max(1, texts.count))
  }

  /// The share of the columns with text that hold more than one.
  private var fullColumns: Float {
    var texts: [Int: Int] = [:]
    for cell in filled { texts[cell.columns.lowerBound, default: 0] += 1 }
    return Float(texts.values.count { $0 > 1 }) / Float(max(1, texts.count))
  }

  /// The number of cells that hold figures below one another and nothing else: the scale of a chart.
  private var scales: Int {
    filled.count { cell in
      cell.marks.count > 4 && cell.marks.allSatisfy { page.marks[$0].isFigure }
        && MarkRow.rows(of: cell.marks, in: page.marks).count > 4
    }
  }

  /// The share of the cells that hold letters by themselves: writing that runs upwards, beside a chart.
  private var letters: Float {
    let odd = filled.count { cell in
      cell.marks.count { page.marks[$0].isLetter } > 1
    }
    return Float(odd) / Float(max(1, filled.count))
  }

  private var wordsPerCell: Float {
    let texts = filled.map(\.marks.count)
    return Float(texts.reduce(0, +)) / Float(max(1, texts.count))
  }

  /// What bullets and numbers of a list in the first column, or leading dots, speak against it.
  private var markers: Float {
    let first = filled.filter { $0.columns == 0..<1 }
    let markers = first.count { $0.marks.count == 1 && page.marks[$0.marks[0]].isMarker }
    let columns = Set(filled.map(\.columns.lowerBound)).count
    let leaders = filled.count { cell in cell.marks.contains { page.marks[$0].isLeader } }
    return (columns == 2 && 2 * markers > first.count ? 3 : 0)
      + (columns < 3 && 4 * leaders > filled.count ? 4 : 0)
  }

  /// How many lines run over most of the width.
  private var rules: Int {
    let box = region.lattice.box
    return region.lattice.horizontal.count { line in
      line.position != box.y0 && line.position != box.y1
        && 10 * (line.end - line.start) > 7 * box.width
    }
  }

  /// Whether the first row alone is bold.
  private var hasBoldHead: Bool {
    func isBold(_ cell: RegionGrid.Cell) -> Bool { cell.marks.allSatisfy { page.marks[$0].isBold } }
    let head = filled.filter { $0.rows.lowerBound == 0 }
    let body = filled.filter { $0.rows.lowerBound > 0 }
    return head.count > 1 && head.allSatisfy(isBold) && 2 * body.count(where: isBold) < body.count
  }
}
