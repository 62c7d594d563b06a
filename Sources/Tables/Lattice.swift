import PageModel

/// The rulings of one table of a page, as positions of its columns and rows and the lines that
/// really stand between them.
struct Lattice {
  /// The `x` of the lines between columns, ascending.
  let xs: [Float]
  /// The `y` of the lines between rows, ascending.
  let ys: [Float]
  private let horizontal: [Ruling]
  private let vertical: [Ruling]

  /// A page with more rulings than this is a drawing: each pair of them is looked at.
  static let mostRulings = 10_000
  /// A table with more places than this on one page is a drawing.
  static let mostPlaces = 250_000

  /// Two lines nearer than this are one.
  static let tolerance: Float = 2.5

  private init(horizontal: [Ruling], vertical: [Ruling]) {
    self.horizontal = horizontal
    self.vertical = vertical
    xs = Self.clusters(vertical.map(\.position))
    ys = Self.withOpenEnds(Self.clusters(horizontal.map(\.position)), of: vertical)
  }

  /// The least height of a row, in points.
  static let leastRow: Float = 8

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
    var parents = Array(rulings.indices)
    func root(_ index: Int) -> Int {
      var at = index
      while parents[at] != at { at = parents[at] }
      return at
    }
    let horizontal = rulings.indices.filter { rulings[$0].direction == .horizontal }
    let vertical = rulings.indices.filter { rulings[$0].direction == .vertical }
    for h in horizontal {
      for v in vertical where touch(rulings[h], rulings[v]) { parents[root(v)] = root(h) }
    }
    var groups: [Int: [Ruling]] = [:]
    var order: [Int] = []
    for index in rulings.indices {
      let key = root(index)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(rulings[index])
    }
    return order.compactMap { key in
      let group = groups[key] ?? []
      let lattice = Lattice(
        horizontal: group.filter { $0.direction == .horizontal },
        vertical: group.filter { $0.direction == .vertical }
      )
      return lattice.columnCount * lattice.rowCount >= 2 ? lattice : nil
    }
    .sorted { ($0.ys[0], $0.xs[0]) < ($1.ys[0], $1.xs[0]) }
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
