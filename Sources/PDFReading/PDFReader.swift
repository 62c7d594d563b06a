public import PageModel

/// Reads the text layer of a PDF, page by page.
public struct PDFReader {
  private let password: String?
  private let threads: Int

  /// Makes a reader; the password opens an encrypted file.
  public init(password: String? = nil, threads: Int = 2) {
    self.password = password
    self.threads = threads
  }

  /// How a page is looked at for the lines of tables.
  public struct TableInspection: Sendable {
    /// Whether some lines of a document, those of its last page, may be those of a table; the last
    /// argument says whether the page before has one.
    public var isNeeded: @Sendable (Document, Range<Int>, Bool) -> Bool
    /// Finds the rulings in a rendering of the page, of 72 dpi.
    public var rulings: @Sendable (PageBitmap) -> [Ruling]

    /// Makes an inspection.
    public init(
      isNeeded: @escaping @Sendable (Document, Range<Int>, Bool) -> Bool,
      rulings: @escaping @Sendable (PageBitmap) -> [Ruling]
    ) {
      self.isNeeded = isNeeded
      self.rulings = rulings
    }
  }

  /// A document of fewer pages is read by one thread: opening it twice costs more than it saves.
  static let fewestPagesForTwo = 24

  /// Reads a file's bytes into a document; each page is released before the next is opened.
  ///
  /// The halves of a long document are read side by side, each by its own poppler document, where
  /// there are two threads.
  /// `isOutOfTime` is asked before each page, from any thread. With `judgingText` each page says how
  /// good its text layer is.
  public func read(
    _ bytes: [UInt8],
    inspectingTables inspection: TableInspection? = nil,
    judgingText: Bool = false,
    isOutOfTime: @escaping @Sendable () -> Bool = { false }
  ) throws(PDFError) -> Document {
    let pdf = try PDFDocument(bytes: bytes, password: password)
    let count = pdf.pageCount
    let job = PageRangeJob(
      inspection: inspection,
      judgesText: judgingText,
      mayHoldScan: judgingText && ImageSizes(bytes).mayHoldScan,
      isOutOfTime: isOutOfTime
    )
    guard threads > 1, count >= Self.fewestPagesForTwo else {
      return try job.read(pdf, pages: 0..<count)
    }
    let middle = count / 2
    let password = self.password
    let second = BackgroundResult<Result<Document, PDFError>> {
      Result { () throws(PDFError) in
        try job.read(PDFDocument(bytes: bytes, password: password), pages: middle..<count)
      }
    }
    let first = Result { () throws(PDFError) in try job.read(pdf, pages: 0..<middle) }
    let rest = second.wait()
    var document = try first.get()
    document.append(try rest.get())
    return document
  }
}

/// The reading of some pages of a file, on any thread.
private struct PageRangeJob: Sendable {
  let inspection: PDFReader.TableInspection?
  let judgesText: Bool
  let mayHoldScan: Bool
  let isOutOfTime: @Sendable () -> Bool

  func read(
    _ pdf: borrowing PDFDocument,
    pages: Range<Int>
  ) throws(PDFError) -> Document {
    var assembly = PageAssembly(
      inspection: inspection,
      judgesText: judgesText,
      mayHoldScan: mayHoldScan
    )
    assembly.document.producer = pdf.producer
    for index in pages {
      if isOutOfTime() { throw .timedOut(page: index + 1) }
      let read: Void? = pdf.withPage(at: index) { page in assembly.append(page, number: index + 1) }
      if read == nil { assembly.appendMissingPage(number: index + 1) }
    }
    return assembly.document
  }
}
