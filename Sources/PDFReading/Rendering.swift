/// The pixels of a rendered page, lent for as long as its surface lives: four bytes each in native
/// order, blue, green, red, unused.
@unsafe struct Rendering {
  let pixels: UnsafeRawPointer
  let width: Int
  let height: Int
  let stride: Int

  /// The dark ones among 64 pixels of a row, those inside of a fill left out.
  ///
  /// Most of a page is white, so eight pixels are first compared with white at once.
  func darkBits(row: Int, from first: Int) -> UInt64 {
    let line = unsafe pixels + row * stride
    let count = unsafe min(64, width - first)
    var word: UInt64 = 0
    var at = 0
    while at < count {
      if at + 8 <= count {
        let start = (first + at) * 4
        var eight = unsafe line.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        for pair in 1..<4 {
          eight &= unsafe line.loadUnaligned(fromByteOffset: start + pair * 8, as: UInt64.self)
        }
        if eight & white == white {
          at += 8
          continue
        }
      }
      for bit in at..<min(at + 8, count) where unsafe isLine(row: row, column: first + bit) {
        word |= 1 << UInt64(bit)
      }
      at += 8
    }
    return word
  }

  /// Green is nearest to grey.
  private func grey(_ row: Int, _ column: Int) -> UInt8 {
    unsafe pixels.load(fromByteOffset: row * stride + column * 4 + 1, as: UInt8.self)
  }

  /// Whether a pixel is dark and not inside of a fill, which is dark on all four sides across.
  private func isLine(row: Int, column: Int) -> Bool {
    let own = unsafe grey(row, column)
    guard own < darkness else { return false }
    let reach = lineReach
    guard row >= reach, column >= reach, unsafe row + reach < height,
      unsafe column + reach < width
    else { return true }
    let ground = Int(own) + contrast
    return unsafe Int(grey(row - reach, column - reach)) > ground
      || Int(grey(row - reach, column + reach)) > ground
      || Int(grey(row + reach, column - reach)) > ground
      || Int(grey(row + reach, column + reach)) > ground
  }
}

/// A pixel darker than this may belong to a line: one of half a pixel's width, spread over two
/// pixels, still is.
private let darkness: UInt8 = 215
/// How far to look for what a pixel lies in, in pixels: further than a line is thick.
private let lineReach = 3
/// How much lighter the ground beside a line is.
private let contrast = 25
/// Two white pixels, their unused bytes aside.
private let white: UInt64 = 0x00FF_FFFF_00FF_FFFF
