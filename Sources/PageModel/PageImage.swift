/// A page as grey pixels: 0 is black, 255 white; rows from the top, without padding.
public struct PageImage: Sendable {
  /// The number of columns.
  public var width: Int
  /// The number of rows.
  public var height: Int
  /// How many pixels a point is wide.
  public var pixelsPerPoint: Float
  /// One byte for each pixel.
  public var pixels: [UInt8]

  /// Makes an image.
  public init(width: Int, height: Int, pixelsPerPoint: Float, pixels: [UInt8]) {
    self.width = width
    self.height = height
    self.pixelsPerPoint = pixelsPerPoint
    self.pixels = pixels
  }
}
