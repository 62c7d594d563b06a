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
  /// `tables` finds the tables in a bitmap that holds nothing but lines, and one that holds all else.
  public borrowing func recognise(
    _ image: PageImage,
    page number: Int,
    seconds: Double = mostSeconds,
    tables: (PageBitmap, PageBitmap) -> Tables
  ) throws(RecognitionError) -> RecognisedPage {
    let end = ProcessorTime.now + seconds
    guard let shown = ShownPage(image) else { throw .unreadable }
    let turns = PageOrientation.turns(of: shown.ink, pixelsPerPoint: shown.pixelsPerPoint)
    var turn = readable(turns, of: shown, until: end)
    var best = try recognise(shown, page: number, turn: turn, until: end, tables: tables)
    if let confidence = best.page.confidence, confidence < Self.leastConfidence,
      turns != PageTurn.allCases
    {
      turn = readable(PageTurn.allCases, of: shown, until: end)
      if turn != best.page.turn {
        let other = try recognise(shown, page: number, turn: turn, until: end, tables: tables)
        if other.page.confidence ?? 0 > confidence { best = other }
      }
    }
    guard ProcessorTime.now < end else { throw .outOfTime }
    if let confidence = best.page.confidence, confidence < Self.leastSense { throw .unreadable }
    return best
  }

  /// The side of the square that is read to know how a page lies, in points: twenty lines.
  private static let sampleSide: Float = 240
  /// By this factor more must be read another way than as the page is shown.
  private static let clearlyBetter: Float = 1.3

  /// The turn with which most is read of the part of a page that has the most letters.
  private borrowing func readable(
    _ turns: [PageTurn],
    of shown: borrowing ShownPage,
    until end: ProcessorTime
  ) -> PageTurn {
    guard let first = turns.first else { return .none }
    let scale = shown.pixelsPerPoint
    guard turns.count > 1,
      let square = LetterPieces(of: shown.ink, pixelsPerPoint: scale)
        .densestSquare(side: Self.sampleSide),
      let sample = shown.grey.part(PixelBox(square, pixelsPerPoint: scale))
    else { return first }
    defer { text.clear() }
    var best = (turn: first, worth: Float(0))
    for turn in turns {
      guard let turned = sample.turned(turn) else { continue }
      var worth: Float = 0
      text.setImage(turned, pixelsPerPoint: scale)
      text.recognise(nil, as: .block, milliseconds: end.millisecondsLeft) { word in
        guard !word.isPunctuation else { return }
        // Few letters that are read the wrong way are sure.
        worth += Float(word.text.unicodeScalars.count) * max(0, word.confidence - 50)
      }
      if turn == first {
        best.worth = Self.clearlyBetter * worth
      } else if worth > best.worth {
        best = (turn, worth)
      }
    }
    return best.turn
  }
}
