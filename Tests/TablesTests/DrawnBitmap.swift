import PageModel

extension PageBitmap {
  /// A page drawn in rows of pixels, `#` dark and anything else white.
  init(_ drawing: String, pixelsPerPoint: Float = 1) {
    let rows = drawing.split(separator: "\n", omittingEmptySubsequences: false)
    let width = rows.map(\.utf8.count).max() ?? 0
    self.init(width: width, height: rows.count, pixelsPerPoint: pixelsPerPoint)
    for (row, pixels) in rows.enumerated() {
      var words = [UInt64](repeating: 0, count: wordsPerRow)
      for (column, pixel) in pixels.utf8.enumerated() where pixel == 0x23 {
        words[column / 64] |= 1 << UInt64(column % 64)
      }
      for (place, word) in words.enumerated() { set(word, row: row, place: place) }
    }
  }
}
