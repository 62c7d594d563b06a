import PageModel

/// Makes the grid of a region: the faces between its walls, cut where the words show columns and
/// rows that no wall parts.
struct GridBuilder {
  let page: PageMarks
  let region: TableRegion
  let lattice: Lattice
  let faces: MergedCells
  let walls: [[Bool]]
  /// For each word of the page, its face; -1 outside of the region.
  private(set) var faceOf: [Int]
  /// For each band between two lines of the lattice, its words.
  private var bands: [[Int]] = []
  /// The faces over several bands that hold one text.
  private(set) var whole = Set<Int>()
  private var xs: [Float] = []
  /// The place in `xs` of each line of the lattice.
  private var columnOfLine: [Int] = []

  /// A gap wider than between words, in points.
  private var wordGap: Float = 0
  /// The usual gap between words, in points.
  private var space: Float = 0

  private var height: Float { page.height }

  init(_ region: TableRegion, of page: PageMarks) {
    self.page = page
    self.region = region
    lattice = region.lattice
    faces = MergedCells(lattice)
    walls = lattice.verticalWalls()
    bands = [[Int]](repeating: [], count: lattice.rowCount)
    faceOf = [Int](repeating: -1, count: page.marks.count)
    for word in region.words {
      let mark = page.marks[word]
      guard let row = lattice.ys.band(of: mark.box.midY),
        let column = lattice.xs.band(of: mark.midX)
      else { continue }
      bands[row].append(word)
      faceOf[word] = faces.cell(row: row, column: column)
    }
    findWholeFaces()
    findColumns()
  }

  // MARK: - Faces

  /// A face over several bands is cut where each of them has its own text in it, beside others.
  private mutating func findWholeFaces() {
    var texts: [Int: [Int: [Int]]] = [:]
    for (band, words) in bands.enumerated() {
      for word in words {
        let face = faceOf[word]
        guard face >= 0, faces.spans[face].rowSpan > 1 else { continue }
        texts[face, default: [:]][band, default: []].append(word)
      }
    }
    for (face, span) in faces.spans.enumerated() where span.rowSpan > 1 {
      let isWide = span.columnSpan == lattice.columnCount
      if !isWide, !hasRows(texts[face] ?? [:], span) { whole.insert(face) }
    }
  }

  /// Whether the words of a face over several bands are the texts of as many rows: all figures, or
  /// each beside the text of another face.
  private func hasRows(_ texts: [Int: [Int]], _ span: MergedCells.Span) -> Bool {
    guard texts.count >= 2, 10 * texts.count >= 7 * span.rowSpan else { return false }
    let marks = page.marks
    if texts.count == span.rowSpan,
      texts.values.allSatisfy({ words in
        2 * words.count { marks[$0].isFigure && !marks[$0].isMarker } > words.count
      })
    {
      return true
    }
    guard texts.count >= 3 else { return false }
    return texts.allSatisfy { band, words in
      let rows = MarkRow.rows(of: words, in: marks)
      guard rows.count == 1, let first = rows[0].marks.first else { return false }
      let isBeside = bands[band].contains { word in
        faceOf[word] != faceOf[first]
          && abs(marks[word].box.midY - marks[first].box.midY) < 0.25 * height
      }
      return isBeside && (band == span.row || !marks[first].opensLow)
    }
  }

  // MARK: - Columns

  private mutating func findColumns() {
    let rows = bands.flatMap { words in
      MarkRow.rows(of: words.filter { !whole.contains(faceOf[$0]) }, in: page.marks)
    }
    wordGap = self.wordGap(rows)
    let segments = rows.map { row in cutAtWalls(row.segments(apart: wordGap, in: page.marks)) }
    let borders = ColumnBorders(height: height, marks: page.marks)
    xs = []
    for slab in 0..<lattice.columnCount {
      columnOfLine.append(xs.count)
      xs.append(lattice.xs[slab])
      let (left, right) = (lattice.xs[slab], lattice.xs[slab + 1])
      let inside = segments.map { row in
        row.filter { $0.box.x0 >= left - 2 && $0.box.x1 <= right + 2 }
      }
      xs += borders.places(
        in: inside,
        from: left,
        to: right,
        isWalled: lattice.columnCount > 1 && stands(slab) && stands(slab + 1)
      )
    }
    columnOfLine.append(xs.count)
    xs.append(lattice.xs[lattice.columnCount])
  }

  /// Whether a line between columns runs along most of the rows.
  private func stands(_ line: Int) -> Bool {
    10 * walls[line].count { $0 } >= 6 * lattice.rowCount
  }

  /// A gap wider than between words: twice the usual, within bounds.
  private mutating func wordGap(_ rows: [MarkRow]) -> Float {
    var gaps: [Float] = []
    for row in rows {
      for (left, right) in zip(row.marks, row.marks.dropFirst()) {
        let gap = page.marks[right].box.x0 - page.marks[left].box.x1
        if gap > 0, gap < 0.75 * height { gaps.append(gap) }
      }
    }
    gaps.sort()
    space = gaps.isEmpty ? 0 : gaps[gaps.count / 2]
    guard gaps.count >= 5 else { return 0.65 * height }
    return max(0.38 * height, min(0.75 * height, 1.9 * gaps[gaps.count / 2]))
  }

  private func cutAtWalls(_ segments: [Segment]) -> [Segment] {
    guard lattice.columnCount > 1 else { return segments }
    var parts: [Segment] = []
    parts.reserveCapacity(segments.count)
    for segment in segments {
      var face = faceOf[segment.marks[0]]
      guard segment.marks.contains(where: { faceOf[$0] != face }) else {
        parts.append(segment)
        continue
      }
      face = -2
      for mark in segment.marks {
        let box = page.marks[mark].box
        let own = faceOf[mark]
        if own == face, let last = parts.last {
          parts[parts.count - 1].marks.append(mark)
          parts[parts.count - 1].box = last.box.union(box)
        } else {
          parts.append(Segment(marks: [mark], box: box))
        }
        face = own
      }
    }
    return parts
  }

  // MARK: - Lines

  /// What a line of words holds in each column.
  private func parts(_ row: MarkRow) -> LineCells {
    let gap = max(0.45 * height, wordGap)
    var parts: [LineCells.Part] = []
    for segment in cutAtWalls(row.segments(apart: gap, in: page.marks)) {
      for piece in cutAtBorders(segment) {
        let isFigure = piece.segment.isFigure(in: page.marks)
        if let last = parts.last, last.columns.overlaps(piece.columns) {
          var joined = last
          joined.segment.marks += piece.segment.marks
          joined.segment.box = last.segment.box.union(piece.segment.box)
          joined.columns =
            last.columns.lowerBound..<max(last.columns.upperBound, piece.columns.upperBound)
          joined.isFigure = last.isFigure && isFigure
          parts[parts.count - 1] = joined
        } else {
          parts.append(
            LineCells.Part(columns: piece.columns, segment: piece.segment, isFigure: isFigure)
          )
        }
      }
    }
    return LineCells(box: row.box, parts: parts)
  }

  /// A segment over a border is a text over several columns where a word or a mere space stands on
  /// the border, else several texts.
  private func cutAtBorders(_ segment: Segment) -> [(segment: Segment, columns: Range<Int>)] {
    func column(_ x: Float) -> Int { xs.band(of: x) ?? (x <= (xs.first ?? 0) ? 0 : xs.count - 2) }
    // Where words overlap, the one that begins first may reach farthest.
    let columns = segment.marks.map { column(page.marks[$0].midX) }
    let (first, last) = (columns.min() ?? 0, columns.max() ?? 0)
    var pieces: [(segment: Segment, columns: Range<Int>)] = []
    var spans = false
    if first != last {
      for border in xs[(first + 1)...last] {
        spans =
          spans
          || segment.marks.contains { mark in
            let box = page.marks[mark].box
            return !page.marks[mark].isFigure && box.x0 < border - 0.2 * height
              && box.x1 > border + 0.2 * height
          }
      }
    }
    for mark in segment.marks {
      let box = page.marks[mark].box
      let own = column(page.marks[mark].midX)
      if let last = pieces.last,
        last.columns.contains(own) || spans
          || (box.x0 - last.segment.box.x1 < max(0.33 * height, min(0.85 * wordGap, 1.25 * space))
            && !(page.marks[mark].isFigure && last.segment.isFigure(in: page.marks)))
      {
        pieces[pieces.count - 1].segment.marks.append(mark)
        pieces[pieces.count - 1].segment.box = last.segment.box.union(box)
        pieces[pieces.count - 1].columns =
          last.columns.lowerBound..<max(last.columns.upperBound, own + 1)
      } else {
        pieces.append((Segment(marks: [mark], box: box), own..<(own + 1)))
      }
    }
    return pieces
  }

  // MARK: - Grid

  /// The grid; nothing where the region has no words.
  func grid() -> RegionGrid? {
    guard xs.count > 1, !region.words.isEmpty else { return nil }
    let lines = withSpanningHeads(
      bands.map { words in
        MarkRow.rows(of: words.filter { !whole.contains(faceOf[$0]) }, in: page.marks)
          .map(parts)
      }
    )
    let grouping = rowGrouping(lines)
    var ys: [Float] = []
    var rowOfLine: [Int] = []
    // The lines of each row of the grid.
    var rows: [[LineCells]] = []
    for (band, lines) in lines.enumerated() {
      rowOfLine.append(ys.count)
      ys.append(lattice.ys[band])
      let groups = grouping[band].rows(lines)
      for group in groups.dropFirst() {
        let border = (lines[group.lowerBound - 1].box.midY + lines[group.lowerBound].box.midY) / 2
        ys.append(max((ys.last ?? 0) + 0.1, border))
      }
      rows += groups.isEmpty ? [[]] : groups.map { Array(lines[$0]) }
    }
    rowOfLine.append(ys.count)
    ys.append(max((ys.last ?? 0) + 0.1, lattice.ys[lattice.rowCount]))
    var cells: [RegionGrid.Cell] = []
    for (face, span) in faces.spans.enumerated() {
      let rowRange = rowOfLine[span.row]..<rowOfLine[span.row + span.rowSpan]
      let columns = columnOfLine[span.column]..<columnOfLine[span.column + span.columnSpan]
      cells += self.cells(of: face, rowRange, columns, rows)
    }
    return RegionGrid(xs: xs, ys: ys, cells: cells).trimmed
  }

  /// The lines with heads widened to the columns over the middle of which they stand.
  private func withSpanningHeads(_ bands: [[LineCells]]) -> [[LineCells]] {
    var extents = [(x0: Float, x1: Float)](repeating: (.infinity, -.infinity), count: xs.count - 1)
    for part in bands.joined().flatMap(\.parts) where part.columns.count == 1 {
      let column = part.columns.lowerBound
      extents[column].x0 = min(extents[column].x0, part.segment.box.x0)
      extents[column].x1 = max(extents[column].x1, part.segment.box.x1)
    }
    let all = Array(bands.joined())
    let firstFigures = all.firstIndex { $0.hasFigures && !$0.isYears(in: page.marks) }
    var count = 0
    return bands.map { lines in
      lines.map { line in
        defer { count += 1 }
        let isHead = firstFigures.map { count < $0 } ?? false
        guard isHead || line.parts.count == 1, !line.hasFigures else { return line }
        var line = line
        for index in line.parts.indices where line.parts[index].columns.lowerBound > 0 {
          let face = faceOf[line.parts[index].segment.marks[0]]
          guard face >= 0 else { continue }
          let span = faces.spans[face]
          var from = max(1, columnOfLine[span.column])
          var to = columnOfLine[span.column + span.columnSpan]
          if index > 0 { from = max(from, line.parts[index - 1].columns.upperBound) }
          if index + 1 < line.parts.count { to = min(to, line.parts[index + 1].columns.lowerBound) }
          if from < to { line.parts[index].columns = widest(line.parts[index], from..<to, extents) }
        }
        return line
      }
    }
  }

  /// The most columns of some over whose middle a text stands.
  private func widest(
    _ part: LineCells.Part,
    _ columns: Range<Int>,
    _ extents: [(x0: Float, x1: Float)]
  ) -> Range<Int> {
    let middle = (part.segment.box.x0 + part.segment.box.x1) / 2
    var best = part.columns
    guard columns.lowerBound <= best.lowerBound, columns.upperBound >= best.upperBound,
      columns.count <= 40
    else { return best }
    for first in columns.lowerBound...best.lowerBound where extents[first].x0 < .infinity {
      for last in (part.columns.upperBound - 1)..<columns.upperBound
      where extents[last].x1 > 0 && last - first + 1 > best.count {
        if abs((extents[first].x0 + extents[last].x1) / 2 - middle) <= 0.7 * height {
          best = first..<(last + 1)
        }
      }
    }
    return best
  }

  private func rowGrouping(_ lines: [[LineCells]]) -> [RowGrouping] {
    var widths = [Float](repeating: 0, count: xs.count - 1)
    for part in lines.joined().flatMap(\.parts) where part.columns.count == 1 {
      let column = part.columns.lowerBound
      widths[column] = max(widths[column], part.segment.box.width)
    }
    var count = 0
    let hasFigures = lines.joined().contains { $0.hasFigures }
    var isHead = hasFigures
    return lines.enumerated().map { band, lines in
      let first = isHead ? lines.firstIndex { $0.hasFigures && !$0.isYears(in: page.marks) } : 0
      if first != nil, !lines.isEmpty { isHead = false }
      count += lines.count
      return RowGrouping(
        marks: page.marks,
        height: height,
        widths: widths,
        isClosed: isClosed(band),
        firstFigures: first ?? lines.count
      )
    }
  }

  /// Whether walls part the cells of a band.
  private func isClosed(_ band: Int) -> Bool {
    guard lattice.columnCount > 1, lattice.rowCount > 2 else { return false }
    let standing = (1..<lattice.columnCount).count { walls[$0][band] }
    return 3 * standing >= lattice.columnCount - 1
  }
}

extension LineCells {
  /// Whether every figure beside the first column is a year, as in the head of a table.
  func isYears(in marks: [PageMarks.Mark]) -> Bool {
    parts.filter { $0.isFigure && $0.columns.lowerBound > 0 }
      .allSatisfy { part in part.segment.marks.allSatisfy { marks[$0].isYear } }
  }
}

extension [Float] {
  /// The index of the band between two neighbouring positions that a coordinate falls in.
  func band(of value: Float) -> Int? {
    guard let first, let last, value > first, value < last else { return nil }
    return partitioningIndex { $0 > value } - 1
  }
}
