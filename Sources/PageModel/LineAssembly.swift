/// Words of a page put together to the lines that the eye sees: words on one baseline, from left to
/// right, from the top of the page to its foot.
struct LineAssembly {
  /// A gap wider than this, in heights of the line, parts two columns.
  static let columnGap: Float = 1.5
  /// A gap narrower than this, in heights of the line, parts no words.
  static let letterGap: Float = 0.067
  /// White space above a line of more than this, in heights of the line, opens a paragraph.
  static let paragraphGap: Float = 0.45

  /// The words of a page that share a baseline in one of its columns.
  struct Line {
    /// The indices of the words, from left to right.
    var words: [Int]
    /// The column, from the left.
    var column: UInt8 = 0
  }

  /// The lines in reading order.
  let lines: [Line]

  /// Groups the words of a page; a column in the margin is read before the text beside it.
  ///
  /// What runs another way than the text of the page comes last. Lines that are drawn through both
  /// columns make them those of a table, which is read row by row.
  init(_ words: [PageWords.Word], rulings: [Ruling] = []) {
    let upright = words.indices.filter { words[$0].turn == 0 }
    let rows = Self.rows(upright, of: words)
    let turned = upright.count == words.count ? [] : Self.turnedLines(words)
    guard let column = SideColumn(rows, of: words), !column.isRuled(by: rulings, rows, of: words)
    else {
      lines = rows.map { Line(words: $0) } + turned
      return
    }
    let beside = rows[column.rows].joined()
    let margin = beside.filter { words[$0].box.x1 <= column.left }
    let text = beside.filter { words[$0].box.x1 > column.left }
    lines =
      rows[..<column.rows.lowerBound].map { Line(words: $0) }
      + Self.rows(Array(margin), of: words).map { Line(words: $0) }
      + Self.rows(Array(text), of: words).map { Line(words: $0, column: 1) }
      + rows[column.rows.upperBound...].map { Line(words: $0) } + turned
  }

  /// The lines of words that run from top to bottom, from bottom to top, or upside down.
  private static func turnedLines(_ words: [PageWords.Word]) -> [Line] {
    (UInt8(1)...3).flatMap { turn -> [Line] in
      var set = words
      let chosen = words.indices.filter { words[$0].turn == turn }
      for index in chosen {
        let box = words[index].box
        set[index].box =
          switch turn {
          case 1: BoundingBox(x0: box.y0, y0: -box.x1, x1: box.y1, y1: -box.x0)
          case 2: BoundingBox(x0: -box.x1, y0: -box.y1, x1: -box.x0, y1: -box.y0)
          default: BoundingBox(x0: -box.y1, y0: box.x0, x1: -box.y0, y1: box.x1)
          }
      }
      return rows(chosen, of: set).map { Line(words: $0) }
    }
  }

  private static func rows(_ indices: [Int], of words: [PageWords.Word]) -> [[Int]] {
    let order = indices.sorted { left, right in
      let (a, b) = (words[left].box.midY, words[right].box.midY)
      return a == b ? words[left].box.x0 < words[right].box.x0 : a < b
    }
    var lines: [[Int]] = []
    var middle: Float = 0
    var height: Float = 0
    for index in order {
      let box = words[index].box
      let least = min(max(height, 1), max(box.height, 1))
      if lines.isEmpty || box.midY - middle > 0.45 * least
        || standsBelow(box, lines[lines.count - 1], of: words, by: 0.25 * least)
      {
        lines.append([index])
        middle = box.midY
        height = box.height
      } else {
        lines[lines.count - 1].append(index)
        if box.height > height {
          height = box.height
          middle = box.midY
        }
      }
    }
    return lines.map { line in line.sorted { words[$0].box.x0 < words[$1].box.x0 } }
  }

  /// Whether a word stands below another of a line: a word half way between two lines of the next
  /// cell does not make them one.
  private static func standsBelow(
    _ box: BoundingBox,
    _ line: [Int],
    of words: [PageWords.Word],
    by distance: Float
  ) -> Bool {
    guard let first = line.first, box.midY - words[first].box.midY > distance else { return false }
    return line.suffix(200).contains { index in
      let other = words[index].box
      let shared = min(box.x1, other.x1) - max(box.x0, other.x0)
      return shared * 2 > min(box.x1 - box.x0, other.x1 - other.x0)
        && box.midY - other.midY > distance
    }
  }
}
