import CLoadedLibraries
public import PageModel

/// Draws pages of a PDF with what was read of them, to look at.
public struct PagePictures: ~Copyable {
  /// 108 dpi.
  private static let pixelsPerPoint: Float = 1.5

  private let pdf: PDFDocument

  /// Opens the bytes of a file.
  public init(bytes: [UInt8], password: String? = nil) throws(PDFError) {
    pdf = try PDFDocument(bytes: bytes, password: password)
  }

  /// Writes a picture of a page as PNG, and says whether that was possible.
  ///
  /// Words are grey boxes; lines are boxes whose colour tells their column, with their look beside
  /// them; rulings are red, images are green, `cells` of tables, on the page as
  /// it is shown, are pink.
  public borrowing func write(
    _ page: Page,
    of document: Document,
    cells: [BoundingBox] = [],
    to path: String
  ) -> Bool {
    pdf.withPage(at: page.number - 1) { rendered in
      rendered.writePicture(to: path, pixelsPerPoint: Self.pixelsPerPoint) { pen in
        for image in page.images { pen.frame(page.shown(image.box), 0x00A000, width: 1.5) }
        for ruling in page.rulings {
          pen.frame(page.shown(ruling.box), 0xE00000, width: 1)
        }
        for cell in cells { pen.frame(cell, 0xE000C0, width: 1.2) }
        for line in document.lines[page.lines] {
          for place in line.words {
            pen.frame(page.shown(document.words[Int(place)].box), 0xB0B0B0, width: 0.3)
          }
          guard let box = line.box else { continue }
          let look = line.typography
          let colours: [UInt32] = [0x0040FF, 0xFF8000, 0x8000C0, 0x008080]
          let colour = colours[Int(look.column) % colours.count]
          pen.frame(page.shown(box), colour, width: 0.5)
          pen.write(look.summary, at: page.shown(box), colour)
        }
      }
    } ?? false
  }
}

/// Draws over a page, in points.
@safe struct Pen: ~Copyable {
  private let context: OpaquePointer?

  fileprivate init(_ context: OpaquePointer?) { unsafe self.context = context }

  private func choose(_ colour: UInt32) {
    let parts = [colour >> 16, colour >> 8 & 0xFF, colour & 0xFF].map { Double($0) / 255 }
    unsafe cairo_set_source_rgb(context, parts[0], parts[1], parts[2])
  }

  func frame(_ box: BoundingBox, _ colour: UInt32, width: Double) {
    choose(colour)
    unsafe cairo_set_line_width(context, width)
    unsafe cairo_rectangle(
      context,
      Double(box.x0),
      Double(box.y0),
      Double(box.width),
      Double(box.height)
    )
    unsafe cairo_stroke(context)
  }

  func write(_ text: String, at box: BoundingBox, _ colour: UInt32) {
    choose(colour)
    unsafe cairo_set_font_size(context, 4.5)
    unsafe cairo_move_to(context, Double(box.x1) + 2, Double(box.y1) - 1)
    unsafe cairo_show_text(context, text)
  }
}

extension PDFPage {
  /// Writes the page as PNG with what is drawn over it, and says whether that was possible.
  func writePicture(to path: String, pixelsPerPoint: Float, over: (borrowing Pen) -> Void) -> Bool {
    let size = self.size
    let width = Int((size.width * pixelsPerPoint).rounded())
    let height = Int((size.height * pixelsPerPoint).rounded())
    guard width > 0, height > 0, width * height <= Self.mostPixels else { return false }
    let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { unsafe cairo_surface_destroy(surface) }
    unsafe render(on: surface, pixelsPerPoint: pixelsPerPoint)
    let context = unsafe cairo_create(surface)
    defer { unsafe cairo_destroy(context) }
    unsafe cairo_scale(context, Double(pixelsPerPoint), Double(pixelsPerPoint))
    over(unsafe Pen(context))
    unsafe cairo_surface_flush(surface)
    return unsafe cairo_surface_write_to_png(surface, path) == 0
  }
}
