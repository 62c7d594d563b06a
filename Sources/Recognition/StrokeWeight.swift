import CLoadedLibraries
import PageModel

/// Tells the bold words of a recognised page by how thick their strokes are.
///
/// A stroke has an edge on each side, so its width is twice its pixels over those of its edges.
struct StrokeWeight {
  /// A word is bold where its strokes, in sizes of its font, are this many times as thick as those of
  /// most letters of its page.
  ///
  /// Measured on born-digital minutes of five producers, drawn at 150 to 300 dpi and blurred as a scanner
  /// does: of 100 regular lines 98 stay below 1.12, of 100 bold ones 95 stand above 1.14.
  private static let bold: Float = 1.14
  /// A word of fewer letters tells nothing: one "l" is all stem, one "o" none.
  private static let fewestLetters = 3
  /// A coarser page is made twice as large, so that a stroke is more than its two edges; in pixels a
  /// point.
  private static let leastResolution: Float = 250 / 72
  /// A word's box reaches from the ascent to the descent of its font.
  private static let boxHeight = WordBoxes.ascent + WordBoxes.descent

  /// Says of each word of a page that has letters enough whether it is bold.
  static func mark(
    _ page: inout PageWords,
    grey: borrowing Pixels,
    ink: borrowing Pixels,
    pixelsPerPoint: Float
  ) {
    if pixelsPerPoint < leastResolution {
      guard let large = grey.scaled(by: 2), let ink = large.blackAndWhite() else { return }
      mark(&page, ink: ink, pixelsPerPoint: 2 * pixelsPerPoint)
    } else {
      mark(&page, ink: ink, pixelsPerPoint: pixelsPerPoint)
    }
  }

  private static func mark(
    _ page: inout PageWords,
    ink: borrowing Pixels,
    pixelsPerPoint scale: Float
  ) {
    guard let cores = unsafe Pixels(adopting: pixErodeBrick(nil, ink.pix, 3, 3)) else { return }
    var widths: [(word: Int, width: Float, letters: Int)] = []
    for (index, word) in page.words.enumerated() {
      let letters = page.bytes[word.bytes].count { ASCII.isLetter($0 | 0x20) || $0 >= 0xC0 }
      guard letters >= fewestLetters, word.box.height > 0 else { continue }
      let box = PixelBox(word.box, pixelsPerPoint: scale)
      let all = ink.blackCount(in: box)
      let edges = all - cores.blackCount(in: box)
      guard edges > 0 else { continue }
      let size = word.box.height / boxHeight
      widths.append((index, 2 * Float(all) / Float(edges) / scale / size, letters))
    }
    guard let usual = median(widths.map { ($0.width, $0.letters) }) else { return }
    for (word, width, _) in widths { page.words[word].isBold = width >= bold * usual }
  }

  /// The value below which half of the weight lies.
  private static func median(_ values: [(value: Float, weight: Int)]) -> Float? {
    var rest = values.reduce(0) { $0 + $1.weight } / 2
    for (value, weight) in values.sorted(by: { $0.value < $1.value }) {
      rest -= weight
      if rest <= 0 { return value }
    }
    return nil
  }
}
