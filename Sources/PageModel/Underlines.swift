/// The lines that run just below words.
public struct Underlines {
  /// An underline stands this far above the foot of a word's box at most, in heights of the word.
  private static let above: Float = 0.35
  /// And this far below it.
  private static let below: Float = 0.12
  /// An underline is as long as its words, but for this many points on each side.
  private static let slack: Float = 4
  /// A page with more lines is a drawing.
  private static let mostLines = 5000

  /// Marks the words of a page that stand on a line of their own.
  ///
  /// The wall of a cell is longer than what stands in the cell, and ends at other walls; so does the
  /// top of a frame below a line.
  public static func mark(_ page: inout PageWords, by all: [Ruling]) {
    let walls = all.filter { $0.direction == .vertical }
    let lines = all.filter { $0.direction == .horizontal && $0.end - $0.start > 3 }
    guard !lines.isEmpty, all.count <= mostLines else { return }
    let order = page.words.indices.filter { page.words[$0].turn == 0 }
      .sorted { page.words[$0].box.y1 < page.words[$1].box.y1 }
    let feet = order.map { page.words[$0].box.y1 }
    for line in lines {
      var found: [Int] = []
      var left = Float.infinity
      var right = -Float.infinity
      // No letter of a page is higher than this.
      var place = first(atLeast: line.position - 20, in: feet)
      while place < feet.count, feet[place] <= line.position + 40 {
        let box = page.words[order[place]].box
        let depth = (line.position - box.y1) / max(box.height, 1)
        if depth >= -above, depth <= below, box.x0 >= line.start - slack,
          box.x1 <= line.end + slack
        {
          found.append(order[place])
          left = min(left, box.x0)
          right = max(right, box.x1)
        }
        place += 1
      }
      guard !found.isEmpty, left - line.start <= slack, line.end - right <= slack,
        !meets(walls, line.start, line) || !meets(walls, line.end, line)
      else { continue }
      for index in found { page.words[index].isUnderlined = true }
    }
  }

  /// Whether one of some walls stands at the end of a line.
  private static func meets(_ walls: [Ruling], _ end: Float, _ line: Ruling) -> Bool {
    walls.contains { wall in
      abs(wall.position - end) <= 2 && wall.start <= line.position + 2
        && wall.end >= line.position - 2
    }
  }

  /// The first of some ascending numbers that is not less than another.
  private static func first(atLeast value: Float, in sorted: [Float]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
