import PageModel

/// Pages drawn in characters, six points wide and twelve high.
///
/// `─`, `│` and `┼` are lines, `┼` where a line of each direction ends or passes. Other characters
/// are text; three spaces part two columns of it.
enum DrawnPages {
  static let width: Float = 6
  static let height: Float = 12

  static func document(_ drawings: String...) -> Document {
    var document = Document()
    document.hasLayout = true
    for (index, drawing) in drawings.enumerated() {
      let rows = drawing.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
      let first = document.lines.count
      for (row, characters) in rows.enumerated() {
        append(characters, row: row, page: index + 1, to: &document)
      }
      var page = Page(
        number: index + 1,
        width: 595,
        height: 842,
        origin: .embedded,
        lines: first..<document.lines.count
      )
      page.rulings = rulings(of: rows)
      document.pages.append(page)
    }
    return document
  }

  // MARK: - Text

  private static func append(
    _ characters: [Character],
    row: Int,
    page: Int,
    to document: inout Document
  ) {
    let start = document.bytes.count
    let firstWord = Int32(document.words.count)
    var last: Int?
    var column = 0
    while column < characters.count {
      let end = characters[column...].firstIndex { " ─│┼".contains($0) } ?? characters.count
      guard end > column else {
        column += 1
        continue
      }
      if let last { document.bytes.append(column - last >= 3 ? 0x09 : 0x20) }
      let wordStart = document.bytes.count
      document.bytes += String(characters[column..<end]).utf8
      document.words.append(
        Word(
          range: TextRange(start: wordStart, end: document.bytes.count),
          box: box(from: column, to: end, row: row),
          font: .max
        )
      )
      last = end
      column = end
    }
    guard let last else { return }
    let words = firstWord..<Int32(document.words.count)
    let first = document.words[Int(firstWord)].box
    document.lines.append(
      TextLine(
        range: TextRange(start: start, end: document.bytes.count),
        page: Int32(page),
        box: first.union(box(from: last - 1, to: last, row: row)),
        words: words,
        opensParagraph: false
      )
    )
    document.bytes.append(0x0A)
  }

  private static func box(from start: Int, to end: Int, row: Int) -> BoundingBox {
    BoundingBox(
      x0: Float(start) * width,
      y0: Float(row) * height + 1,
      x1: Float(end) * width,
      y1: Float(row + 1) * height - 1
    )
  }

  // MARK: - Lines

  static func rulings(_ drawing: String) -> [Ruling] {
    rulings(of: drawing.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init))
  }

  private static func rulings(of rows: [[Character]]) -> [Ruling] {
    var rulings: [Ruling] = []
    for (row, characters) in rows.enumerated() {
      rulings += runs(characters, of: "─").map { run in
        Ruling(
          .horizontal,
          position: (Float(row) + 0.5) * height,
          start: (Float(run.lowerBound) + 0.5) * width,
          end: (Float(run.upperBound) + 0.5) * width
        )
      }
    }
    for column in 0..<(rows.map(\.count).max() ?? 0) {
      let characters = rows.map { $0.indices.contains(column) ? $0[column] : " " }
      rulings += runs(characters, of: "│").map { run in
        Ruling(
          .vertical,
          position: (Float(column) + 0.5) * width,
          start: (Float(run.lowerBound) + 0.5) * height,
          end: (Float(run.upperBound) + 0.5) * height
        )
      }
    }
    return rulings
  }

  /// The first and the last place of each run of a line's character and of crossings.
  private static func runs(_ characters: [Character], of line: Character) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var start: Int?
    for place in 0...characters.count {
      let isLine = place < characters.count && [line, "┼"].contains(characters[place])
      if isLine {
        if start == nil { start = place }
      } else if let first = start {
        if characters[first..<place].contains(line) { runs.append(first...(place - 1)) }
        start = nil
      }
    }
    return runs
  }
}

extension TableGrid {
  /// The texts of the cells of each row, a merged one in each row that it spans, a bar apart.
  var printedRows: [String] {
    (0..<rowCount).map { row in cells(inRow: row).map(\.text).joined(separator: "|") }
  }
}
