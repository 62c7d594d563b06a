import PageModel

/// The frames of a page: four lines that meet at their ends, with none inside.
///
/// The outer lines of a table run on past its first row, and others stand inside of them.
struct Frames {
  /// The boxes that the lines enclose.
  private(set) var boxes: [BoundingBox] = []

  /// How far the ends of two sides may stand apart at a corner, in points: a heading that is set in
  /// stands on a band of its own below a wider one.
  private static let tolerance: Float = 4.5
  /// A frame is at least as high as a line of text, in points.
  private static let leastHeight: Float = 9
  /// A higher one, as a share of the page, is the border of the page.
  private static let mostHeight: Float = 0.3
  /// A page with more lines is a table or a drawing.
  private static let mostLines = 200

  init(_ lines: [Ruling], pageHeight: Float) {
    guard lines.count <= Self.mostLines else { return }
    let horizontal = lines.filter { $0.direction == .horizontal }
    let vertical = lines.filter { $0.direction == .vertical }
    for (index, top) in horizontal.enumerated() {
      let bottom = horizontal[(index + 1)...].first { line in
        line.position - top.position >= Self.leastHeight
          && abs(line.start - top.start) <= Self.tolerance
          && abs(line.end - top.end) <= Self.tolerance
      }
      guard let bottom, bottom.position - top.position <= Self.mostHeight * pageHeight else {
        continue
      }
      let sides = vertical.filter { line in
        line.end > top.position + Self.tolerance && line.start < bottom.position - Self.tolerance
          && line.position > top.start - Self.tolerance
          && line.position < top.end + Self.tolerance
      }
      let between = horizontal[(index + 1)...].contains { line in
        line.position > top.position + Self.tolerance
          && line.position < bottom.position - Self.tolerance
          && line.end > top.start + Self.tolerance && line.start < top.end - Self.tolerance
          && line.end - line.start > 0.8 * (top.end - top.start)
      }
      let isClosed =
        sides.count == 2
        && sides.allSatisfy { side in
          abs(side.start - top.position) <= Self.tolerance
            && abs(side.end - bottom.position) <= Self.tolerance
        }
        && [top.start, top.end].allSatisfy { end in
          sides.contains { abs($0.position - end) <= Self.tolerance }
        }
      guard isClosed, !between else { continue }
      boxes.append(
        BoundingBox(x0: top.start, y0: top.position, x1: top.end, y1: bottom.position)
      )
    }
  }

  /// Whether a line of text stands in one of them.
  func hold(_ line: BoundingBox) -> Bool {
    boxes.contains { frame in
      line.x0 >= frame.x0 - Self.tolerance && line.x1 <= frame.x1 + Self.tolerance
        && line.midY > frame.y0 && line.midY < frame.y1
    }
  }
}
