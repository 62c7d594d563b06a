import CPoppler
import PageModel

/// Characters of a page that look alike and follow one another.
struct FontRun {
  /// The last of them among the characters of the page.
  var last: Int
  var style: FontStyle
}

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
    in runs: [FontRun],
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
    var at = UnsafeRawPointer(text)
    while index < Int(count) {
      guard let scalar = unsafe Self.nextScalar(&at) else { return }
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

  /// The scalar at a place of UTF-8 that GLib has checked, and the place after it.
  private static func nextScalar(_ at: inout UnsafeRawPointer) -> Unicode.Scalar? {
    let first = unsafe UInt32(at.load(as: UInt8.self))
    guard first != 0 else { return nil }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = length == 1 ? first : first & (0x7F >> UInt32(length))
    for offset in 1..<max(length, 1) {
      let byte = unsafe UInt32(at.load(fromByteOffset: offset, as: UInt8.self))
      value = value << 6 | byte & 0x3F
    }
    unsafe at += length
    return Unicode.Scalar(value)
  }

  /// The styles of the page's runs of characters, in the order of `forEachCharacter`.
  func fontRuns() -> [FontRun] {
    guard let list = unsafe poppler_page_get_text_attributes(object) else { return [] }
    defer { unsafe poppler_page_free_text_attributes(list) }
    var runs: [FontRun] = []
    var lastName: UnsafeMutablePointer<CChar>?
    var node: UnsafeMutablePointer<GList>? = unsafe list
    while let current = unsafe node {
      if let data = unsafe current.pointee.data {
        let run = unsafe data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
        let size = unsafe Float(run.font_size)
        var next = FontRun(
          last: Int(unsafe run.end_index),
          style: runs.last?.style ?? Self.style(name: "", size: size)
        )
        let isSameFont = unsafe Self.areEqual(run.font_name, lastName)
        if runs.isEmpty || !isSameFont {
          let name = unsafe run.font_name.map { unsafe String(cString: $0) } ?? ""
          next.style = Self.style(name: name, size: size)
        }
        next.style.size = size
        let colour = unsafe run.color
        next.style.colour =
          UInt32(colour.red >> 8) << 16 | UInt32(colour.green >> 8) << 8 | UInt32(colour.blue >> 8)
        runs.append(next)
        unsafe lastName = run.font_name
      }
      unsafe node = current.pointee.next
    }
    return runs
  }

  private static func areEqual(
    _ left: UnsafeMutablePointer<CChar>?,
    _ right: UnsafeMutablePointer<CChar>?
  ) -> Bool {
    guard let left = unsafe left, let right = unsafe right else { return false }
    return unsafe strcmp(left, right) == 0
  }

  private static func style(name: String, size: Float) -> FontStyle {
    let plain = name.split(separator: "+").last.map(String.init) ?? name
    let isBold = ["Bold", "bold", "Black", "Heavy", "Demi"].contains { plain.contains($0) }
    let isSlanted = ["Italic", "italic", "Oblique", "oblique"].contains { plain.contains($0) }
    return FontStyle(name: plain, size: size, isBold: isBold, isSlanted: isSlanted)
  }

  /// The page in black and white, lines smoothed first so that none thinner than a pixel is lost.
  ///
  /// Nothing where the page has more than `PDFPage.mostPixels` at that resolution.
  func bitmap(pixelsPerPoint: Float) -> PageBitmap? {
    let size = self.size
    let columns = (size.width * pixelsPerPoint).rounded(.up)
    let rows = (size.height * pixelsPerPoint).rounded(.up)
    // A file may say that its page is 1e30 points wide, which no whole number holds.
    guard columns >= 1, rows >= 1, columns * rows <= Float(Self.mostPixels) else { return nil }
    let width = Int(columns)
    let height = Int(rows)
    let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { unsafe cairo_surface_destroy(surface) }
    unsafe render(on: surface, pixelsPerPoint: pixelsPerPoint)
    guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    var bitmap = PageBitmap(width: width, height: height, pixelsPerPoint: pixelsPerPoint)
    let rendering = unsafe Rendering(
      pixels: UnsafeRawPointer(data),
      width: width,
      height: height,
      stride: stride
    )
    for row in 0..<height {
      for place in 0..<bitmap.wordsPerRow {
        let word = unsafe rendering.darkBits(row: row, from: place * 64)
        if word != 0 { bitmap.set(word, row: row, place: place) }
      }
    }
    return bitmap
  }

  private func render(on surface: OpaquePointer?, pixelsPerPoint: Float, smoothsFonts: Bool = false)
  {
    let context = unsafe cairo_create(surface)
    defer { unsafe cairo_destroy(context) }
    unsafe cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST)
    unsafe cairo_scale(context, Double(pixelsPerPoint), Double(pixelsPerPoint))
    unsafe cairo_set_source_rgb(context, 1, 1, 1)
    unsafe cairo_paint(context)
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    let smoothing = smoothsFonts ? CAIRO_ANTIALIAS_GRAY : CAIRO_ANTIALIAS_NONE
    unsafe cairo_font_options_set_antialias(options, smoothing)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_set_font_options(context, options)
    unsafe poppler_page_render(object, context)
    unsafe cairo_surface_flush(surface)
  }

  /// The most pixels of a rendering: a page of two metres square at 72 dpi.
  static let mostPixels = 32_000_000

  // MARK: - Images

  /// The places of the images on the page, in points.
  var imageBoxes: [BoundingBox] {
    guard let list = unsafe poppler_page_get_image_mapping(object) else { return [] }
    defer { unsafe poppler_page_free_image_mapping(list) }
    var boxes: [BoundingBox] = []
    var node: UnsafeMutablePointer<GList>? = unsafe list
    while let current = unsafe node {
      if let data = unsafe current.pointee.data {
        let area = unsafe data.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area
        boxes.append(
          BoundingBox(
            x0: Float(min(area.x1, area.x2)),
            y0: Float(min(area.y1, area.y2)),
            x1: Float(max(area.x1, area.x2)),
            y1: Float(max(area.y1, area.y2))
          )
        )
      }
      unsafe node = current.pointee.next
    }
    return boxes
  }

  /// The share of the page that images cover; those of a scan cut into strips add up.
  ///
  /// Poppler gives the places of images as if a turned page stood upright, so only their sizes tell.
  var imageCoverage: Float {
    let size = self.size
    let longest = max(size.width, size.height)
    let area = imageBoxes.reduce(Float(0)) { sum, box in
      sum + min(box.width, longest) * min(box.height, longest)
    }
    return min(1, area / max(1, size.width * size.height))
  }

  /// Whether more than a few dots are seen on the page.
  var showsInk: Bool {
    guard let bitmap = bitmap(pixelsPerPoint: 1) else { return false }
    return bitmap.words.reduce(0) { $0 + $1.nonzeroBitCount } > 200
  }

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
    unsafe render(on: surface, pixelsPerPoint: pixelsPerPoint, smoothsFonts: true)
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
