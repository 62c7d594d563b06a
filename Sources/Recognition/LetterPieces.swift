import PageModel

/// The pieces of ink on a page that have the size of letters, or of words whose letters touch.
struct LetterPieces {
  /// The lowest letter, in points: an "x" of a print of seven points.
  static let lowest: Float = 3
  /// The highest letter, in points.
  static let highest: Float = 24
  /// The widest word that is one piece, in points.
  static let widest: Float = 90

  /// Their boxes in points, from left to right.
  let boxes: [BoundingBox]

  init(of ink: borrowing Pixels, pixelsPerPoint scale: Float) {
    let whole = PixelBox(x: 0, y: 0, width: Int32(ink.width), height: Int32(ink.height))
    boxes = ink.pieces(in: whole).lazy
      .map { piece in
        BoundingBox(
          x0: Float(piece.x) / scale,
          y0: Float(piece.y) / scale,
          x1: Float(piece.x + piece.width) / scale,
          y1: Float(piece.y + piece.height) / scale
        )
      }
      .filter { (Self.lowest...Self.highest).contains($0.height) && $0.width <= Self.widest }
      .sorted { ($0.x0, $0.y0) < ($1.x0, $1.y0) }
  }

  // MARK: - Pictures

  /// A page of fewer pieces is read in no time, whatever it shows.
  static let fewestOfPicture = 150
  /// No page of text has more: the smallest print has eight thousand letters on a page.
  static let mostOfText = 20_000
  /// On a page of text more than this share of the pieces stand between two others, in a line.
  static let leastInLines: Float = 0.12

  /// Whether a page shows a photograph or a drawing and no text: its pieces do not stand in lines,
  /// neither from left to right nor, on a page that lies on its side, from the top down.
  var isPicture: Bool {
    guard boxes.count >= Self.fewestOfPicture else { return false }
    guard boxes.count <= Self.mostOfText else { return true }
    let least = Int(Self.leastInLines * Float(boxes.count))
    return Self.countInLines(boxes) < least && Self.countInLines(turned) < least
  }

  /// This many letters at least stand in lines where lines tell how a page lies.
  static let fewestInLines = 12
  /// And by this factor more than stand in lines the other way.
  static let clearlyMoreInLines = 4

  /// How the lines of the page run: from its top down where it lies on its side.
  ///
  /// Nothing where they do not tell.
  var lines: Ruling.Direction? {
    let (across, down) = (Self.countInLines(boxes), Self.countInLines(turned))
    guard max(across, down) >= max(Self.fewestInLines, Self.clearlyMoreInLines * min(across, down))
    else { return nil }
    return across > down ? .horizontal : .vertical
  }

  private var turned: [BoundingBox] {
    boxes.map { BoundingBox(x0: $0.y0, y0: $0.x0, x1: $0.y1, y1: $0.x1) }.sorted { $0.x0 < $1.x0 }
  }

  /// How many boxes have one of like height close before and one close behind them on their line.
  private static func countInLines(_ boxes: [BoundingBox]) -> Int {
    var hasLeft = [Bool](repeating: false, count: boxes.count)
    var hasRight = hasLeft
    for index in boxes.indices {
      let box = boxes[index]
      for next in (index + 1)..<boxes.count {
        let other = boxes[next]
        guard other.x0 <= box.x1 + 0.6 * box.height else { break }
        let shared = min(box.y1, other.y1) - max(box.y0, other.y0)
        let (low, high) = (min(box.height, other.height), max(box.height, other.height))
        guard other.x0 > box.x1 - 1, shared > 0.7 * low, high < 1.7 * low else { continue }
        hasRight[index] = true
        hasLeft[next] = true
      }
    }
    return boxes.indices.count { hasLeft[$0] && hasRight[$0] }
  }

  // MARK: - Density

  /// The square, of a side in points, that holds the most pieces.
  func densestSquare(side: Float) -> BoundingBox? {
    let step = side / 4
    var counts: [SIMD2<Int>: Int] = [:]
    for box in boxes {
      let (column, row) = (Int(box.x0 / step), Int(box.y0 / step))
      for left in column - 3...column {
        for top in row - 3...row { counts[SIMD2(max(0, left), max(0, top)), default: 0] += 1 }
      }
    }
    // Of squares with as many, the uppermost.
    let best = counts.max { a, b in
      (a.value, -a.key.y, -a.key.x) < (b.value, -b.key.y, -b.key.x)
    }
    return best.map { square in
      let (x, y) = (Float(square.key.x) * step, Float(square.key.y) * step)
      return BoundingBox(x0: x, y0: y, x1: x + side, y1: y + side)
    }
  }

  // MARK: - Cells

  /// A box through whose side this many letters run is no cell.
  static let fewestCut = 3
  /// How far a letter that a side cuts reaches beyond it on either hand, in points.
  static let leastCut: Float = 1

  /// The boxes through whose left and right sides no text runs: rulings that enclose words hold them.
  func uncut(_ cells: [BoundingBox]) -> [BoundingBox] {
    cells.filter { cell in
      [cell.x0, cell.x1].allSatisfy { side in
        let cut = boxes.lazy.filter { box in
          box.x0 < side - Self.leastCut && box.x1 > side + Self.leastCut
            && box.midY > cell.y0 && box.midY < cell.y1
        }
        return cut.prefix(Self.fewestCut).count < Self.fewestCut
      }
    }
  }

  /// The share of the pieces that stand in none of the words read, with nought for a few.
  func share(outside words: PageWords) -> Float {
    guard boxes.count >= Self.fewestOfText else { return 0 }
    let outside = boxes.count { piece in
      let (x, y) = ((piece.x0 + piece.x1) / 2, piece.midY)
      return !words.words.contains { word in
        word.box.x0 <= x && x <= word.box.x1 && word.box.y0 <= y && y <= word.box.y1
      }
    }
    return Float(outside) / Float(boxes.count)
  }

  /// A page of fewer pieces has no text to lose.
  static let fewestOfText = 60
}
