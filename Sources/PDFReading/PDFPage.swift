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
}
