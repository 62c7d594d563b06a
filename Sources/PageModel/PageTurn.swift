/// How a page as it is shown must be turned to be read, clockwise.
public enum PageTurn: Int, Hashable, Sendable, CaseIterable {
  /// The page is upright.
  case none
  /// A quarter turn clockwise: the text runs from the bottom to the top.
  case clockwise
  /// Half a turn: the page stands upside down.
  case half
  /// A quarter turn counterclockwise: the text runs from the top to the bottom.
  case counterclockwise

  /// Whether width and height change places.
  public var swapsSides: Bool { self == .clockwise || self == .counterclockwise }
}

extension Page {
  /// The width and height of the page as it is shown; absent for a text input.
  public var shownSize: (width: Float?, height: Float?) {
    turn.swapsSides ? (height, width) : (width, height)
  }

  /// Where a box of the page as it was read stands on the page as it is shown.
  public func shown(_ box: BoundingBox) -> BoundingBox {
    guard turn != .none, let width, let height else { return box }
    return switch turn {
    case .none: box
    case .clockwise:
      BoundingBox(x0: box.y0, y0: width - box.x1, x1: box.y1, y1: width - box.x0)
    case .half:
      BoundingBox(
        x0: width - box.x1,
        y0: height - box.y1,
        x1: width - box.x0,
        y1: height - box.y0
      )
    case .counterclockwise:
      BoundingBox(x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1)
    }
  }
}

extension TableGrid {
  /// The table with the boxes of its cells on the pages as they are shown.
  public func shown(on pages: [Page]) -> TableGrid {
    guard pages.contains(where: { $0.turn != .none }) else { return self }
    let cells = cells.map { cell in
      guard let page = pages.first(where: { $0.number == cell.page }) else { return cell }
      var shown = cell
      shown.box = cell.box.map(page.shown)
      return shown
    }
    return TableGrid(
      pages: self.pages,
      rowCount: rowCount,
      columnCount: columnCount,
      cells: cells,
      lines: lines,
      confidence: confidence
    )
  }
}
