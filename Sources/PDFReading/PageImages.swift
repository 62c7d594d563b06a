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
  private let sizes: ImageSizes

  /// Opens the bytes of a file.
  public init(bytes: [UInt8], password: String? = nil) throws(PDFError) {
    pdf = try PDFDocument(bytes: bytes, password: password)
    sizes = ImageSizes(bytes)
  }

  /// The image of a page, from 1; nothing where it cannot be rendered, or would take too much memory.
  public borrowing func image(ofPage number: Int) -> PageImage? {
    let sizes = sizes
    return pdf.withPage(at: number - 1) { page in
      let boxes = page.imageBoxes
      guard !boxes.contains(where: { sizes.pixelCount(of: $0) > Self.mostImagePixels }) else {
        return nil
      }
      return page.image(pixelsPerPoint: Self.resolution(of: page, sizes, boxes))
    } ?? nil
  }

  private static func resolution(
    of page: borrowing PDFPage,
    _ sizes: ImageSizes,
    _ boxes: [BoundingBox]
  ) -> Float {
    let size = page.size
    let largest = boxes.max { $0.width * $0.height < $1.width * $1.height }
    var own = largest.flatMap { box in sizes.pixelsPerPoint(of: box) } ?? finest
    // Text beside a small image was drawn by the page itself.
    if let largest, largest.width * largest.height < 0.25 * size.width * size.height {
      own = finest
    }
    let bound = (mostPixels / max(1, size.width * size.height)).squareRoot()
    return min(max(min(own, finest), coarsest), bound)
  }
}
