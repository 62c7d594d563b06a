/// A rectangle on a page, in PDF points from the page's top left; `y` grows downwards.
public struct BoundingBox: Hashable, Sendable {
  /// The left edge.
  public var x0: Float
  /// The top edge.
  public var y0: Float
  /// The right edge.
  public var x1: Float
  /// The bottom edge.
  public var y1: Float

  /// Makes a box from its four edges.
  public init(x0: Float, y0: Float, x1: Float, y1: Float) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  /// The distance between the top and the bottom edge.
  public var height: Float { y1 - y0 }

  /// The distance between the left and the right edge.
  public var width: Float { x1 - x0 }

  /// The vertical middle.
  public var midY: Float { (y0 + y1) / 2 }

  /// The smallest box that holds both.
  public func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(
      x0: min(x0, other.x0),
      y0: min(y0, other.y0),
      x1: max(x1, other.x1),
      y1: max(y1, other.y1)
    )
  }
}
