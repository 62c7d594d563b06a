import PageModel

/// The rulings of one table of a page, as positions of its columns and rows and the lines that
/// really stand between them.
struct Lattice {
  /// The `x` of the lines between columns, ascending.
  let xs: [Float]
  /// The `y` of the lines between rows, ascending.
  let ys: [Float]
  /// The rulings between rows.
  let horizontal: [Ruling]
  /// The rulings between columns.
  let vertical: [Ruling]

  /// A table with more places than this on one page is a drawing.
  static let mostPlaces = 250_000

  /// Two lines nearer than this are one.
  static let tolerance: Float = 2.5

  /// The lines of some rulings that belong together.
  init(_ rulings: [Ruling]) {
    horizontal = rulings.filter { $0.direction == .horizontal }
    vertical = rulings.filter { $0.direction == .vertical }
    xs = Self.withOpenSides(Self.clusters(vertical.map(\.position)), of: horizontal)
    ys = Self.withOpenEnds(Self.clusters(horizontal.map(\.position)), of: vertical)
  }

  /// The lines of some rulings in a box, whose edges close what they leave open.
  init(_ rulings: [Ruling], closedBy box: BoundingBox) {
    let edges = [
      Ruling(.horizontal, position: box.y0, start: box.x0, end: box.x1),
      Ruling(.horizontal, position: box.y1, start: box.x0, end: box.x1),
      Ruling(.vertical, position: box.x0, start: box.y0, end: box.y1),
      Ruling(.vertical, position: box.x1, start: box.y0, end: box.y1),
    ]
    let open = edges.filter { edge in
      !rulings.contains { ruling in
        ruling.direction == edge.direction && abs(ruling.position - edge.position) <= Self.leastRow
          && 2 * (ruling.end - ruling.start) > edge.end - edge.start
      }
    }
    horizontal = (rulings + open).filter { $0.direction == .horizontal }
    vertical = (rulings + open).filter { $0.direction == .vertical }
    xs = Self.clusters(vertical.map(\.position))
    ys = Self.clusters(horizontal.map(\.position))
  }

  /// The least height of a row, in points.
  static let leastRow: Float = 8

  /// The lines between columns, with a side where at least two lines between rows run on past the
  /// outermost of them: a table without outer lines.
  private static func withOpenSides(_ xs: [Float], of horizontal: [Ruling]) -> [Float] {
    guard let first = xs.first, let last = xs.last else { return xs }
    var sides = xs
    let before = horizontal.map(\.start).filter { $0 < first - leastRow }.sorted()
    let after = horizontal.map(\.end).filter { $0 > last + leastRow }.sorted()
    if before.count >= 2 { sides.insert(before[0], at: 0) }
    if after.count >= 2 { sides.append(after[after.count - 1]) }
    return sides
  }

  /// The lines between rows, with an end where at least two lines between columns run on past the
  /// last of them: a page break cut the row there.
  private static func withOpenEnds(_ ys: [Float], of vertical: [Ruling]) -> [Float] {
    guard let first = ys.first, let last = ys.last else { return ys }
    var ends = ys
    let above = vertical.map(\.start).filter { $0 < first - leastRow }.sorted()
    let below = vertical.map(\.end).filter { $0 > last + leastRow }.sorted()
    if above.count >= 2 { ends.insert(above[0], at: 0) }
    if below.count >= 2 { ends.append(below[below.count - 1]) }
    return ends
  }

  /// The tables of a page: rulings that touch one another, where they enclose at least two cells.
  static func lattices(of rulings: [Ruling]) -> [Lattice] {
    components(of: rulings).map(Lattice.init)
      .filter { $0.columnCount * $0.rowCount >= 2 }
      .sorted { ($0.ys[0], $0.xs[0]) < ($1.ys[0], $1.xs[0]) }
  }

  /// Rulings that touch one another, in the order of the first of each.
  private static func components(of rulings: [Ruling]) -> [[Ruling]] {
    var parents = Array(rulings.indices)
    func root(_ index: Int) -> Int {
      var at = index
      while parents[at] != at {
        parents[at] = parents[parents[at]]
        at = parents[at]
      }
      return at
    }
    let horizontal = rulings.indices.filter { rulings[$0].direction == .horizontal }
    let vertical = rulings.indices.filter { rulings[$0].direction == .vertical }
      .sorted { rulings[$0].position < rulings[$1].position }
    for h in horizontal {
      let from = vertical.partitioningIndex { rulings[$0].position >= rulings[h].start - tolerance }
      for v in vertical[from...] {
        guard rulings[v].position <= rulings[h].end + tolerance else { break }
        if touch(rulings[h], rulings[v]) { parents[root(v)] = root(h) }
      }
    }
    var groups: [Int: Int] = [:]
    var components: [[Ruling]] = []
    for index in rulings.indices {
      let key = root(index)
      if let group = groups[key] {
        components[group].append(rulings[index])
      } else {
        groups[key] = components.count
        components.append([rulings[index]])
      }
    }
    return components
  }

  private static func touch(_ horizontal: Ruling, _ vertical: Ruling) -> Bool {
    horizontal.start - tolerance <= vertical.position
      && vertical.position <= horizontal.end + tolerance
      && vertical.start - tolerance <= horizontal.position
      && horizontal.position <= vertical.end + tolerance
  }

  private static func clusters(_ positions: [Float]) -> [Float] {
    var clusters: [(sum: Float, count: Float)] = []
    var last: Float = -.infinity
    for position in positions.sorted() {
      if position - last <= tolerance, var cluster = clusters.last {
        cluster.sum += position
        cluster.count += 1
        clusters[clusters.count - 1] = cluster
      } else {
        clusters.append((position, 1))
      }
      last = position
    }
    return clusters.map { $0.sum / $0.count }
  }

  /// The box of the outer lines.
  var box: BoundingBox {
    BoundingBox(x0: xs.first ?? 0, y0: ys.first ?? 0, x1: xs.last ?? 0, y1: ys.last ?? 0)
  }

  /// All its rulings.
  var rulings: [Ruling] { horizontal + vertical }

  /// The number of columns between the outer lines.
  var columnCount: Int { max(0, xs.count - 1) }
  /// The number of rows between the outer lines.
  var rowCount: Int { max(0, ys.count - 1) }

  /// For each line between columns, whether a ruling stands beside each row.
  func verticalWalls() -> [[Bool]] {
    Self.walls(along: ys, at: xs, by: vertical)
  }

  /// For each line between rows, whether a ruling stands above each column.
  func horizontalWalls() -> [[Bool]] {
    Self.walls(along: xs, at: ys, by: horizontal)
  }

  /// A wall is drawn for at least this share of its length: on a scan the rest has faded.
  static let leastWall: Float = 0.4

  private static func walls(along steps: [Float], at positions: [Float], by rulings: [Ruling])
    -> [[Bool]]
  {
    positions.map { position in
      let near = rulings.filter { abs($0.position - position) <= tolerance }
      return (0..<max(0, steps.count - 1)).map { step in
        let (low, high) = (steps[step], steps[step + 1])
        let covered = near.reduce(Float(0)) { sum, ruling in
          sum + max(0, min(high, ruling.end) - max(low, ruling.start))
        }
        return covered >= leastWall * (high - low)
      }
    }
  }
}

extension RandomAccessCollection {
  /// The first index whose element belongs to the second part, in a collection parted by a test.
  func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsToSecond(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
