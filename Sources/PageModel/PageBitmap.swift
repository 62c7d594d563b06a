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
}
