import PageModel

/// Finds the tables of a page.
///
/// Places where one may be come from two sides: lines that touch one another, and lines of words
/// with gaps that follow one another. Both become regions with walls, columns and rows, read by
/// the same builder and judged by the same score.
struct TableDetector {
  /// A grid and what is known of it.
  struct Found {
    var grid: RegionGrid
    /// How much it looks like a table, from 0 to 1.
    var score: Float
    /// Whether rulings say where it ends; else its columns are only as wide as their words.
    var isRuled: Bool
  }

  private let page: PageMarks
  private let height: Float
  private var isFree: [Bool]
  private(set) var grids: [Found] = []
  /// Whether something with more places than a table has was left out.
  private(set) var leftOutDrawing: Bool

  init(_ page: PageMarks) {
    self.page = page
    height = page.height
    leftOutDrawing = page.isDrawing
    isFree = [Bool](repeating: true, count: page.marks.count)
    findRuled()
    findAligned()
    grids.sort { ($0.grid.ys[0], $0.grid.xs[0]) < ($1.grid.ys[0], $1.grid.xs[0]) }
  }

  private var free: [Int] { page.marks.indices.filter { isFree[$0] } }

  // MARK: - Ruled tables

  private mutating func findRuled() {
    for lattice in lattices() {
      var region = TableRegion(lattice, isRuled: true, among: free, of: page)
      leaveOutCaptions(of: &region)
      let places = lattice.rowCount * lattice.columnCount
      guard let grid = GridBuilder(region, of: page).grid() else { continue }
      let score = TableScore(grid, region, of: page).value
      if score >= TableScore.least {
        take(grid, score, region)
      } else if lattice.columnCount > 1, grid.rowCount <= 2 {
        // Too little by itself, yet perhaps the rest of a table that the page before begins.
        grids.append(Found(grid: grid, score: score, isRuled: true))
      } else if places >= 6, region.words.count < places {
        // A drawing: what stands in it is no text of the page.
        for word in region.words { isFree[word] = false }
      }
    }
  }

  /// Leaves out a caption at the head of a region and a note at its foot.
  private mutating func leaveOutCaptions(of region: inout TableRegion) {
    let rows = MarkRow.rows(of: region.words, in: page.marks)
    guard let first = rows.firstIndex(where: isParted), let last = rows.lastIndex(where: isParted)
    else { return }
    var outside: ArraySlice<MarkRow> = []
    if let caption = rows[..<first].firstIndex(where: isCaption) {
      outside += rows[caption..<first]
    }
    if let note = rows[(last + 1)...].firstIndex(where: isCaption) { outside += rows[note...] }
    guard !outside.isEmpty else { return }
    let words = Set(outside.flatMap(\.marks))
    region.words.removeAll { words.contains($0) }
    for word in words { isFree[word] = false }
  }

  private mutating func take(_ grid: RegionGrid, _ score: Float, _ region: TableRegion) {
    grids.append(Found(grid: grid, score: score, isRuled: region.isRuled))
    for word in region.words { isFree[word] = false }
  }

  /// The lattices of the page, those that belong together made one; frames around others left out.
  private mutating func lattices() -> [Lattice] {
    var all = Lattice.lattices(of: page.rulings)
    let count = all.count
    all.removeAll { $0.rowCount * $0.columnCount > Lattice.mostPlaces }
    leftOutDrawing = leftOutDrawing || all.count < count
    all.sort { Self.area($0.box) > Self.area($1.box) }
    var kept: [Lattice] = []
    for lattice in all {
      guard let outer = kept.firstIndex(where: { Self.holds($0.box, lattice.box) }) else {
        kept.append(lattice)
        continue
      }
      if kept[outer].rowCount * kept[outer].columnCount <= 3 { kept[outer] = lattice }
    }
    kept.sort { ($0.ys[0], $0.xs[0]) < ($1.ys[0], $1.xs[0]) }
    var joined: [Lattice] = []
    for lattice in kept {
      let last = joined.lastIndex { belongs(lattice, to: $0) }
      if let last {
        joined[last] = Lattice(joined[last].rulings + lattice.rulings)
      } else {
        joined.append(lattice)
      }
    }
    return joined
  }

  /// Whether a lattice goes on with one above it of the same width, or beside it of the same height.
  private func belongs(_ lattice: Lattice, to other: Lattice) -> Bool {
    let (a, b) = (other.box, lattice.box)
    if abs(a.x0 - b.x0) <= 3, abs(a.x1 - b.x1) <= 3, b.y0 >= a.y1, b.y0 - a.y1 <= 1.2 * height {
      return !hasWords(BoundingBox(x0: a.x0, y0: a.y1 - 1, x1: a.x1, y1: b.y0 + 1))
    }
    if abs(a.y0 - b.y0) <= 3, abs(a.y1 - b.y1) <= 3, b.x0 >= a.x1 {
      return hasWords(BoundingBox(x0: a.x1, y0: a.y0, x1: b.x0, y1: a.y1))
    }
    return false
  }

  private func hasWords(_ box: BoundingBox) -> Bool {
    page.marks.contains { mark in
      mark.midX > box.x0 && mark.midX < box.x1 && mark.box.midY > box.y0 && mark.box.midY < box.y1
    }
  }

  private static func area(_ box: BoundingBox) -> Float { box.width * box.height }

  private static func holds(_ outer: BoundingBox, _ inner: BoundingBox) -> Bool {
    inner.x0 >= outer.x0 - 3 && inner.x1 <= outer.x1 + 3 && inner.y0 >= outer.y0 - 3
      && inner.y1 <= outer.y1 + 3
  }

  // MARK: - Aligned tables

  private mutating func findAligned() {
    for column in PageColumns(page).columns(of: free) {
      let rows = MarkRow.rows(of: column, in: page.marks)
      for run in runs(rows) { read(withHeads(run, of: rows)) }
    }
  }

  /// Rows with gaps that follow one another, few rows without one between them.
  private func runs(_ rows: [MarkRow]) -> [[MarkRow]] {
    var runs: [[MarkRow]] = []
    var open: [MarkRow] = []
    var lastGap = -1
    func close() {
      if lastGap >= 0 {
        let run = Array(open[...lastGap])
        if run.count(where: isParted) >= 3 { runs.append(run) }
      }
      open = []
      lastGap = -1
    }
    for row in rows {
      let parted = isParted(row)
      if isCaption(row) {
        close()
        continue
      }
      if let last = open.last {
        let width = open.reduce(last.box) { $0.union($1.box) }.width
        let isShort =
          row.box.width < 0.55 * width && (row.marks.count <= 8 || isInner(row, of: open))
        let isApart =
          row.box.y0 - last.box.y1 > (repeats(row, last) ? Self.widestRowGap : 3 * height)
        if isApart
          || (!parted && isProse(row, below: last, after: open))
          || (!parted && open.count - 1 - lastGap >= (isShort ? isInner(row, of: open) ? 8 : 4 : 2))
        {
          close()
        }
      }
      if parted || !open.isEmpty {
        open.append(row)
        if parted { lastGap = open.count - 1 }
      }
    }
    close()
    return runs
  }

  /// Rows whose parts stand below one another belong together up to this distance, in points.
  private static let widestRowGap: Float = 24

  /// Whether at least three parts of a row begin where those of the row above do, and no others.
  private func repeats(_ row: MarkRow, _ last: MarkRow) -> Bool {
    let parts = row.segments(apart: height, in: page.marks)
    let above = last.segments(apart: height, in: page.marks)
    return parts.count > 2 && parts.count == above.count
      && zip(parts, above).allSatisfy { abs($0.box.x0 - $1.box.x0) < 1.5 }
  }

  /// Whether a row of words, apart from the one above, runs over the gaps of others.
  private func isProse(_ row: MarkRow, below last: MarkRow, after open: [MarkRow]) -> Bool {
    guard row.marks.count > 4, row.box.y0 - last.box.y1 > 0.7 * height else { return false }
    return open.suffix(12).contains { other in
      let segments = other.segments(apart: height, in: page.marks)
      return segments.count > 1 && row.box.x0 < segments[0].box.x1
        && row.box.x1 > segments[1].box.x0
    }
  }

  /// A run with the heads above it that stand over one of its inner columns, and the rows between.
  private func withHeads(_ run: [MarkRow], of rows: [MarkRow]) -> [MarkRow] {
    guard let first = run.first,
      let place = rows.firstIndex(where: { $0.marks == first.marks })
    else { return run }
    let box = run.dropFirst().reduce(first.box) { $0.union($1.box) }
    let inner = run.compactMap { row in
      let segments = row.segments(apart: height, in: page.marks)
      return segments.count > 1 ? segments[1].box.x0 : nil
    }
    guard let edge = inner.min() else { return run }
    var top = place
    var at = place - 1
    while at >= max(0, place - 4) {
      let row = rows[at]
      guard rows[at + 1].box.y0 - row.box.y1 < 1.2 * height, row.box.x1 < box.x1 + height,
        row.box.x0 > box.x0 - height, row.box.width < 0.55 * box.width, row.marks.count <= 8,
        !isCaption(row)
      else { break }
      if row.box.x0 > edge - 2 * height { top = at }
      at -= 1
    }
    return Array(rows[top..<place]) + run
  }

  /// Whether a row begins where an inner column of others does: the rest of a cell.
  private func isInner(_ row: MarkRow, of open: [MarkRow]) -> Bool {
    open.suffix(12).contains { other in
      other.segments(apart: height, in: page.marks).dropFirst().contains {
        abs($0.box.x0 - row.box.x0) < 1.5
      }
    }
  }

  /// Whether a row has a gap that may part columns; one before a page number, after dots, does not.
  private func isParted(_ row: MarkRow) -> Bool {
    let segments = row.segments(apart: 1.0 * height, in: page.marks)
    guard segments.count > 1 else { return false }
    let leads =
      row.marks.contains { page.marks[$0].isLeader } || row.marks.count { page.marks[$0].isDot } > 3
    if leads, segments.count == 2 { return false }
    if segments.count == 2, segments[0].marks.count == 1, page.marks[segments[0].marks[0]].isMarker
    {
      return false
    }
    return true
  }

  /// Whether a row opens with the word for a table or a figure and its number, or for a note.
  private func isCaption(_ row: MarkRow) -> Bool {
    let first = page.marks[row.marks[0]]
    guard first.opensCaption, !first.opensLow else { return false }
    if first.endsWithColon { return true }
    guard row.marks.count > 1 else { return false }
    let next = page.marks[row.marks[1]]
    return (next.isFigure || next.isMarker || next.endsWithColon)
      && next.box.x0 - first.box.x1 < height
  }

  /// The top of a run with the rows of heads between it and a line above it.
  private func top(of box: BoundingBox) -> Float {
    let rules = page.rulings.filter { ruling in
      ruling.direction == .horizontal && ruling.position < box.y0 + 2
        && ruling.position > box.y0 - 7 * height && ruling.start > box.x0 - 2 * height
        && ruling.end < box.x1 + 2 * height && 10 * (ruling.end - ruling.start) > 6 * box.width
    }
    for rule in rules.sorted(by: { $0.position < $1.position }) {
      let between = free.filter { index in
        let word = page.marks[index].box
        return word.midY > rule.position && word.midY < box.y0 && word.x1 > box.x0
          && word.x0 < box.x1
      }
      let rows = MarkRow.rows(of: between, in: page.marks)
      let isHead =
        (1...4).contains(rows.count)
        && zip(rows.map(\.box.y1), rows.dropFirst().map(\.box.y0) + [box.y0])
          .allSatisfy { $1 - $0 < 1.6 * height }
        && rows.allSatisfy { row in
          row.box.x0 > box.x0 - height && row.box.x1 < box.x1 + height && !isCaption(row)
            && row.marks.count <= 12
        }
      if isHead { return min(box.y0, rule.position - 1) }
    }
    return box.y0
  }

  private func hasCaption(above box: BoundingBox) -> Bool {
    let near = page.marks.indices.filter { index in
      let word = page.marks[index].box
      return word.midY < box.y0 && word.midY > box.y0 - 4 * height && word.x1 > box.x0
        && word.x0 < box.x1
    }
    return MarkRow.rows(of: near, in: page.marks).contains(where: isCaption)
  }

  private mutating func read(_ run: [MarkRow], mayTrim: Bool = true) {
    guard run.count >= 2, let first = run.first else { return }
    var box = run.dropFirst().reduce(first.box) { $0.union($1.box) }
    box.x0 -= 2
    box.x1 += 2
    box.y0 = top(of: box)
    let inside = page.rulings.filter { ruling in
      ruling.direction == .horizontal
        ? ruling.position > box.y0 - height && ruling.position < box.y1 + height
          && ruling.start > box.x0 - 2 * height && ruling.end < box.x1 + 2 * height
        : ruling.position > box.x0 - height && ruling.position < box.x1 + height
          && ruling.start > box.y0 - 2 * height && ruling.end < box.y1 + 2 * height
          && 2 * (min(ruling.end, box.y1) - max(ruling.start, box.y0)) > ruling.end - ruling.start
    }
    for ruling in inside where ruling.direction == .horizontal {
      box.x0 = min(box.x0, ruling.start)
      box.x1 = max(box.x1, ruling.end)
    }
    let lattice = Lattice(inside, closedBy: box)
    guard lattice.rowCount * lattice.columnCount <= Lattice.mostPlaces else { return }
    var region = TableRegion(lattice, isRuled: false, among: free, of: page)
    region.hasCaption = hasCaption(above: box)
    guard let grid = GridBuilder(region, of: page).grid() else { return }
    if let rest = withoutProse(run, of: grid), mayTrim { return read(rest, mayTrim: false) }
    let score = TableScore(grid, region, of: page).value
    if score >= TableScore.least { take(grid, score, region) }
  }

  /// The rows of a run without those of prose above and below the table, whose words stand on the
  /// borders of columns; nothing where there are none.
  private func withoutProse(_ run: [MarkRow], of grid: RegionGrid) -> [MarkRow]? {
    func isProse(_ row: MarkRow) -> Bool {
      let last = row.segments(apart: height, in: page.marks).last
      if isParted(row), last?.isFigure(in: page.marks) == true { return false }
      return row.marks.count > 4
        && grid.xs.dropFirst().dropLast().contains { border in
          row.marks.contains { index in
            page.marks[index].box.x0 < border - 0.2 * height
              && page.marks[index].box.x1 > border + 0.2 * height
          }
        }
    }
    guard let first = run.firstIndex(where: { !isProse($0) }),
      let last = run.lastIndex(where: { !isProse($0) }), last - first + 1 < run.count
    else { return nil }
    return Array(run[first...last])
  }
}
