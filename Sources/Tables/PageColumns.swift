import PageModel

/// Parts a page of prose in columns, so that the lines of one are not taken for rows with those of
/// another.
struct PageColumns {
  /// A line of prose has so many words.
  static let fewestWords = 4
  /// So many lines side by side make columns.
  static let fewestLines = 6

  private let page: PageMarks

  init(_ page: PageMarks) {
    self.page = page
  }

  /// The words of each column, bands over the whole width by themselves, from the top left.
  func columns(of words: [Int], depth: Int = 0) -> [[Int]] {
    let rows = MarkRow.rows(of: words, in: page.marks)
    guard depth < 3, let gutter = gutter(rows) else { return [words] }
    var columns: [[Int]] = []
    var band: [MarkRow] = []
    func close() {
      defer { band = [] }
      let words = band.flatMap(\.marks)
      guard isParted(band, at: gutter) else {
        if !words.isEmpty { columns.append(words) }
        return
      }
      for side in [
        words.filter { page.marks[$0].midX < gutter },
        words.filter { page.marks[$0].midX >= gutter },
      ] {
        columns += self.columns(of: side, depth: depth + 1)
      }
    }
    for row in rows {
      let crosses = row.marks.contains { index in
        page.marks[index].box.x0 < gutter && page.marks[index].box.x1 > gutter
      }
      if crosses {
        close()
        columns.append(row.marks)
      } else {
        band.append(row)
      }
    }
    close()
    return joined(columns, rows: rows)
  }

  /// Rows over the whole width that follow one another, as one.
  private func joined(_ columns: [[Int]], rows: [MarkRow]) -> [[Int]] {
    let single = Set(rows.map(\.marks))
    var joined: [[Int]] = []
    var wasSingle = false
    for column in columns {
      let isSingle = single.contains(column)
      if isSingle, wasSingle, !joined.isEmpty {
        joined[joined.count - 1] += column
      } else {
        joined.append(column)
      }
      wasSingle = isSingle
    }
    return joined
  }

  /// Whether rows are the lines of two columns.
  ///
  /// Words of prose stand on both sides, and most lines are as wide as the column; those of a table's
  /// cells end before.
  private func isParted(_ rows: [MarkRow], at gutter: Float) -> Bool {
    let sides = [true, false].map { isLeft in
      rows.map { $0.marks.filter { (page.marks[$0].midX < gutter) == isLeft } }.filter(isProse)
    }
    guard sides.joined().count >= Self.fewestLines, !startTogether(rows, at: gutter) else {
      return false
    }
    return sides.contains { lines in
      let ends = lines.compactMap(\.last).map { page.marks[$0].box.x1 }
      let starts = lines.compactMap(\.first).map { page.marks[$0].box.x0 }
      guard let right = ends.max(), let left = starts.min(), lines.count >= 5 else { return false }
      return 10 * ends.count { $0 > right - 0.12 * (right - left) } >= 7 * lines.count
    }
  }

  /// Whether the blocks of text on both sides of a place begin on the same lines, as the cells of a
  /// row do; the paragraphs of two columns do not.
  private func startTogether(_ rows: [MarkRow], at gutter: Float) -> Bool {
    let starts = [true, false].map { isLeft -> [Float] in
      var bottom = -Float.infinity
      var starts: [Float] = []
      for row in rows {
        let boxes = row.marks.filter { (page.marks[$0].midX < gutter) == isLeft }
          .map { page.marks[$0].box }
        guard let first = boxes.first else { continue }
        let box = boxes.dropFirst().reduce(first) { $0.union($1) }
        if box.y0 - bottom > 0.4 * page.height { starts.append(box.y0) }
        bottom = max(bottom, box.y1)
      }
      return starts
    }
    guard let fewer = starts.min(by: { $0.count < $1.count }), fewer.count > 2,
      let more = starts.max(by: { $0.count < $1.count })
    else { return false }
    let shared = fewer.count { start in
      more.contains { abs($0 - start) < 0.3 * page.height }
    }
    return 10 * shared >= 7 * fewer.count
  }

  private func isProse(_ words: [Int]) -> Bool {
    words.count >= Self.fewestWords
      && 3 * words.count { !page.marks[$0].isFigure } > 2 * words.count
  }

  /// The place between two columns of prose; nothing where the page has none.
  private func gutter(_ rows: [MarkRow]) -> Float? {
    var places: [Float] = []
    for row in rows {
      let segments = row.segments(apart: 0.8 * page.height, in: page.marks)
      for (left, right) in zip(segments, segments.dropFirst())
      where isProse(left.marks) && isProse(right.marks) {
        places.append((left.box.x1 + right.box.x0) / 2)
      }
    }
    places.sort()
    guard places.count >= Self.fewestLines else { return nil }
    var best: (count: Int, place: Float) = (0, 0)
    var from = 0
    for at in places.indices {
      while places[at] - places[from] > 2 * page.height { from += 1 }
      if at - from + 1 > best.count { best = (at - from + 1, places[(at + from) / 2]) }
    }
    guard best.count >= Self.fewestLines, let edge = edge(of: rows, at: best.place) else {
      return nil
    }
    return edge
  }

  /// The place near another that the fewest words cross.
  private func edge(of rows: [MarkRow], at place: Float) -> Float? {
    let near = stride(from: place - page.height, through: place + page.height, by: 1)
    let words = rows.flatMap(\.marks).map { page.marks[$0].box }
      .filter { $0.x1 > place - 2 * page.height && $0.x0 < place + 2 * page.height }
    return near.min { left, right in
      words.count { $0.x0 < left && $0.x1 > left } < words.count { $0.x0 < right && $0.x1 > right }
    }
  }
}
