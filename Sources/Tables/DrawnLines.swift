import PageModel

/// Makes whole lines of what is drawn in pieces, and leaves out what parts no cells.
enum DrawnLines {
  /// Pieces on one line that lie no further apart than this, in points, are one: dashes, the walls
  /// of one cell after the other.
  static let widestBreak: Float = 2.5
  /// Pieces whose places differ by no more than this, in points, lie on one line.
  static let tolerance: Float = 0.8
  /// A shorter line, in points, parts nothing.
  static let shortest: Float = 5

  /// The lines, pieces of one line joined, horizontal ones first.
  static func joined(_ rulings: [Ruling]) -> [Ruling] {
    joined(rulings, .horizontal) + joined(rulings, .vertical)
  }

  private static func joined(_ all: [Ruling], _ direction: Ruling.Direction) -> [Ruling] {
    let sorted = all.filter { $0.direction == direction && $0.end > $0.start }
      .sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    var lines: [Ruling] = []
    var lane: [Ruling] = []
    func closeLane() {
      lane.sort { $0.start < $1.start }
      var open: Ruling?
      for piece in lane {
        if var line = open, piece.start <= line.end + widestBreak {
          line.end = max(line.end, piece.end)
          open = line
        } else {
          if let open { lines.append(open) }
          open = piece
        }
      }
      if let open { lines.append(open) }
      lane.removeAll(keepingCapacity: true)
    }
    for piece in sorted {
      if let first = lane.first, piece.position - first.position > tolerance { closeLane() }
      lane.append(piece)
    }
    closeLane()
    return lines.filter { $0.end - $0.start >= shortest }
  }

  /// The lines without those that underline words: just below some, from the first to the last.
  static func withoutUnderlines(_ rulings: [Ruling], under marks: [PageMarks.Mark]) -> [Ruling] {
    let byFoot = marks.indices.sorted { marks[$0].box.y1 < marks[$1].box.y1 }
    return rulings.filter { ruling in
      guard ruling.direction == .horizontal else { return true }
      var low = 0
      var high = byFoot.count
      while low < high {
        let middle = (low + high) / 2
        if marks[byFoot[middle]].box.y1 < ruling.position - 2 {
          low = middle + 1
        } else {
          high = middle
        }
      }
      var start = Float.infinity
      var end = -Float.infinity
      var at = low
      while at < byFoot.count, marks[byFoot[at]].box.y1 < ruling.position + 4 {
        let box = marks[byFoot[at]].box
        at += 1
        guard box.y0 < ruling.position - 2, box.x1 > ruling.start, box.x0 < ruling.end else {
          continue
        }
        guard ruling.position > box.y1 - 0.3 * box.height else { continue }
        start = min(start, box.x0)
        end = max(end, box.x1)
      }
      guard end > start else { return true }
      return abs(start - ruling.start) > 1.5 || abs(end - ruling.end) > 1.5
    }
  }
}
