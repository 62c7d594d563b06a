import CPoppler
import PageModel

/// A page of an open PDF: the one owner of poppler's page.
@safe struct PDFPage: ~Copyable {
  private let object: OpaquePointer

  /// Takes over the reference that `poppler_document_get_page` returned.
  init(adopting object: OpaquePointer) {
    unsafe self.object = object
  }

  deinit { unsafe cpoppler_unref(UnsafeMutableRawPointer(object)) }

  /// The width and the height in points, as the page is shown.
  var size: (width: Float, height: Float) {
    var width = 0.0
    var height = 0.0
    unsafe poppler_page_get_size(object, &width, &height)
    return (Float(width), Float(height))
  }

  /// The characters of the text layer, each with its box and its run among `runs`, in poppler's
  /// reading order.
  ///
  /// `poppler_page_get_text_layout` gives one box for each Unicode scalar of
  /// `poppler_page_get_text`.
  func forEachCharacter(
    in runs: [(last: Int, style: FontStyle)],
    _ body: (Unicode.Scalar, BoundingBox, Int) -> Void
  ) {
    guard let text = unsafe poppler_page_get_text(object) else { return }
    defer { unsafe g_free(text) }
    var boxes: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard unsafe poppler_page_get_text_layout(object, &boxes, &count) != 0 else { return }
    defer { unsafe g_free(boxes) }
    guard let boxes = unsafe boxes else { return }
    var run = 0
    var index = 0
    let bytes = unsafe UnsafeBufferPointer(start: text, count: strlen(text))
    var decoder = UTF8()
    var iterator = unsafe bytes.lazy.map { UInt8(bitPattern: $0) }.makeIterator()
    while index < Int(count) {
      guard case .scalarValue(let scalar) = unsafe decoder.decode(&iterator) else { return }
      while run < runs.count - 1, index > runs[run].last { run += 1 }
      let box = unsafe boxes[index]
      body(
        scalar,
        BoundingBox(
          x0: Float(box.x1),
          y0: Float(box.y1),
          x1: Float(box.x2),
          y1: Float(box.y2)
        ),
        runs.isEmpty ? -1 : run
      )
      index += 1
    }
  }

  /// The styles of the page's runs of characters, in the order of `forEachCharacter`.
  func fontRuns() -> [(last: Int, style: FontStyle)] {
    guard let list = unsafe poppler_page_get_text_attributes(object) else { return [] }
    defer { unsafe poppler_page_free_text_attributes(list) }
    var runs: [(last: Int, style: FontStyle)] = []
    var node: UnsafeMutablePointer<GList>? = unsafe list
    while let current = unsafe node {
      if let data = unsafe current.pointee.data {
        let run = unsafe data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
        let name = unsafe run.font_name.map { unsafe String(cString: $0) } ?? ""
        runs.append((Int(unsafe run.end_index), Self.style(name: name, size: unsafe run.font_size)))
      }
      unsafe node = current.pointee.next
    }
    return runs
  }

  private static func style(name: String, size: Double) -> FontStyle {
    let plain = name.split(separator: "+").last.map(String.init) ?? name
    let isBold = ["Bold", "bold", "Black", "Heavy"].contains { mark in plain.contains(mark) }
    return FontStyle(name: plain, size: Float(size), isBold: isBold)
  }

  /// The page as grey pixels, lines smoothed so that none thinner than a pixel is lost, letters not.
  ///
  /// Nothing where the page is larger than `PDFPage.mostPixels` at that resolution.
  func image(pixelsPerPoint: Float) -> PageImage? {
    let size = self.size
    let width = Int((size.width * pixelsPerPoint).rounded(.up))
    let height = Int((size.height * pixelsPerPoint).rounded(.up))
    guard width > 0, height > 0, width * height <= Self.mostPixels else { return nil }
    let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { unsafe cairo_surface_destroy(surface) }
    let context = unsafe cairo_create(surface)
    defer { unsafe cairo_destroy(context) }
    unsafe cairo_scale(context, Double(pixelsPerPoint), Double(pixelsPerPoint))
    unsafe cairo_set_source_rgb(context, 1, 1, 1)
    unsafe cairo_paint(context)
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_set_font_options(context, options)
    unsafe poppler_page_render(object, context)
    unsafe cairo_surface_flush(surface)
    guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    var pixels = [UInt8](repeating: 255, count: width * height)
    for row in 0..<height {
      let line = unsafe data + row * stride
      // Four bytes a pixel in native order: blue, green, red, unused. Green is nearest to grey.
      for column in 0..<width { pixels[row * width + column] = unsafe line[column * 4 + 1] }
    }
    return PageImage(width: width, height: height, pixelsPerPoint: pixelsPerPoint, pixels: pixels)
  }

  /// The most pixels of a rendering: a page of two metres square at 72 dpi.
  static let mostPixels = 32_000_000
}
