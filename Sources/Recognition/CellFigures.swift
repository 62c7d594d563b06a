/// The figures of a cell that holds one number, cut out of the page.
struct CellFigures: Sendable {
  /// A figure, and what stands after it.
  struct Figure: Sendable {
    var shape: LetterShape
    /// Whether a comma stands after it.
    var hasComma = false
    /// Whether a space stands after it.
    var hasSpace = false
  }

  /// From left to right, without the sign of the euro.
  private(set) var figures: [Figure] = []

  /// Takes figures that were cut out.
  init(_ figures: [Figure]) { self.figures = figures }

  /// Cuts the figures of a number; nothing where the cell holds more than one line, or ink that is
  /// no figure.
  init?(
    _ reading: [RecognisedWord],
    in cell: PixelBox,
    grey: borrowing Pixels,
    ink: borrowing Pixels
  ) {
    guard let line = Self.line(of: reading, in: cell) else { return nil }
    let pieces = LetterCutter.merged(ink.pieces(in: line).sorted { ($0.x, $0.y) < ($1.x, $1.y) })
    guard let size = FigureSize(pieces, below: line) else { return nil }
    var boxes: [PixelBox] = []
    var commas: Set<Int> = []
    var rest = pieces[...]
    while let piece = rest.popFirst() {
      switch size.kind(of: piece) {
      case .figure: boxes.append(piece)
      case .joined(let count): boxes += Self.parts(of: piece, count: count, on: ink)
      case .comma: commas.insert(boxes.count - 1)
      case .speck: break
      case .other:
        // The euro of a small print is broken.
        guard Self.hasGluedEuro(reading), rest.allSatisfy({ size.kind(of: $0).isPart }) else {
          return nil
        }
        rest = []
        boxes.append(piece)
      }
    }
    if Self.hasGluedEuro(reading) { _ = boxes.popLast() }
    let shapes = LetterCutter(boxes).shapes(on: grey)
    guard !boxes.isEmpty, shapes.count == boxes.count else { return nil }
    figures = boxes.indices.map { index in
      let end = boxes[index].x + boxes[index].width
      let next = index + 1 < boxes.count ? boxes[index + 1].x : end
      return Figure(
        shape: shapes[index],
        hasComma: commas.contains(index),
        hasSpace: !commas.contains(index) && (next - end) * 3 > size.height
      )
    }
  }

  /// Cuts the figures of a word that holds other letters and signs too, as "6568/93446" does; nothing
  /// where there are not as many pieces of ink as letters.
  init?(code word: RecognisedWord, grey: borrowing Pixels, ink: borrowing Pixels) {
    let text = Array(word.text.utf8)
    guard text.count(where: ShapedNumber.isFigure) > 1, text.allSatisfy({ $0 < 0x80 }),
      let cutter = LetterCutter(word, on: ink), cutter.count == text.count
    else { return nil }
    let shapes = cutter.shapes(on: grey)
    guard shapes.count == text.count else { return nil }
    figures = zip(text, shapes).filter { ShapedNumber.isFigure($0.0) }.map { Figure(shape: $0.1) }
  }

  /// The place of the only line of a number, from one wall of its cell to the other or to the sign of
  /// the euro; the box of a word may cut its figures a little, or leave out some.
  private static func line(of reading: [RecognisedWord], in cell: PixelBox) -> PixelBox? {
    guard let last = reading.last, reading.allSatisfy({ $0.line == last.line }),
      let top = reading.map(\.top).min(), let bottom = reading.map(\.bottom).max(),
      bottom - top >= LetterCutter.lowest
    else { return nil }
    let margin = max(2, (bottom - top) / 4)
    let from = max(cell.y, top - margin)
    let to = min(cell.y + cell.height, bottom + margin)
    let end = last.text == "€" ? last.left : cell.x + cell.width
    guard to > from, end > cell.x else { return nil }
    return PixelBox(x: cell.x, y: from, width: end - cell.x, height: to - from)
  }

  private static func hasGluedEuro(_ reading: [RecognisedWord]) -> Bool {
    guard let last = reading.last else { return false }
    return last.text.hasSuffix("€") && last.text != "€"
  }

  /// Cuts figures that touch, each time where there is least ink near to where they should part.
  private static func parts(
    of piece: PixelBox,
    count: Int32,
    on ink: borrowing Pixels
  ) -> [PixelBox] {
    let reach = max(1, piece.width / count / 6)
    var parts: [PixelBox] = []
    var from = piece.x
    for part in 1...count {
      let middle = piece.x + piece.width * part / count
      var cut = middle
      if part < count {
        var least = Int.max
        for x in middle - reach...middle + reach {
          let column = PixelBox(x: x, y: piece.y, width: 1, height: piece.height)
          let black = ink.blackCount(in: column)
          if black < least { (least, cut) = (black, x) }
        }
      }
      parts.append(PixelBox(x: from, y: piece.y, width: cut - from, height: piece.height))
      from = cut
    }
    return parts
  }
}

/// How large the figures of a line are, and where they stand.
private struct FigureSize {
  enum Kind {
    case figure
    /// Some figures that touch.
    case joined(count: Int32)
    case comma
    case speck
    case other

    /// Whether it may be a part of something broken.
    var isPart: Bool {
      switch self {
      case .figure, .joined: false
      case .comma, .speck, .other: true
      }
    }
  }

  /// In pixels.
  let height: Int32
  /// The row below the figures.
  private let ground: Int32

  init?(_ pieces: [PixelBox], below line: PixelBox) {
    let high = pieces.filter { $0.height * 5 > line.height * 2 }
    guard !high.isEmpty else { return nil }
    height = high.map(\.height).sorted()[high.count / 2]
    ground = high.map { $0.y + $0.height }.sorted()[high.count / 2]
    guard height >= LetterCutter.lowest else { return nil }
  }

  /// Tells a piece by where it stands: figures have one height and stand on one ground, and a figure
  /// is two thirds as wide as it is high.
  func kind(of piece: PixelBox) -> Kind {
    let bottom = piece.y + piece.height
    if piece.height * 5 < height, piece.width * 5 < height { return .speck }
    if abs(piece.height - height) * 5 <= height, abs(bottom - ground) * 5 <= height {
      if piece.width * 20 <= height * 19 { return .figure }
      let count = (piece.width * 3 + height) / (height * 2)
      return count <= 4 ? .joined(count: max(2, count)) : .other
    }
    if piece.height * 2 < height, piece.width * 2 < height, piece.y > ground - height * 2 / 5,
      bottom < ground + height / 2
    {
      return .comma
    }
    return .other
  }
}
