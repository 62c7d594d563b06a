import CLoadedLibraries

/// An open PDF whose pages are rendered: the one owner of the document of poppler-glib.
@safe struct PDFDocument: ~Copyable {
  private let object: OpaquePointer

  /// Opens the bytes of a file that a `PDFSource` has opened; poppler keeps a reference to its own copy of them.
  ///
  /// They go through a stream because `poppler_document_new_from_bytes` crashes on a wrong password
  /// (poppler 22.12). Poppler takes no empty stream.
  init(bytes: [UInt8], password: String?) throws(PDFError) {
    guard loaded_rendering() else { throw .damaged(reason: "poppler-glib is not installed") }
    guard !bytes.isEmpty else { throw .damaged(reason: "the file is empty") }
    let data = unsafe bytes.withUnsafeBytes { buffer in
      unsafe g_bytes_new(buffer.baseAddress, gsize(buffer.count))
    }
    defer { unsafe g_bytes_unref(data) }
    let stream = unsafe g_memory_input_stream_new_from_bytes(data)
    defer { unsafe g_object_unref(stream) }
    var failure: UnsafeMutablePointer<GError>?
    guard
      let opened = unsafe poppler_document_new_from_stream(
        stream,
        goffset(bytes.count),
        password,
        nil,
        &failure
      )
    else {
      defer { unsafe g_clear_error(&failure) }
      let message = unsafe failure?.pointee.message.map { unsafe String(cString: $0) }
      throw .damaged(reason: message ?? "unknown")
    }
    unsafe object = opened
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(object)) }

  /// Lends a page, counted from 0; nothing where the file has no such page.
  borrowing func withPage<Result>(
    at index: Int,
    _ body: (borrowing PDFPage) -> Result
  ) -> Result? {
    guard let page = unsafe poppler_document_get_page(object, Int32(index)) else { return nil }
    return body(unsafe PDFPage(adopting: page))
  }
}
