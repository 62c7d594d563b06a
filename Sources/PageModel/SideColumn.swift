/// A narrow column beside the text of a page: the margin in which a city prints its services and
/// the number of the act.
///
/// The text beside it is seen by at least five lines that begin at the same place and are wide.
/// Words left of that place, on those lines and between them, are the column.
struct SideColumn {
  /// The fewest wide lines that begin at one place.
  static let fewestLines = 5
  /// How wide a line must be, as a share of the page's text.
  static let wideness: Float = 0.45
  /// Lines that begin within this many points begin at one place.
  static let tolerance: Float = 3

  /// A margin's words end at least this far before the text, in points; those of a title that runs
  /// over both do not.
  static let leastGap: Float = 6

  /// The place at which the text begins.
  let left: Float
  /// The rows, among those given, on which the column and the text stand side by side.
  let rows: Range<Int>

  /// Finds the column among the rows of a page, each a list of words from left to right.
  init?(_ rows: [[Int]], of words: [PageWords.Word]) {
    let edges = words.reduce(into: (Float.infinity, -Float.infinity)) { edges, word in
      edges = (min(edges.0, word.box.x0), max(edges.1, word.box.x1))
    }
    let width = edges.1 - edges.0
    guard width > 0, rows.count >= Self.fewestLines else { return nil }
    var starts: [(x: Float, row: Int)] = []
    for (index, row) in rows.enumerated() {
      let start = Self.lastSegment(row, of: words)
      let end = words[row[row.count - 1]].box.x1
      guard end - start >= Self.wideness * width, start - edges.0 > 0.12 * width else { continue }
      starts.append((start, index))
    }
    guard let found = Self.commonest(starts) else { return nil }
    let first = Self.extended(from: found.rows.lowerBound, by: -1, at: found.x, rows, words)
    let last = Self.extended(from: found.rows.upperBound, by: 1, at: found.x, rows, words)
    let beside = (first...last).count { row in
      Self.width(leftOf: found.x, of: rows[row], words) >= Self.leastWidth
    }
    guard beside >= 3, !Self.isNumbering(rows[first...last], before: found.x, words) else {
      return nil
    }
    left = found.x
    self.rows = first..<(last + 1)
  }

  /// So many lines through a margin and the text beside it are those of a table; a form has fewer.
  static let fewestRulings = 6

  /// Whether lines are drawn from the column to the text beside it, as between the rows of a table.
  func isRuled(by rulings: [Ruling], _ rows: [[Int]], of words: [PageWords.Word]) -> Bool {
    let boxes = self.rows.flatMap { rows[$0] }.map { words[$0].box }
    guard let first = boxes.first else { return false }
    let box = boxes.dropFirst().reduce(first) { $0.union($1) }
    let through = rulings.filter { ruling in
      ruling.direction == .horizontal && ruling.start < left - Self.leastWidth
        && ruling.end > left + Self.leastWidth && ruling.position > box.y0 - 2 * first.height
        && ruling.position < box.y1 + 2 * first.height
    }
    // A line of a scan may be found in pieces, one a hair below the other.
    let places = through.map(\.position).sorted()
    let gaps = zip(places, places.dropFirst()).count { $1 - $0 > Self.tolerance }
    return gaps + 1 >= Self.fewestRulings
  }

  /// How far the words of a row before a place and those behind it stand apart.
  private static func gap(
    at x: Float,
    in row: [Int],
    _ words: [PageWords.Word]
  ) -> Float {
    let text = row.first { words[$0].box.x0 >= x - tolerance }
    let margin = row.last { words[$0].box.x0 < x - tolerance }
    guard let text, let margin else { return .infinity }
    return words[text].box.x0 - words[margin].box.x1
  }

  /// Whether the words next to the text number it: narrow, one below the other, apart from what
  /// stands before them.
  ///
  /// "Philippe SAUREL   5.   Programme d'aménagement" is a row of minutes, not text beside a margin.
  private static func isNumbering(
    _ rows: ArraySlice<[Int]>,
    before x: Float,
    _ words: [PageWords.Word]
  ) -> Bool {
    var places: [Float] = []
    for row in rows {
      let margin = row.filter { words[$0].box.x1 < x }
      // A number that nothing stands behind numbers nothing: "en exercice : 11".
      guard let last = margin.last, margin.count < row.count else { continue }
      let box = words[last].box
      guard box.x1 - box.x0 <= 2.2 * box.height else { continue }
      // The last column of a table on the left page of two columns stands far from the text.
      guard x - box.x1 <= numberReach * box.height else { continue }
      if margin.count > 1 {
        let before = words[margin[margin.count - 2]].box
        guard box.x0 - before.x1 >= leastGap else { continue }
      }
      places.append(box.x0)
    }
    return places.contains { place in
      places.count { abs($0 - place) <= tolerance } >= 3
    }
  }

  /// How far before the text its numbers stand at most, in heights of their line.
  private static let numberReach: Float = 4

  /// A margin is at least this wide, in points: wider than the bullets of a list.
  static let leastWidth: Float = 25

  /// How wide the words of a row are that end before a place.
  private static func width(
    leftOf x: Float,
    of row: [Int],
    _ words: [PageWords.Word]
  ) -> Float {
    let margin = row.filter { words[$0].box.x1 < x }
    guard let first = margin.first, let last = margin.last else { return 0 }
    return words[last].box.x1 - words[first].box.x0
  }

  /// Where the last run of words without a wide gap begins.
  private static func lastSegment(_ row: [Int], of words: [PageWords.Word]) -> Float {
    var start = words[row[0]].box.x0
    var right = words[row[0]].box.x1
    for index in row.dropFirst() {
      let box = words[index].box
      if box.x0 - right > LineAssembly.columnGap * box.height { start = box.x0 }
      right = max(right, box.x1)
    }
    return start
  }

  private static func commonest(
    _ starts: [(x: Float, row: Int)]
  ) -> (x: Float, rows: ClosedRange<Int>)? {
    var best: (x: Float, rows: ClosedRange<Int>, count: Int)?
    for start in starts {
      let near = starts.filter { abs($0.x - start.x) <= tolerance }
      guard near.count >= fewestLines, near.count > best?.count ?? 0 else { continue }
      guard let first = near.first?.row, let last = near.last?.row else { continue }
      best = (near.map(\.x).min() ?? start.x, first...last, near.count)
    }
    return best.map { ($0.x, $0.rows) }
  }

  /// The most lines of a stamp.
  private static let mostLines = 4

  /// The last row in a direction on which no word crosses the place.
  private static func extended(
    from row: Int,
    by step: Int,
    at x: Float,
    _ rows: [[Int]],
    _ words: [PageWords.Word]
  ) -> Int {
    var last = row
    var next = row + step
    while rows.indices.contains(next), abs(next - last) <= mostLines + 1 {
      let crosses = rows[next].contains { index in
        words[index].box.x0 < x - tolerance && words[index].box.x1 > x - leastGap
      }
      guard !crosses else { break }
      let text = rows[next].first { index in words[index].box.x0 >= x - tolerance }
      if let text, words[text].box.x0 > x + tolerance {
        // A stamp stands right of the place at which the text begins, and among its lines.
        next += step
        continue
      }
      guard text != nil || step < 0, gap(at: x, in: rows[next], words) >= leastGap else { break }
      last = next
      next += step
    }
    return last
  }
}
