public import PageModel

extension PageRecogniser {
  /// The most time of the processor that a page may take, in seconds: a page of small print takes three,
  /// one of a table of a thousand cells fifteen.
  public static let mostSeconds = 30.0
  /// Words as unsure as this are those of a page that lies on its head or its side, or of none: the
  /// words of an upright page are twice as sure.
  static let leastConfidence: Float = 0.45
  /// Words as unsure as this, however the page is turned, are no words.
  static let leastSense: Float = 0.3

  /// Recognises a page however it lies.
  ///
  /// A page of figures does not tell how it lies; where its words are hardly to be read, the other
  /// ways are tried. `tables` finds the tables in a bitmap that holds nothing but
  /// lines, and one that holds all else.
  public borrowing func recognise(
    _ image: PageImage,
    page number: Int,
    seconds: Double = mostSeconds,
    tables: (PageBitmap, PageBitmap) -> Tables
  ) throws(RecognitionError) -> RecognisedPage {
    let end = ProcessorTime.now + seconds
    var best = try recognise(image, page: number, turn: nil, until: end, tables: tables)
    for turn in [PageTurn.half, .clockwise, .counterclockwise] {
      guard ProcessorTime.now < end else { throw .outOfTime }
      guard let confidence = best.page.confidence, confidence < Self.leastConfidence else {
        break
      }
      let other = try recognise(image, page: number, turn: turn, until: end, tables: tables)
      if other.page.confidence ?? 0 > confidence { best = other }
    }
    guard ProcessorTime.now < end else { throw .outOfTime }
    if let confidence = best.page.confidence, confidence < Self.leastSense { throw .unreadable }
    return best
  }
}
