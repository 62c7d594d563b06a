import CLoadedLibraries
import PageModel

/// A recogniser of text: the one owner of Tesseract's interface, used by one thread.
@safe struct TextRecogniser: ~Copyable {
  /// How the text of a rectangle is laid out.
  enum Layout {
    case page
    /// Lines of any size below each other, and pictures between them.
    case column
    /// Lines of one size.
    case block
    case line
  }

  /// What stands in a cell of numbers.
  private static let digits = "0123456789,€-"

  private let api: OpaquePointer

  /// Loads the data of a language.
  init(language: String) throws(RecognitionError) {
    unsafe api = try Self.open(language)
  }

  private static func open(_ language: String) throws(RecognitionError) -> OpaquePointer {
    guard loaded_recognition() else { throw .missingLanguage(language) }
    setMsgSeverity(Int32(L_SEVERITY_NONE))
    guard let api = unsafe TessBaseAPICreate() else { throw .missingLanguage(language) }
    unsafe TessBaseAPISetVariable(api, "debug_file", "/dev/null")
    guard unsafe TessBaseAPIInit2(api, nil, language, OEM_LSTM_ONLY) == 0 else {
      unsafe TessBaseAPIDelete(api)
      throw .missingLanguage(language)
    }
    // Light text on a dark ground is rare, and to try it costs a second reading of poor lines.
    unsafe TessBaseAPISetVariable(api, "tessedit_do_invert", "0")
    return unsafe api
  }

  deinit {
    unsafe TessBaseAPIEnd(api)
    unsafe TessBaseAPIDelete(api)
  }

  /// Lends an image to Tesseract, which copies it.
  borrowing func setImage(_ image: borrowing Pixels, pixelsPerPoint: Float) {
    unsafe TessBaseAPISetImage2(api, image.pix)
    unsafe TessBaseAPISetSourceResolution(api, Int32((pixelsPerPoint * 72).rounded()))
  }

  /// Releases the image.
  borrowing func clear() { unsafe TessBaseAPIClear(api) }

  /// Recognises a rectangle of the image, or all of it, within some milliseconds of the
  /// processor's time.
  borrowing func recognise(
    _ box: PixelBox?,
    as layout: Layout,
    digitsOnly: Bool = false,
    milliseconds: Int,
    _ body: (RecognisedWord) -> Void
  ) {
    // Four threads of OpenMP on one page are seven times slower than one.
    omp_set_max_active_levels(0)
    if let box {
      unsafe TessBaseAPISetRectangle(api, box.x, box.y, box.width, box.height)
    }
    let mode =
      switch layout {
      case .page: PSM_AUTO
      case .column: PSM_SINGLE_COLUMN
      case .block: PSM_SINGLE_BLOCK
      case .line: PSM_SINGLE_LINE
      }
    unsafe TessBaseAPISetPageSegMode(api, mode)
    if digitsOnly { unsafe TessBaseAPISetVariable(api, "tessedit_char_whitelist", Self.digits) }
    defer { if digitsOnly { unsafe TessBaseAPISetVariable(api, "tessedit_char_whitelist", "") } }
    let monitor = unsafe TessMonitorCreate()
    defer { unsafe TessMonitorDelete(monitor) }
    // Tesseract's own deadline is that of a clock.
    var end = ProcessorTime.now + Double(milliseconds) / 1000
    let failed = unsafe withUnsafeMutablePointer(to: &end) { end in
      unsafe TessMonitorSetCancelThis(monitor, end)
      unsafe TessMonitorSetCancelFunc(monitor) { end, _ in
        guard let end = unsafe end else { return false }
        return unsafe ProcessorTime.now >= end.load(as: ProcessorTime.self)
      }
      return unsafe TessBaseAPIRecognize(api, monitor)
    }
    guard failed == 0, let iterator = unsafe TessBaseAPIGetIterator(api)
    else { return }
    defer { unsafe TessResultIteratorDelete(iterator) }
    let page = unsafe TessResultIteratorGetPageIterator(iterator)
    var line = -1
    repeat {
      if unsafe TessPageIteratorIsAtBeginningOf(page, RIL_TEXTLINE) != 0 { line += 1 }
      guard let text = unsafe TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { continue }
      defer { unsafe TessDeleteText(text) }
      var (left, top, right, bottom) = (Int32(0), Int32(0), Int32(0), Int32(0))
      guard unsafe TessPageIteratorBoundingBox(page, RIL_WORD, &left, &top, &right, &bottom) != 0
      else { continue }
      var (x1, y1, x2, y2) = (Int32(0), Int32(0), Int32(0), Int32(0))
      let hasBaseline = unsafe TessPageIteratorBaseline(page, RIL_TEXTLINE, &x1, &y1, &x2, &y2) != 0
      body(
        RecognisedWord(
          text: unsafe String(cString: text),
          left: left,
          top: top,
          right: right,
          bottom: bottom,
          baseline: hasBaseline ? (Float(y1) + Float(y2)) / 2 : Float(bottom),
          line: line,
          confidence: unsafe TessResultIteratorConfidence(iterator, RIL_WORD)
        )
      )
    } while unsafe TessResultIteratorNext(iterator, RIL_WORD) != 0
  }
}

/// A word as Tesseract saw it, in pixels.
struct RecognisedWord {
  var text: String
  var left: Int32
  var top: Int32
  var right: Int32
  var bottom: Int32
  /// The `y` on which the line's letters stand.
  var baseline: Float
  /// The number of the word's line in its rectangle.
  var line: Int
  /// From 0 to 100.
  var confidence: Float
  /// The shapes of the letters of a code whose reading is doubtful.
  var shapes: [LetterShape] = []
  /// The figures of a word that holds some.
  var figures: CellFigures?

  /// The word's place on the image, with the row of pixels around it.
  var box: PixelBox {
    PixelBox(
      x: max(0, left - 1),
      y: max(0, top - 1),
      width: right - left + 2,
      height: bottom - top + 2
    )
  }

  /// Moves the word to where it stands on an image of another size.
  mutating func scale(by factor: Float) {
    left = Int32(Float(left) * factor)
    top = Int32(Float(top) * factor)
    right = Int32(Float(right) * factor)
    bottom = Int32(Float(bottom) * factor)
    baseline *= factor
  }

  /// Whether the word has no ink: Tesseract gives a space for a picture.
  var isBlank: Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

  /// Whether the word has neither a letter nor a digit nor a sign of money.
  var isPunctuation: Bool {
    text.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar) && scalar != "€"
        && scalar != "%"
    }
  }
}
