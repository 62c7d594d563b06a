import PageModel

/// The cells of a line that is a row of a table: what tabs or printed vertical lines part.
struct RowCells {
  /// The parts of the line, left to right, as offsets in the bytes.
  let ranges: [Range<Int>]
  /// Whether a printed line stands between two of them.
  let isRuled: Bool

  init(_ line: TextLine, in document: Document) {
    let bounds = line.range.bounds
    let cells = LineCells.ranges(bounds, in: document.bytes)
    let walls = Self.walls(across: line, in: document)
    guard !walls.isEmpty else {
      ranges = cells
      isRuled = false
      return
    }
    var parted: [Range<Int>] = []
    var last: Word?
    for word in Self.words(of: line, in: document) {
      let isCut =
        last.map { left in
          walls.contains { left.box.x1 <= $0 + 2 && $0 <= word.box.x0 + 2 }
            || !cells.contains {
              $0.contains(left.range.bounds.lowerBound) && $0.contains(word.range.bounds.lowerBound)
            }
        } ?? true
      if isCut {
        parted.append(word.range.bounds)
      } else if let cell = parted.popLast() {
        parted.append(cell.lowerBound..<word.range.bounds.upperBound)
      }
      last = word
    }
    ranges = parted
    isRuled = parted.count > 1
  }

  /// The words of a line.
  static func words(of line: TextLine, in document: Document) -> ArraySlice<Word> {
    let words = Int(line.words.lowerBound)..<Int(line.words.upperBound)
    return document.words[words.clamped(to: document.words.indices)]
  }

  /// Where printed vertical lines run through the height of a line, between its ends.
  private static func walls(across line: TextLine, in document: Document) -> [Float] {
    guard let box = line.box, let page = page(of: line, in: document) else { return [] }
    let middle = (box.y0 + box.y1) / 2
    return page.rulings.compactMap { ruling in
      ruling.direction == .vertical && ruling.start <= middle && middle <= ruling.end
        && box.x0 < ruling.position && ruling.position < box.x1 ? ruling.position : nil
    }
  }

  /// Whether a printed line parts two lines of one page, or they stand on two pages.
  static func isParted(_ above: TextLine, from below: TextLine, in document: Document) -> Bool {
    guard above.page == below.page, let upper = above.box, let lower = below.box,
      let page = page(of: above, in: document)
    else { return true }
    return page.rulings.contains { ruling in
      ruling.direction == .horizontal && upper.y1 - 3 <= ruling.position
        && ruling.position <= lower.y0 + 3 && ruling.start <= lower.x0 + 3
        && lower.x0 < ruling.end
    }
  }

  private static func page(of line: TextLine, in document: Document) -> Page? {
    let index = Int(line.page) - 1
    return document.pages.indices.contains(index) ? document.pages[index] : nil
  }
}
