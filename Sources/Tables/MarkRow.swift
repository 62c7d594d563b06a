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
    var rows: [MarkRow] = []
    var middle: Float = 0
    var height: Float = 0
    for index in order {
      let box = marks[index].box
      if !rows.isEmpty, box.midY - middle <= 0.36 * max(1, min(height, box.height)) {
        rows[rows.count - 1].marks.append(index)
        rows[rows.count - 1].box = rows[rows.count - 1].box.union(box)
        if box.height > height { (middle, height) = (box.midY, box.height) }
      } else {
        rows.append(MarkRow(marks: [index], box: box))
        (middle, height) = (box.midY, box.height)
      }
    }
    for place in rows.indices {
      rows[place].marks.sort { marks[$0].box.x0 < marks[$1].box.x0 }
    }
    return rows
  }

  /// The row cut where the gap between two words is at least so wide.
  func segments(apart gap: Float, in marks: [PageMarks.Mark]) -> [Segment] {
    var segments: [Segment] = []
    for index in self.marks {
      let box = marks[index].box
      if let last = segments.last, box.x0 - last.box.x1 < gap {
        segments[segments.count - 1].marks.append(index)
        segments[segments.count - 1].box = last.box.union(box)
      } else {
        segments.append(Segment(marks: [index], box: box))
      }
    }
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
