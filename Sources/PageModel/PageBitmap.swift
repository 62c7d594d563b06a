/// A page in black and white: one bit for each pixel, rows from the top.
public struct PageBitmap: Sendable {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// How many pixels a point is wide.
  public let pixelsPerPoint: Float
  /// How many words a row takes.
  public let wordsPerRow: Int
  /// The rows, one after the other.
  ///
  /// The least bit of a word is its leftmost pixel, a set bit is dark, bits past the width are clear.
  public private(set) var words: [UInt64]

  /// Makes a white page.
  public init(width: Int, height: Int, pixelsPerPoint: Float) {
    self.width = width
    self.height = height
    self.pixelsPerPoint = pixelsPerPoint
    wordsPerRow = (width + 63) / 64
    words = [UInt64](repeating: 0, count: wordsPerRow * height)
  }

  /// Sets 64 pixels of a row, counted in words from its left.
  public mutating func set(_ word: UInt64, row: Int, place: Int) {
    words[row * wordsPerRow + place] = word
  }

  /// Whether anything inside of a box, in points, is dark.
  public func hasInk(in box: BoundingBox) -> Bool {
    let left = max(0, Int(box.x0 * pixelsPerPoint))
    let right = min(width, Int(box.x1 * pixelsPerPoint))
    let top = max(0, Int(box.y0 * pixelsPerPoint))
    let bottom = min(height, Int(box.y1 * pixelsPerPoint))
    guard left < right, top < bottom else { return false }
    for row in top..<bottom {
      for place in (left / 64)...((right - 1) / 64) {
        var word = words[row * wordsPerRow + place]
        if place == left / 64 { word &= ~0 << UInt64(left % 64) }
        if place == (right - 1) / 64 { word &= ~0 >> UInt64(63 - (right - 1) % 64) }
        if word != 0 { return true }
      }
    }
    return false
  }
}
