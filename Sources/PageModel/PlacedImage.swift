/// An image on a page.
public struct PlacedImage: Hashable, Sendable {
  /// Where it stands on the page, in points.
  public var box: BoundingBox
  /// Its columns.
  public var pixelWidth: Int
  /// Its rows.
  public var pixelHeight: Int

  /// Makes an image.
  public init(box: BoundingBox, pixelWidth: Int, pixelHeight: Int) {
    self.box = box
    self.pixelWidth = pixelWidth
    self.pixelHeight = pixelHeight
  }
}

/// What is lost of a page.
public enum PageLoss: Hashable, Sendable {
  /// All of it, or what comes after a damaged place.
  case unreadable
  /// What comes after a million characters, or as many lines as no page has.
  case cut
}
