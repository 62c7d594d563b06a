import PageModel

/// A rectangle of an image, in pixels.
struct PixelBox: Hashable {
  var x: Int32
  var y: Int32
  var width: Int32
  var height: Int32

  init(x: Int32, y: Int32, width: Int32, height: Int32) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The same rectangle on an image of another size.
  func scaled(by factor: Float) -> PixelBox {
    PixelBox(
      x: Int32(Float(x) * factor),
      y: Int32(Float(y) * factor),
      width: max(1, Int32(Float(width) * factor)),
      height: max(1, Int32(Float(height) * factor))
    )
  }

  /// The smallest rectangle around two.
  func union(_ other: PixelBox) -> PixelBox {
    let left = min(x, other.x)
    let top = min(y, other.y)
    let right = max(x + width, other.x + other.width)
    let bottom = max(y + height, other.y + other.height)
    return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The pixels inside of a box in points.
  init(_ box: BoundingBox, pixelsPerPoint scale: Float) {
    x = Int32(max(0, box.x0 * scale).rounded())
    y = Int32(max(0, box.y0 * scale).rounded())
    width = max(1, Int32((box.x1 * scale).rounded()) - x)
    height = max(1, Int32((box.y1 * scale).rounded()) - y)
  }
}
