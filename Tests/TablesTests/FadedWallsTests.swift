import PageModel
import Testing

@testable import Tables

/// Rows of 20 points between columns at 0, 50, 100 and 150; the wall at 50 stands in the first row
/// alone.
struct `A wall that a scan has lost in a row` {
  private func rulings(rows: Int = 3) -> [Ruling] {
    let bottom = Float(rows * 20)
    return (0...rows).map { Ruling(.horizontal, position: Float($0 * 20), start: 0, end: 150) }
      + [Float(0), 100, 150].map { Ruling(.vertical, position: $0, start: 0, end: bottom) }
      + [Ruling(.vertical, position: 50, start: 0, end: 20)]
  }

  /// The rows of the second wall after it was looked for between words, each a row and its edges.
  private func wall(
    _ words: [(row: Int, from: Int, to: Int)],
    pieces: [(columns: Range<Int>, rows: Range<Int>)] = []
  ) -> [Float] {
    var text = PageBitmap(width: 150, height: 60, pixelsPerPoint: 1)
    var rows = [[UInt64]](repeating: [UInt64](repeating: 0, count: text.wordsPerRow), count: 3)
    for word in words {
      for column in word.from..<word.to { rows[word.row][column / 64] |= 1 << UInt64(column % 64) }
    }
    for piece in pieces {
      var bits: UInt64 = 0
      for column in piece.columns { bits |= 1 << UInt64(column) }
      for row in piece.rows { text.set(bits, row: row, place: 0) }
    }
    for (row, pixels) in rows.enumerated() {
      for (place, bits) in pixels.enumerated() { text.set(bits, row: row * 20 + 10, place: place) }
    }
    return FadedWalls.completed(rulings(), between: text)
      .filter { $0.direction == .vertical && $0.position == 50 }.map(\.start)
  }

  @Test func `stands where two texts leave its place free`() {
    #expect(wall([(1, 5, 30), (1, 60, 90), (2, 5, 45), (2, 52, 70)]) == [0, 20, 40])
  }

  @Test func `stands where its dots have text close behind them alone`() {
    #expect(wall([(1, 5, 30), (1, 50, 51), (1, 53, 70)]) == [0, 20])
  }

  @Test func `stands where a piece of it is left below texts that are close to it`() {
    let close = [(1, 5, 48), (1, 52, 70)]
    #expect(wall(close + [(1, 50, 51)], pieces: [(50..<51, 33..<39)]) == [0, 20])
  }

  @Test(arguments: [[(50..<51, 33..<36)], [(48..<51, 33..<39)], [(50..<54, 33..<39)]])
  func `stands not where the piece is short or has letters beside it`(
    pieces: [(columns: Range<Int>, rows: Range<Int>)]
  ) {
    #expect(wall([(1, 5, 48), (1, 50, 51), (1, 52, 70)], pieces: pieces) == [0])
  }

  @Test func `stands not in a cell with one text`() {
    #expect(wall([(1, 5, 30), (2, 60, 90)]) == [0])
  }

  @Test func `stands not where a text crosses its place`() {
    #expect(wall([(1, 5, 70), (1, 80, 90)]) == [0])
  }

  @Test func `is not looked for where text stands beyond a wall that is there`() {
    #expect(wall([(1, 5, 30), (1, 110, 140)]) == [0])
  }
}
