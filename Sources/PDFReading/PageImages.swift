public import PageModel

/// Renders pages of a PDF for recognition, each at the resolution of its own image.
public struct PageImages: ~Copyable {
  /// The finest rendering: 300 dpi.
  static let finest: Float = 300 / 72
  /// The coarsest rendering of a page of usual size: 150 dpi.
  static let coarsest: Float = 150 / 72
  /// The most pixels of a rendering: those of a page of format A3 at 300 dpi.
  static let mostPixels: Float = 17_500_000

  /// The most pixels of an image on a page, those of format A3 at 600 dpi: poppler unpacks an image
  /// whole, four bytes for each pixel, however small it is drawn.
  static let mostImagePixels = 70_000_000

  private let pdf: PDFDocument

  /// Opens the bytes of a file.
  public init(bytes: [UInt8], password: String? = nil) throws(PDFError) {
    pdf = try PDFDocument(bytes: bytes, password: password)
  }

  /// The image of a page that was read; nothing where it cannot be rendered, or would take too much
  /// memory.
  public borrowing func image(of page: Page) -> PageImage? {
    guard page.images.allSatisfy({ $0.pixelCount <= Self.mostImagePixels }) else { return nil }
    return pdf.withPage(at: page.number - 1) { rendered in
      rendered.image(pixelsPerPoint: Self.resolution(of: page, size: rendered.size))
    } ?? nil
  }

  private static func resolution(of page: Page, size: (width: Float, height: Float)) -> Float {
    let area = size.width * size.height
    // Scanners store letters as masks that are finer than the picture of the paper below them.
    let images = page.images.sorted { $0.pixelsPerPoint > $1.pixelsPerPoint }
    var covered: Float = 0
    let scan = images.first { image in
      covered += image.area
      return covered >= 0.25 * area
    }
    // Text beside small images was drawn by the page itself.
    let own = scan?.pixelsPerPoint ?? finest
    let bound = (mostPixels / max(1, area)).squareRoot()
    return min(max(min(own, finest), coarsest), bound)
  }
}

extension PlacedImage {
  fileprivate var area: Float { box.width * box.height }
  /// Sides are at most 2³¹ pixels.
  fileprivate var pixelCount: Int { pixelWidth * pixelHeight }

  /// How many pixels of the image a point shows; an image that is shown sideways swaps its sides.
  ///
  /// Whole points: a scan in black and white that is drawn pixel for pixel is not smoothed at all, and
  /// is read worse than one that is drawn by a thousandth larger.
  fileprivate var pixelsPerPoint: Float {
    let isTurned = (pixelWidth > pixelHeight) != (box.width > box.height)
    return Float(isTurned ? pixelHeight : pixelWidth) / max(1, box.width.rounded(.down))
  }
}
