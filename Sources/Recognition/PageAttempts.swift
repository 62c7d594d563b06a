public import PageModel

extension PageRecogniser {
  /// The most time that a page may take, in seconds: a page of small print takes three.
  public static let mostSeconds = 60.0
  /// Words as unsure as this are those of a page that lies on its head or its side, or of none: the
  /// words of an upright page are twice as sure.
  static let leastConfidence: Float = 0.45

  /// Recognises a page however it lies, and returns it as a document of one page.
  ///
  /// A page of figures does not tell how it lies; where its words are hardly to be read, the other
  /// ways are tried. `tables` finds the tables in a bitmap that holds nothing but lines.
  public borrowing func recognise(
    _ image: PageImage,
    page number: Int,
    seconds: Double = mostSeconds,
    tables: (PageBitmap) -> Tables
  ) throws(RecognitionError) -> Document {
    let end = ContinuousClock.now + .seconds(seconds)
    var best = recognise(image, page: number, turn: nil, until: end, tables: tables)
    for turn in [PageTurn.half, .clockwise, .counterclockwise] {
      guard ContinuousClock.now < end else { throw .outOfTime }
      guard let confidence = best.pages[0].confidence, confidence < Self.leastConfidence else {
        break
      }
      let other = recognise(image, page: number, turn: turn, until: end, tables: tables)
      if other.pages[0].confidence ?? 0 > confidence { best = other }
    }
    guard ContinuousClock.now < end else { throw .outOfTime }
    return best
  }
}
