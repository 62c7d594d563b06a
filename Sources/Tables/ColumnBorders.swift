import PageModel

/// Finds the white space that parts columns between two walls.
struct ColumnBorders {
  /// The height of the words, in points.
  let height: Float
  /// The words of the page.
  let marks: [PageMarks.Mark]

  /// The places between columns in a slab of a table, from the segments of each of its rows.
  ///
  /// The rows with the most segments say where columns stand; others may span them. In a slab
  /// between walls that run the whole height most rows must be parted, and widely.
  func places(in rows: [[Segment]], from left: Float, to right: Float, isWalled: Bool) -> [Float] {
    let filled = rows.filter { !$0.isEmpty }
    let counts = filled.map(\.count).filter { $0 > 1 }.sorted()
    guard !counts.isEmpty, right - left < 20_000 else { return [] }
    let most = counts[counts.count * 4 / 5]
    let good = filled.filter { $0.count >= 2 && 5 * $0.count >= 3 * most }
    if isWalled {
      guard good.count >= 3, 2 * good.count >= filled.count else { return [] }
    }
    let coverage = coverage(of: good, from: left, to: right)
    let crossing = good.count * 15 / 100
    let least: Float = isWalled ? 0.8 : good.count < 4 ? 0.9 : good.count < 8 ? 0.55 : 0.4
    var places: [Float] = []
    var start: Int?
    for (point, count) in coverage.enumerated() {
      if count <= crossing {
        start = start ?? point
      } else if let from = start {
        if from > 0, Float(point - from) >= least * height {
          places += parts(
            from: left + Float(from),
            to: left + Float(point),
            holding: good,
            among: filled,
            least * height
          )
        }
        start = nil
      }
    }
    return withoutUnits(places, rows: filled, left, right)
  }

  private func coverage(of rows: [[Segment]], from left: Float, to right: Float) -> [Int] {
    var coverage = [Int](repeating: 0, count: Int(max(0, right - left)) + 2)
    for row in rows {
      var end = -1
      for segment in row {
        let from = max(end + 1, Int(segment.box.x0 - left))
        let to = min(coverage.count - 1, Int((segment.box.x1 - left).rounded(.up)) - 1)
        guard from <= to else { continue }
        for point in from...to { coverage[point] += 1 }
        end = to
      }
    }
    return coverage
  }

  /// The middle of a gap, or the gaps beside what stands in it alone: a column that few rows fill.
  private func parts(
    from left: Float,
    to right: Float,
    holding rows: [[Segment]],
    among all: [[Segment]],
    _ least: Float
  ) -> [Float] {
    let inside = rows.joined()
      .filter { $0.box.x0 >= left - 1 && $0.box.x1 <= right + 1 && $0.box.x1 > $0.box.x0 }
      .sorted { $0.box.x0 < $1.box.x0 }
    var clusters: [(x0: Float, x1: Float, count: Int)] = []
    for segment in inside {
      if let last = clusters.last, segment.box.x0 <= last.x1 {
        clusters[clusters.count - 1].x1 = max(last.x1, segment.box.x1)
        clusters[clusters.count - 1].count += 1
      } else {
        clusters.append((segment.box.x0, segment.box.x1, 1))
      }
    }
    var places: [Float] = []
    var at = left
    for cluster in clusters where cluster.count > 1 {
      if cluster.x0 - at >= least { places.append(middle(of: at, cluster.x0, all)) }
      at = max(at, cluster.x1)
    }
    if right - at >= least { places.append(middle(of: at, right, all)) }
    return places.isEmpty ? [middle(of: left, right, all)] : places
  }

  /// The middle of a gap where the texts that reach into it leave room.
  private func middle(of left: Float, _ right: Float, _ rows: [[Segment]]) -> Float {
    var (from, to) = (left, right)
    for segment in rows.joined() {
      let box = segment.box
      if box.x0 < left, box.x1 > from, box.x1 < right { from = box.x1 }
      if box.x1 > right, box.x0 < to, box.x0 > left { to = box.x0 }
    }
    return to - from >= 0.2 * height ? (from + to) / 2 : (left + right) / 2
  }

  /// The places without those that part figures from their unit or a text from its bullet.
  private func withoutUnits(
    _ places: [Float],
    rows: [[Segment]],
    _ left: Float,
    _ right: Float
  ) -> [Float] {
    guard !places.isEmpty else { return [] }
    let edges = [left] + places + [right]
    var dropped = Set<Int>()
    for column in 0..<(edges.count - 1) {
      let inside = rows.joined().filter { segment in
        let middle = (segment.box.x0 + segment.box.x1) / 2
        return middle > edges[column] && middle <= edges[column + 1]
      }
      guard !inside.isEmpty else {
        dropped.insert(column == 0 ? 1 : column)
        continue
      }
      if inside.allSatisfy({ segment in segment.marks.allSatisfy { marks[$0].isUnit } }) {
        // A sign before its figure stands nearer to the left of it; the percent sign behind.
        let isBehind =
          inside.contains { segment in marks[segment.marks[0]].box.width > 0 }
          && column + 1 == edges.count - 1
        dropped.insert(isBehind ? column : column + 1)
      }
    }
    return places.enumerated().filter { !dropped.contains($0.offset + 1) }.map(\.element)
  }
}
