import CLoadedLibraries
import PageModel

/// A page of an open PDF: the one owner of poppler's page.
@safe struct PDFPage: ~Copyable {
  private let object: OpaquePointer

  /// Takes over the reference that `poppler_document_get_page` returned.
  init(adopting object: OpaquePointer) {
    unsafe self.object = object
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(object)) }

  /// The width and the height in points, as the page is shown.
  var size: (width: Float, height: Float) {
    var width = 0.0
    var height = 0.0
    unsafe poppler_page_get_size(object, &width, &height)
    return (Float(width), Float(height))
  }

  func render(on surface: OpaquePointer?, pixelsPerPoint: Float) {
    let context = unsafe cairo_create(surface)
    defer { unsafe cairo_destroy(context) }
    unsafe cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST)
    unsafe cairo_scale(context, Double(pixelsPerPoint), Double(pixelsPerPoint))
    unsafe cairo_set_source_rgb(context, 1, 1, 1)
    unsafe cairo_paint(context)
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_set_font_options(context, options)
    unsafe poppler_page_render(object, context)
    unsafe cairo_surface_flush(surface)
  }

  /// The most pixels of a rendering: a page of two metres square at 72 dpi.
  static let mostPixels = 32_000_000

  /// The page in shades of grey.
  ///
  /// Nothing where the page has more than `PDFPage.mostPixels` at that resolution.
  func image(pixelsPerPoint: Float) -> PageImage? {
    let size = self.size
    let width = Int((size.width * pixelsPerPoint).rounded())
    let height = Int((size.height * pixelsPerPoint).rounded())
    guard width > 0, height > 0, width * height <= Self.mostPixels else { return nil }
    let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { unsafe cairo_surface_destroy(surface) }
    unsafe render(on: surface, pixelsPerPoint: pixelsPerPoint)
    guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { grey, count in
      for row in 0..<height {
        for column in 0..<width {
          let at = row * stride + column * 4
          let blue = unsafe UInt32(data[at])
          let green = unsafe UInt32(data[at + 1])
          let red = unsafe UInt32(data[at + 2])
          unsafe grey[row * width + column] = UInt8((blue + 5 * green + 2 * red) >> 3)
        }
      }
      count = width * height
    }
    return PageImage(width: width, height: height, pixelsPerPoint: pixelsPerPoint, pixels: pixels)
  }
}
