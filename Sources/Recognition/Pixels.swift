import CLoadedLibraries
import PageModel

/// An image of leptonica: the one owner of a `Pix`.
@safe struct Pixels: ~Copyable {
  /// The image, lent to leptonica and Tesseract.
  let pix: UnsafeMutablePointer<Pix>

  /// Takes over an image that a function of leptonica returned; nothing where it failed.
  init?(adopting pix: UnsafeMutablePointer<Pix>?) {
    guard let pix = unsafe pix else { return nil }
    unsafe self.pix = pix
  }

  /// Copies a page.
  init?(_ image: borrowing PageImage) {
    let (width, height) = (image.width, image.height)
    guard loaded_recognition() else { return nil }
    guard let pix = unsafe pixCreateNoInit(Int32(width), Int32(height), 8) else { return nil }
    unsafe self.pix = pix
    let wordsPerLine = Int(unsafe pixGetWpl(pix))
    guard let data = unsafe pixGetData(pix) else { return }
    let pixels = image.pixels.span
    for row in 0..<height {
      for place in 0..<wordsPerLine {
        // The first pixel stands in the highest byte of a word.
        var word: UInt32 = 0
        for byte in 0..<4 {
          let column = place * 4 + byte
          let grey = column < width ? pixels[row * width + column] : 255
          word = word << 8 | UInt32(grey)
        }
        unsafe data[row * wordsPerLine + place] = word
      }
    }
  }

  deinit {
    var pix: UnsafeMutablePointer<Pix>? = unsafe pix
    unsafe pixDestroy(&pix)
  }

  var width: Int { Int(unsafe pixGetWidth(pix)) }
  var height: Int { Int(unsafe pixGetHeight(pix)) }

  /// The image with a white ground, the shade of the paper and its noise taken off; nothing for a
  /// scan in black and white, which has none.
  borrowing func cleaned() -> Pixels? {
    guard greyShare > 0.1 else { return nil }
    return unsafe Pixels(adopting: pixCleanBackgroundToWhite(pix, nil, nil, 1, 70, 190))
  }

  /// A copy of a rectangle.
  borrowing func part(_ box: PixelBox) -> Pixels? {
    var place: UnsafeMutablePointer<Box>? = unsafe boxCreate(box.x, box.y, box.width, box.height)
    defer { unsafe boxDestroy(&place) }
    return unsafe Pixels(adopting: pixClipRectangle(pix, place, nil))
  }

  /// A copy with some rectangles made white.
  borrowing func whitened(_ boxes: [PixelBox]) -> Pixels? {
    guard let copy = unsafe Pixels(adopting: pixCopy(nil, pix)) else { return nil }
    for box in boxes { copy.whiten(box) }
    return copy
  }

  /// The image a little blurred.
  borrowing func softened() -> Pixels? {
    unsafe Pixels(adopting: pixBlockconv(pix, 1, 1))
  }

  /// The image in another size.
  borrowing func scaled(by factor: Float) -> Pixels? {
    if factor > 1 { return unsafe Pixels(adopting: pixScaleGrayLI(pix, factor, factor)) }
    return unsafe Pixels(adopting: pixScale(pix, factor, factor))
  }

  /// The share of pixels that are neither black nor white.
  private var greyShare: Float {
    guard let data = unsafe pixGetData(pix) else { return 0 }
    let wordsPerLine = Int(unsafe pixGetWpl(pix))
    var grey = 0
    var count = 0
    // One pixel in many tells enough.
    for row in stride(from: 0, to: height, by: 13) {
      for place in stride(from: 0, to: max(0, width / 4), by: 5) {
        let shade = unsafe data[row * wordsPerLine + place] & 0xFF
        if shade > 20, shade < 250 { grey += 1 }
        count += 1
      }
    }
    return Float(grey) / Float(max(1, count))
  }

  /// The image in black and white, by the threshold that parts its shades best: what leptonica's
  /// `pixOtsuAdaptiveThreshold` does with one tile, in a third of its time.
  borrowing func blackAndWhite() -> Pixels? {
    var counts = unsafe numaCreate(256)
    defer { unsafe numaDestroy(&counts) }
    for count in shadeCounts { unsafe numaAddNumber(counts, Float(count)) }
    var threshold: Int32 = 0
    guard unsafe numaSplitDistribution(counts, 0.1, &threshold, nil, nil, nil, nil, nil) == 0 else {
      return nil
    }
    return unsafe Pixels(adopting: pixThresholdToBinary(pix, threshold))
  }

  /// How many pixels have each shade.
  private var shadeCounts: [UInt32] {
    var counts = [UInt32](repeating: 0, count: 256)
    guard let data = unsafe pixGetData(pix) else { return counts }
    let wordsPerLine = Int(unsafe pixGetWpl(pix))
    let (whole, rest) = width.quotientAndRemainder(dividingBy: 4)
    var span = counts.mutableSpan
    for row in 0..<height {
      let line = unsafe data + row * wordsPerLine
      for place in 0..<whole {
        let word = unsafe line[place]
        span[Int(word >> 24)] &+= 1
        span[Int(word >> 16 & 0xFF)] &+= 1
        span[Int(word >> 8 & 0xFF)] &+= 1
        span[Int(word & 0xFF)] &+= 1
      }
      for pixel in 0..<rest {
        span[Int(unsafe line[whole] >> UInt32(24 - 8 * pixel) & 0xFF)] &+= 1
      }
    }
    return counts
  }

  /// How many black pixels a rectangle of a black and white image has.
  borrowing func blackCount(in box: PixelBox) -> Int {
    var area: UnsafeMutablePointer<Box>? = unsafe boxCreate(box.x, box.y, box.width, box.height)
    defer { unsafe boxDestroy(&area) }
    var count: Int32 = 0
    unsafe pixCountPixelsInRect(pix, area, &count, nil)
    return Int(count)
  }

  /// The boxes of the connected pieces inside of a rectangle of a black and white image.
  borrowing func pieces(in area: PixelBox) -> [PixelBox] {
    guard let part = part(area) else { return [] }
    var boxes: UnsafeMutablePointer<Boxa>? = unsafe pixConnCompBB(part.pix, 8)
    defer { unsafe boxaDestroy(&boxes) }
    return (0..<(unsafe boxaGetCount(boxes))).compactMap { index in
      var (x, y, width, height) = (Int32(0), Int32(0), Int32(0), Int32(0))
      guard unsafe boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height) == 0 else {
        return nil
      }
      return PixelBox(x: area.x + x, y: area.y + y, width: width, height: height)
    }
  }

  /// The shade of a pixel of a page of grey; white outside of it.
  borrowing func shade(x: Int, y: Int) -> UInt8 {
    guard x >= 0, y >= 0, x < width, y < height, let data = unsafe pixGetData(pix) else {
      return 255
    }
    let word = unsafe data[y * Int(pixGetWpl(pix)) + x / 4]
    return UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * (x % 4)))
  }

  /// Makes a rectangle white, on a page of grey or in black and white.
  borrowing func whiten(_ box: PixelBox) {
    var area: UnsafeMutablePointer<Box>? = unsafe boxCreate(box.x, box.y, box.width, box.height)
    defer { unsafe boxDestroy(&area) }
    // A set bit is black, a full byte white.
    if unsafe pixGetDepth(pix) == 1 {
      unsafe pixClearInRect(pix, area)
    } else {
      unsafe pixSetInRect(pix, area)
    }
  }

  /// The bits of a black and white image at about 75 dpi; whatever is dark stays dark.
  borrowing func coarseBitmap(pixelsPerPoint scale: Float) -> PageBitmap? {
    guard let half = unsafe Pixels(adopting: pixReduceRankBinary2(pix, 1, nil)) else { return nil }
    guard scale > 3 else { return half.bitmap(pixelsPerPoint: scale / 2) }
    guard let quarter = unsafe Pixels(adopting: pixReduceRankBinary2(half.pix, 1, nil)) else {
      return nil
    }
    return quarter.bitmap(pixelsPerPoint: scale / 4)
  }

  /// The bits of a black and white image.
  private borrowing func bitmap(pixelsPerPoint: Float) -> PageBitmap {
    var bitmap = PageBitmap(width: width, height: height, pixelsPerPoint: pixelsPerPoint)
    guard let data = unsafe pixGetData(pix) else { return bitmap }
    let wordsPerLine = Int(unsafe pixGetWpl(pix))
    for row in 0..<height {
      for place in 0..<bitmap.wordsPerRow {
        var word: UInt64 = 0
        for half in 0..<2 where place * 2 + half < wordsPerLine {
          let bits = unsafe data[row * wordsPerLine + place * 2 + half]
          guard bits != 0 else { continue }
          // The leftmost pixel is the highest bit there, the lowest here.
          var rest = bits
          while rest != 0 {
            let lead = rest.leadingZeroBitCount
            word |= 1 << UInt64(half * 32 + lead)
            rest &= ~(0x8000_0000 >> UInt32(lead))
          }
        }
        if word != 0 { bitmap.set(word, row: row, place: place) }
      }
    }
    return bitmap
  }
}
