import PageModel

/// The long runs of dark pixels along the rows and the columns of a page.
struct DarkRuns {
  /// A run along a row or a column.
  struct Run {
    /// The row, or the column.
    var lane: Int
    /// The first pixel.
    var start: Int
    /// The pixel after the last.
    var end: Int
  }

  /// The runs along rows, by row, then start.
  private(set) var horizontal: [Run] = []
  /// The runs along columns, by column, then start.
  private(set) var vertical: [Run] = []

  /// Finds the runs of at least the given lengths in pixels, row by row, as the bits lie in memory:
  /// a word that is as the one above it costs one comparison.
  init(_ bitmap: PageBitmap, leastHorizontal: Int, leastVertical: Int) {
    var above = [UInt64](repeating: 0, count: bitmap.wordsPerRow)
    var tops = [Int32](repeating: 0, count: bitmap.wordsPerRow * 64)
    for row in 0..<bitmap.height {
      var start = -1
      for place in 0..<bitmap.wordsPerRow {
        let word = bitmap.words[row * bitmap.wordsPerRow + place]
        let changed = word ^ above[place]
        if changed != 0 {
          endColumns(changed & ~word, at: row, place, tops, leastVertical)
          Self.forEachBit(changed & word) { bit in tops[place * 64 + bit] = Int32(row) }
          above[place] = word
        }
        if word != 0 || start >= 0 { take(word, row, place, &start, leastHorizontal) }
      }
      if start >= 0 { endRow(row, start, bitmap.width, leastHorizontal) }
    }
    for place in above.indices {
      endColumns(above[place], at: bitmap.height, place, tops, leastVertical)
    }
    vertical.sort { ($0.lane, $0.start) < ($1.lane, $1.start) }
  }

  private static func forEachBit(_ word: UInt64, _ body: (Int) -> Void) {
    var rest = word
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  /// Ends the runs of the columns whose bits are set.
  private mutating func endColumns(
    _ word: UInt64,
    at row: Int,
    _ place: Int,
    _ tops: [Int32],
    _ least: Int
  ) {
    Self.forEachBit(word) { bit in
      let column = place * 64 + bit
      let top = Int(tops[column])
      if row - top >= least { vertical.append(Run(lane: column, start: top, end: row)) }
    }
  }

  /// Goes on along a row by 64 pixels; `start` is where the open run began, or -1.
  private mutating func take(
    _ word: UInt64,
    _ row: Int,
    _ place: Int,
    _ start: inout Int,
    _ least: Int
  ) {
    var bit = 0
    while bit < 64 {
      let rest = word >> UInt64(bit)
      if start < 0 {
        guard rest != 0 else { return }
        bit += rest.trailingZeroBitCount
        start = place * 64 + bit
      } else {
        let dark = (~rest).trailingZeroBitCount
        guard bit + dark < 64 else { return }
        bit += dark
        endRow(row, start, place * 64 + bit, least)
        start = -1
      }
    }
  }

  private mutating func endRow(_ row: Int, _ start: Int, _ end: Int, _ least: Int) {
    if end - start >= least { horizontal.append(Run(lane: row, start: start, end: end)) }
  }
}
