import PageModel

/// The straight lines that are seen on a page: those that are drawn, and the edges of grounds.
struct PageLines {
  /// All lines, horizontal ones first, by position, then start.
  private(set) var all: [Ruling] = []

  /// The shortest horizontal line of a table in points: longer than a dash or the bar of a "T".
  private static let shortestHorizontal: Float = 18
  /// The shortest vertical line in points: higher than a letter.
  private static let shortestVertical: Float = 11
  /// The least height of a ground whose sides are seen, in points: that of a band behind a heading.
  private static let lowestGround: Float = 7
  /// What is lighter or darker than its ground by this much is seen.
  private static let contrast = 25
  /// The edge of a ground is a line where the darker side is darker than this.
  private static let darkness = 215
  /// How far from its edge a ground is looked at, in points.
  private static let reach: Float = 1.5

  /// Pieces of one line stand within this distance of one another, in points.
  private static let tolerance: Float = 0.8
  /// The widest gap between two pieces of a line, in points.
  private static let gap: Float = 1.2

  init(_ areas: [PaintedArea], size: (width: Float, height: Float)) {
    guard !areas.isEmpty else { return }
    let ground = Ground(areas)
    var pieces: [Ruling] = []
    for (index, area) in areas.enumerated() where area.isLine {
      if Self.isSeen(area, index, on: ground) { pieces.append(Self.line(area.box)) }
    }
    for index in ground.indices {
      pieces += Self.edges(of: index, areas[index].box, on: ground, areas, size)
    }
    all = Self.joined(pieces)
  }

  /// The lines that may be those of tables.
  var rulings: [Ruling] {
    all.filter { line in
      let least =
        line.direction == .horizontal ? Self.shortestHorizontal : Self.shortestVertical
      return line.end - line.start >= least
    }
  }

  private static func line(_ box: BoundingBox) -> Ruling {
    box.width >= box.height
      ? Ruling(.horizontal, position: box.midY, start: box.x0, end: box.x1)
      : Ruling(.vertical, position: (box.x0 + box.x1) / 2, start: box.y0, end: box.y1)
  }

  /// Whether a line differs from what it is painted on, and nothing is painted over it.
  private static func isSeen(_ area: PaintedArea, _ index: Int, on ground: Ground) -> Bool {
    [Float(0.2), 0.5, 0.8].contains { part in
      let (x, y) = (area.box.x0 + part * area.box.width, area.box.y0 + part * area.box.height)
      if let top = ground.top(x, y), top > index { return false }
      return abs(ground.grey(x, y) - area.grey) >= contrast
    }
  }

  /// The edges of a ground at which the page changes its shade.
  private static func edges(
    of index: Int,
    _ box: BoundingBox,
    on ground: Ground,
    _ areas: [PaintedArea],
    _ size: (width: Float, height: Float)
  ) -> [Ruling] {
    func isEdge(_ place: (Float) -> (x: Float, y: Float), _ dx: Float, _ dy: Float) -> Bool {
      let seen = [Float(0.2), 0.5, 0.8].count { part in
        let (x, y) = place(part)
        guard ground.top(x - dx, y - dy) == index else { return false }
        let (inside, outside) = (areas[index].grey, ground.grey(x + dx, y + dy))
        return abs(inside - outside) >= contrast && min(inside, outside) < darkness
      }
      return seen >= 2
    }
    var edges: [Ruling] = []
    for (y, dy) in [(box.y0, -reach), (box.y1, reach)]
    where y > 3 && y < size.height - 3 && box.width >= shortestHorizontal {
      if isEdge({ (box.x0 + $0 * box.width, y) }, 0, dy) {
        edges.append(Ruling(.horizontal, position: y, start: box.x0, end: box.x1))
      }
    }
    for (x, dx) in [(box.x0, -reach), (box.x1, reach)]
    where x > 3 && x < size.width - 3 && box.height >= lowestGround {
      if isEdge({ (x, box.y0 + $0 * box.height) }, dx, 0) {
        edges.append(Ruling(.vertical, position: x, start: box.y0, end: box.y1))
      }
    }
    return edges
  }

  /// Pieces that lie in one line put together: a table is often drawn cell by cell.
  private static func joined(_ pieces: [Ruling]) -> [Ruling] {
    var lines: [Ruling] = []
    for direction in [Ruling.Direction.horizontal, .vertical] {
      let sorted = pieces.filter { $0.direction == direction }.sorted { $0.position < $1.position }
      var first = 0
      while first < sorted.count {
        var end = first + 1
        while end < sorted.count, sorted[end].position - sorted[end - 1].position <= tolerance,
          sorted[end].position - sorted[first].position <= 2 * tolerance
        {
          end += 1
        }
        lines += Self.lines(Array(sorted[first..<end]))
        first = end
      }
    }
    return lines
  }

  /// The lines of pieces that all stand at nearly one position.
  private static func lines(_ pieces: [Ruling]) -> [Ruling] {
    var lines: [Ruling] = []
    var weight: Float = 0
    for piece in pieces.sorted(by: { $0.start < $1.start }) {
      let length = max(0.1, piece.end - piece.start)
      if let last = lines.last, piece.start - last.end <= gap {
        let position = (last.position * weight + piece.position * length) / (weight + length)
        weight += length
        lines[lines.count - 1].position = position
        lines[lines.count - 1].end = max(last.end, piece.end)
      } else {
        lines.append(piece)
        weight = length
      }
    }
    return lines
  }
}
