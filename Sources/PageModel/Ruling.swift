/// A printed line of a table, in points from the page's top left.
public struct Ruling: Hashable, Sendable {
  /// Which way a line runs.
  public enum Direction: Hashable, Sendable {
    case horizontal
    case vertical
  }

  /// Which way the line runs.
  public var direction: Direction
  /// The `y` of a horizontal line, the `x` of a vertical one.
  public var position: Float
  /// The least coordinate along the line.
  public var start: Float
  /// The greatest coordinate along the line.
  public var end: Float

  /// Makes a ruling.
  public init(_ direction: Direction, position: Float, start: Float, end: Float) {
    self.direction = direction
    self.position = position
    self.start = start
    self.end = end
  }

  /// The line as a box without thickness.
  public var box: BoundingBox {
    direction == .horizontal
      ? BoundingBox(x0: start, y0: position, x1: end, y1: position)
      : BoundingBox(x0: position, y0: start, x1: position, y1: end)
  }
}
