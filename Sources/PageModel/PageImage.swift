/// A page in shades of grey: one byte for each pixel, rows from the top, 255 is white.
public struct PageImage: Sendable {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// How many pixels a point is wide.
  public let pixelsPerPoint: Float
  /// The rows, one after the other.
  public var pixels: [UInt8]

  /// Makes an image of its rows.
  public init(width: Int, height: Int, pixelsPerPoint: Float, pixels: [UInt8]) {
    precondition(pixels.count == width * height)
    self.width = width
    self.height = height
    self.pixelsPerPoint = pixelsPerPoint
    self.pixels = pixels
  }
}
