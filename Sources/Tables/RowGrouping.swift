import PageModel

/// What a line of words holds in each column.
struct LineCells {
  /// Text in one column, or over several.
  struct Part {
    /// The first column and the one after the last.
    var columns: Range<Int>
    /// The words.
    var segment: Segment
    /// Whether they are figures.
    var isFigure: Bool
  }

  /// The box of the words.
  var box: BoundingBox
  /// What stands side by side, from the left.
  var parts: [Part]

  /// Whether text stands in a column in both lines.
  func shares(with other: LineCells) -> Bool {
    parts.contains { part in other.parts.contains { $0.columns.overlaps(part.columns) } }
  }

  /// Whether text stands in the first column alone.
  var isLabel: Bool { parts.count == 1 && parts[0].columns == 0..<1 }
  /// Whether a figure stands beside the first column.
  var hasFigures: Bool { parts.contains { $0.isFigure && $0.columns.lowerBound > 0 } }
}

/// Puts lines that are parts of one row together.
///
/// What speaks for one row: cells that were full before the line broke, a small letter at the
/// beginning, lines closer than others, walls around the cell. What speaks for two: figures below
/// figures, room for the next word at the end of the line, more white space than elsewhere.
struct RowGrouping {
  let marks: [PageMarks.Mark]
  let height: Float
  /// How wide the widest text of each column is.
  let widths: [Float]
  /// Whether walls part the row from its neighbours.
  let isClosed: Bool
  /// The first line with figures in the body; lines above it are heads.
  let firstFigures: Int

  /// The lines of each row.
  func rows(_ lines: [LineCells]) -> [Range<Int>] {
    guard !lines.isEmpty else { return [] }
    let gaps = (1..<lines.count).map { lines[$0].box.y0 - lines[$0 - 1].box.y1 }.sorted()
    let tight = gaps.isEmpty ? 0 : max(-0.2 * height, gaps[gaps.count / 5])
    let wide = gaps.count { $0 > tight + 0.35 * height }
    let isUneven = gaps.count >= 3 && 5 * wide >= gaps.count && 5 * wide <= 4 * gaps.count
    var rows: [Range<Int>] = []
    var start = 0
    for at in 1..<max(1, lines.count) {
      let gap = lines[at].box.y0 - lines[at - 1].box.y1
      var weight = weight(lines[start..<at], lines[at], isHead: at < firstFigures)
      if gap > tight + 0.35 * height { weight -= 1.5 } else if isUneven { weight += 0.7 }
      if gap > 1.2 * height { weight -= 2 }
      if weight <= 0 {
        rows.append(start..<at)
        start = at
      }
    }
    rows.append(start..<lines.count)
    return rows
  }

  private func weight(_ row: ArraySlice<LineCells>, _ next: LineCells, isHead: Bool) -> Float {
    guard let last = row.last else { return 0 }
    if last.box.y1 - next.box.y0 > 0.3 * height, !last.shares(with: next) { return 3 }
    var weight: Float = isClosed ? 1.6 : -0.9
    var shared = 0
    var figures = 0
    var wraps: Float = 0
    for part in next.parts {
      guard let above = self.last(over: part.columns, in: row) else { continue }
      shared += 1
      if above.columns.count > 1, above.columns != part.columns,
        next.parts.count(where: { $0.columns.overlaps(above.columns) }) > 1
      {
        return -5
      }
      if part.isFigure, above.isFigure {
        figures += 1
        continue
      }
      if part.isFigure != above.isFigure {
        // A figure below words: the first row below the heads.
        wraps -= isClosed ? 0.3 : 1
        continue
      }
      let word = marks[part.segment.marks[0]]
      let room =
        above.columns.reduce(Float(0)) { $0 + widths[$1] } - above.segment.box.width
      if room > word.box.x1 - word.box.x0 + 0.45 * height {
        wraps -= word.opensLow ? 0.2 : isHead ? 0.1 : isClosed ? 0.5 : 1
      } else {
        wraps += word.opensLow ? 1.2 : 0.3
      }
    }
    weight += max(-2, min(2, wraps))
    if figures > 0 {
      weight -= isClosed && shared == 1 ? 0.5 : 2 * Float(min(3, figures))
      if isHead { weight += 1 }
    }
    if isHead { weight += 1.4 }
    return weight + labels(row, next, isHead: isHead)
  }

  /// What the first column says.
  private func labels(_ row: ArraySlice<LineCells>, _ next: LineCells, isHead: Bool) -> Float {
    guard !isHead, let last = row.last, let first = row.first else { return 0 }
    let hasLabel = row.contains { $0.parts.contains { $0.columns.lowerBound == 0 } }
    if next.isLabel, !last.isLabel {
      let word = marks[next.parts[0].segment.marks[0]]
      return word.isBold ? -1.5 : word.opensLow ? 0.8 : -0.7
    }
    if last.isLabel, first.isLabel, !next.isLabel {
      let text = last.parts[0].segment
      let ends = marks[text.marks[text.marks.count - 1]].endsWithColon
      let isBold =
        marks[text.marks[0]].isBold
        && !(next.parts.first.map { marks[$0.segment.marks[0]].isBold } ?? false)
      if ends || isBold { return -2.5 }
      return next.parts[0].columns.lowerBound == 0 ? 0 : -0.3
    }
    let nextHasLabel = next.parts.contains { $0.columns.lowerBound == 0 }
    if hasLabel, !nextHasLabel { return next.hasFigures ? -1 : 1 }
    return 0
  }

  private func last(over columns: Range<Int>, in row: ArraySlice<LineCells>) -> LineCells.Part? {
    for line in row.reversed() {
      if let part = line.parts.first(where: { $0.columns.overlaps(columns) }) { return part }
    }
    return nil
  }
}
