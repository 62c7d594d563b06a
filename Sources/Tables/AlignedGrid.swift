import PageModel

/// The tables of a page that no ruling holds: lines whose words stand in columns.
///
/// Lines with gaps that follow one another are a table where the same gaps run through all of them.
/// A line with words in one column only is the rest of the row it stands nearest to.
struct AlignedGrid {
  /// The fewest lines with a gap that make a table.
  static let fewestLines = 4
  /// The narrowest gap between two columns, in points.
  static let leastGap: Float = 6
  /// No text is wider than this in points: a PDF page is at most 14,400 wide.
  static let widest: Float = 15_000

  private let document: Document
  private let page: Page

  init(_ page: Page, in document: Document) {
    self.page = page
    self.document = document
  }

  /// The tables, from the top of the page.
  func grids() -> [PageGrid] {
    runs().compactMap(grid)
  }

  // MARK: - Lines

  /// Lines that follow one another, each with a gap or close to one that has.
  private func runs() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    var lastGap = 0
    for line in page.lines {
      let hasGap = document.bytes[document.lines[line].range.bounds].contains(0x09)
      if hasGap {
        if start == nil { start = line }
        lastGap = line
      } else if let first = start, line - lastGap > 2 {
        runs.append(first..<(lastGap + 1))
        start = nil
      }
    }
    if let first = start { runs.append(first..<(lastGap + 1)) }
    return runs.filter { run in
      run.count { document.bytes[document.lines[$0].range.bounds].contains(0x09) }
        >= Self.fewestLines
    }
  }

  private func words(_ line: Int) -> ArraySlice<Word> {
    let range = document.lines[line].words
    return document.words[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  // MARK: - Columns

  /// The places between columns: gaps that words of hardly any line cross.
  ///
  /// One line in ten may: a total that spans columns, a cell that is too full.
  private func borders(_ run: Range<Int>) -> [Float] {
    let lines = run.filter { document.bytes[document.lines[$0].range.bounds].contains(0x09) }
    let boxes = lines.map { line in words(line).map(\.box) }
    let left = boxes.joined().map(\.x0).min() ?? 0
    let right = boxes.joined().map(\.x1).max() ?? 0
    guard right - left > 20, right - left < Self.widest else { return [] }
    // How many lines have a word over each point of the width.
    var coverage = [Int](repeating: 0, count: Int(right - left) + 1)
    for line in boxes {
      var end = -1
      for box in line {
        let from = max(end + 1, Int(box.x0 - left))
        let to = min(coverage.count - 1, Int(box.x1 - left))
        guard from <= to else { continue }
        for point in from...to { coverage[point] += 1 }
        end = to
      }
    }
    let most = lines.count / 10
    var borders = [left - 2]
    var start: Int?
    for (point, count) in coverage.enumerated() {
      if count <= most {
        if start == nil { start = point }
      } else if let from = start {
        if Float(point - from) >= Self.leastGap, from > 0 {
          borders.append(left + Float(from + point) / 2)
        }
        start = nil
      }
    }
    return borders + [right + 2]
  }

  private func grid(_ run: Range<Int>) -> PageGrid? {
    let xs = borders(run)
    guard xs.count >= 3 else { return nil }
    let rows = rows(run, xs)
    guard rows.count >= Self.fewestLines else { return nil }
    var ys: [Float] = []
    for row in rows {
      let top = row.compactMap { document.lines[$0].box?.y0 }.min() ?? 0
      ys.append(ys.last.map { max($0 + 0.1, top) } ?? top)
    }
    ys.append(document.lines[run.upperBound - 1].box?.y1 ?? (ys.last ?? 0) + 10)
    var cells: [TableCell] = []
    for (place, row) in rows.enumerated() {
      var texts = [CellText](repeating: CellText(), count: xs.count - 1)
      for line in row {
        for word in words(line) {
          texts[column(of: word, in: xs)].append(word, line: line, of: document)
        }
      }
      for (column, text) in texts.enumerated() {
        let box = BoundingBox(x0: xs[column], y0: ys[place], x1: xs[column + 1], y1: ys[place + 1])
        cells.append(
          TableCell(
            row: place,
            column: column,
            text: text.joined,
            page: page.number,
            box: box,
            line: text.firstLine,
            confidence: text.confidence,
            figureConfidence: text.figureConfidence
          )
        )
      }
    }
    return PageGrid(
      page: page.number,
      xs: xs,
      ys: ys,
      cells: cells,
      lines: run.lowerBound...(run.upperBound - 1),
      isRuled: false
    )
  }

  private func column(of word: Word, in xs: [Float]) -> Int {
    let middle = (word.box.x0 + word.box.x1) / 2
    var low = 0
    var high = xs.count - 1
    while high - low > 1 {
      let between = (low + high) / 2
      if xs[between] <= middle { low = between } else { high = between }
    }
    return low
  }

  /// The lines of each row: a line that fills one column belongs to the nearest line that fills
  /// more.
  private func rows(_ run: Range<Int>, _ xs: [Float]) -> [[Int]] {
    let full = run.filter { line in Set(words(line).map { column(of: $0, in: xs) }).count > 1 }
    guard !full.isEmpty else { return [] }
    var rows = full.map { [$0] }
    let isFull = Set(full)
    for line in run where !isFull.contains(line) {
      let middle = document.lines[line].box?.midY ?? 0
      let near = full.indices.min { left, right in
        abs((document.lines[full[left]].box?.midY ?? 0) - middle)
          < abs((document.lines[full[right]].box?.midY ?? 0) - middle)
      }
      if let near { rows[near].append(line) }
    }
    return rows.map { $0.sorted() }
  }
}
