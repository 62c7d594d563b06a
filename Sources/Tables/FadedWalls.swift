public import PageModel

/// The lines between columns that a scan has lost in some rows of a table.
///
/// A wall that stands in a row near by stands in this one too where two texts are printed with its
/// place between them, or with a piece of it. A cell that spans columns ("TOTAL", a band) holds one
/// text.
public enum FadedWalls {
  /// How many rows away a wall must stand.
  static let reach = 3
  /// How far a text stays away from a wall, in points.
  static let margin: Float = 1

  /// A gap of this width, in points, is wider than a space between words.
  static let gap: Float = 4

  /// A piece of ink in the place of a wall is what is left of it where it is this high, in points, and
  /// nothing stands beside it as far as `gap`: letters stand in words.
  static let leastPiece: Float = 4

  /// The rulings of a scanned page with the walls that have faded.
  public static func completed(_ rulings: [Ruling], between text: PageBitmap) -> [Ruling] {
    let faded = Lattice.lattices(of: rulings).flatMap { lattice in
      walls(of: lattice, between: text)
    }
    return (rulings + faded).sorted { left, right in
      if left.direction != right.direction { return left.direction == .horizontal }
      return (left.position, left.start) < (right.position, right.start)
    }
  }

  private static func walls(of lattice: Lattice, between text: PageBitmap) -> [Ruling] {
    let standing = lattice.verticalWalls()
    guard standing.count > 2 else { return [] }
    var added: [Ruling] = []
    for row in 0..<lattice.rowCount {
      for line in 1..<(standing.count - 1) where !standing[line][row] {
        let isNear = (max(0, row - reach)...min(lattice.rowCount - 1, row + reach))
          .contains { standing[line][$0] }
        guard isNear, parts(line, row, of: lattice, standing, text) else { continue }
        added.append(
          Ruling(
            .vertical,
            position: lattice.xs[line],
            start: lattice.ys[row],
            end: lattice.ys[row + 1]
          )
        )
      }
    }
    return added
  }

  /// Whether the place of a wall in a row has text on both sides and no text upon it.
  private static func parts(
    _ line: Int,
    _ row: Int,
    of lattice: Lattice,
    _ standing: [[Bool]],
    _ text: PageBitmap
  ) -> Bool {
    let first = (0..<line).last { standing[$0][row] } ?? 0
    let last = ((line + 1)..<standing.count).first { standing[$0][row] } ?? standing.count - 1
    func hasInk(from x0: Float, to x1: Float) -> Bool {
      text.hasInk(
        in: BoundingBox(
          x0: x0,
          y0: lattice.ys[row] + margin,
          x1: x1,
          y1: lattice.ys[row + 1] - margin
        )
      )
    }
    let x = lattice.xs[line]
    // The dots of a faded wall are ink too, with the text of the next cell close behind them.
    let isFree =
      !hasInk(from: x - margin, to: x + margin) || !hasInk(from: x - margin - gap, to: x - margin)
    return (isFree || hasPiece(of: x, row, of: lattice, text))
      && hasInk(from: lattice.xs[first] + margin, to: x - margin)
      && hasInk(from: x + margin, to: lattice.xs[last] - margin)
  }

  /// Whether a piece of a wall stands in a row, with nothing beside it.
  private static func hasPiece(
    of x: Float,
    _ row: Int,
    of lattice: Lattice,
    _ text: PageBitmap
  ) -> Bool {
    let step = 1 / text.pixelsPerPoint
    var height: Float = 0
    var y = lattice.ys[row] + margin
    while y < lattice.ys[row + 1] - margin {
      func hasInk(from x0: Float, to x1: Float) -> Bool {
        text.hasInk(in: BoundingBox(x0: x0, y0: y, x1: x1, y1: y + step))
      }
      let isPiece =
        hasInk(from: x - margin, to: x + margin + step)
        && !hasInk(from: x - margin - gap, to: x - margin)
        && !hasInk(from: x + margin + step, to: x + margin + gap)
      height = isPiece ? height + step : 0
      if height >= leastPiece { return true }
      y += step
    }
    return false
  }
}
