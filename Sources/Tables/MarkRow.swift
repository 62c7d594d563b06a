import PageModel

/// Words side by side.
struct MarkRow {
  /// The indices of the words in `PageMarks.marks`, from left to right.
  var marks: [Int]
  /// The box around them.
  var box: BoundingBox

  /// Words that share a height, from the top.
  static func rows(of indices: [Int], in marks: [PageMarks.Mark]) -> [MarkRow] {
    let order = indices.sorted { left, right in
      let (a, b) = (marks[left].box, marks[right].box)
      return a.midY == b.midY ? a.x0 < b.x0 : a.midY < b.midY
    }
    guard let first = order.first else { return [] }
    var rows: [MarkRow] = []
    var start = 0
    var bounds = marks[first].box
    var (middle, height) = (bounds.midY, bounds.height)
    for place in 1...order.count {
      if place < order.count {
        let box = marks[order[place]].box
        if box.midY - middle <= 0.36 * max(1, min(height, box.height)) {
          bounds = bounds.union(box)
          if box.height > height { (middle, height) = (box.midY, box.height) }
          continue
        }
      }
      let row = order[start..<place].sorted { marks[$0].box.x0 < marks[$1].box.x0 }
      rows.append(MarkRow(marks: row, box: bounds))
      guard place < order.count else { break }
      start = place
      bounds = marks[order[place]].box
      (middle, height) = (bounds.midY, bounds.height)
    }
    return rows
  }

  /// The row cut where the gap between two words is at least so wide.
  func segments(apart gap: Float, in marks: [PageMarks.Mark]) -> [Segment] {
    guard !self.marks.isEmpty else { return [] }
    var segments: [Segment] = []
    var start = 0
    var bounds = box
    for (place, index) in self.marks.enumerated() {
      let box = marks[index].box
      if place > start, box.x0 - bounds.x1 < gap {
        bounds = bounds.union(box)
        continue
      }
      if place > start {
        segments.append(Segment(marks: Array(self.marks[start..<place]), box: bounds))
        start = place
      }
      bounds = box
    }
    segments.append(Segment(marks: Array(self.marks[start...]), box: bounds))
    return segments
  }
}

/// Words of a row that stand close together.
struct Segment {
  /// The indices of the words in `PageMarks.marks`, from left to right.
  var marks: [Int]
  /// The box around them.
  var box: BoundingBox

  /// Whether most words are figures.
  func isFigure(in all: [PageMarks.Mark]) -> Bool {
    2 * marks.count { all[$0].isFigure } > marks.count
      || (all[marks[0]].isFigure && marks.count == 2 && all[marks[0]].box.width > 0)
  }
}
