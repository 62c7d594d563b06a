/// Lines and texts on a page of a `TestPDF`, in points from the page's top left.
public struct Drawing: Sendable {
  /// The operators, after those of the page's text lines.
  private(set) var operators = ""
  private let height: Int

  /// Makes an empty drawing for a page of a height.
  public init(height: Int = 842) {
    self.height = height
  }

  /// Draws what some operators of PDF say, from the bottom left of the page.
  public mutating func draw(_ operators: String) { self.operators += "\n" + operators }

  /// Draws a line of half a point.
  public mutating func line(x0: Int, y0: Int, x1: Int, y1: Int) {
    operators += "\n0.5 w \(x0) \(height - y0) m \(x1) \(height - y1) l S"
  }

  /// Prints a text that begins on a baseline.
  public mutating func text(_ text: String, x: Int, y: Int, size: Int = 9) {
    operators +=
      "\nBT /F \(size) Tf 1 0 0 1 \(x) \(height - y) Tm <\(TestPDF.hexadecimal(text[...]))> Tj ET"
  }

  /// Draws rows of cells between lines, all rows of one height.
  ///
  /// `<` is the cell on the left, `^` the cell above.
  public mutating func table(
    _ rows: [[String]],
    xs: [Int],
    top: Int = 40,
    rowHeight: Int = 13,
    size: Int = 9
  ) {
    for (row, cells) in rows.enumerated() {
      let y = top + row * rowHeight
      for (column, cell) in cells.enumerated() {
        if cell != "^" { line(x0: xs[column], y0: y, x1: xs[column + 1], y1: y) }
        if cell != "<" { line(x0: xs[column], y0: y, x1: xs[column], y1: y + rowHeight) }
        if !["^", "<", ""].contains(cell) {
          text(cell, x: xs[column] + 3, y: y + rowHeight - 3, size: size)
        }
      }
      line(x0: xs[cells.count], y0: y, x1: xs[cells.count], y1: y + rowHeight)
    }
    let bottom = top + rows.count * rowHeight
    line(x0: xs[0], y0: bottom, x1: xs[xs.count - 1], y1: bottom)
  }
}

extension TestPDF {
  /// Makes a PDF of drawn pages.
  public init(drawings: [Drawing], width: String = "595", height: String = "842") {
    self.init(pages: drawings.map { _ in [] })
    self.drawings = drawings
    size = (width, height)
  }
}
