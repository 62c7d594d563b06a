import CPopplerCore
import PageModel

/// A page as it is read: turned so that most of its text runs from left to right.
struct PageFrame {
  /// How the page that is shown is turned.
  let turn: PageTurn
  /// The width and the height of the turned page, in points.
  let size: (width: Float, height: Float)

  /// Finds the turn that sets most characters upright.
  init(_ content: borrowing PageContent, styles: [PCStyle]) {
    var counts = [0, 0, 0, 0, 0]
    if styles.contains(where: { $0.turn != 0 }) {
      for index in 0..<content.characterCount {
        counts[Int(min(4, styles[Int(content.character(at: index).style)].turn))] += 1
      }
    }
    let most = counts[..<4].max() ?? 0
    let main = most > counts[0] * 2 ? counts.firstIndex(of: most) ?? 0 : 0
    turn =
      switch main {
      case 1: .counterclockwise
      case 2: .half
      case 3: .clockwise
      default: .none
      }
    let shown = content.size
    size = turn.swapsSides ? (shown.height, shown.width) : shown
  }

  /// Where a box of the shown page stands on the turned one.
  func turned(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float) -> BoundingBox {
    switch turn {
    case .none: BoundingBox(x0: x0, y0: y0, x1: x1, y1: y1)
    case .clockwise: BoundingBox(x0: size.width - y1, y0: x0, x1: size.width - y0, y1: x1)
    case .half:
      BoundingBox(
        x0: size.width - x1,
        y0: size.height - y1,
        x1: size.width - x0,
        y1: size.height - y0
      )
    case .counterclockwise:
      BoundingBox(x0: y0, y0: size.height - x1, x1: y1, y1: size.height - x0)
    }
  }

  /// The quarter turns, clockwise, of a text on the turned page; 4 for one that runs askew.
  func turn(of style: PCStyle) -> UInt8 {
    guard style.turn < 4 else { return 4 }
    let own: UInt8 =
      switch turn {
      case .none: 0
      case .clockwise: 3
      case .half: 2
      case .counterclockwise: 1
      }
    return (style.turn + 4 - own) & 3
  }
}
