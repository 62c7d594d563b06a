public import PageModel

/// Recognises pages, one after the other, on one thread.
public struct PageRecogniser: ~Copyable {
  /// The tables of a page: its rulings, and the cells that they enclose.
  public struct Tables: Sendable {
    /// The lines of the tables.
    public var rulings: [Ruling]
    /// The boxes of the cells, in points.
    public var cells: [BoundingBox]

    /// Makes the tables of a page.
    public init(rulings: [Ruling], cells: [BoundingBox]) {
      self.rulings = rulings
      self.cells = cells
    }
  }

  /// How far the text of a cell stays away from its rulings, in points.
  static let cellMargin: Float = 0.6
  /// A cell with less ink than this, in square points, is empty.
  static let leastInk: Float = 0.8

  /// A page is recognised at this many dots to the inch at least: of a print of seven points at 200
  /// dpi, one figure in two hundred is read wrong.
  static let leastResolution: Float = 300 / 72
  /// An image much coarser than that is not made finer by more pixels.
  static let mostEnlargement: Float = 2

  let text: TextRecogniser

  /// Loads the data of a language, or of several: `fra+deu`.
  public init(language: String) throws(RecognitionError) {
    text = try TextRecogniser(language: language)
  }

  /// Recognises a page that is turned as told, or else as its letters tell.
  ///
  /// `tables` finds the tables in a bitmap that holds nothing but lines, and one that holds all else.
  borrowing func recognise(
    _ image: consuming PageImage,
    page number: Int,
    turn: PageTurn?,
    until end: ProcessorTime,
    tables: (PageBitmap, PageBitmap) -> Tables
  ) -> RecognisedPage {
    let factor = Self.enlargement(pixelsPerPoint: image.pixelsPerPoint)
    let scale = image.pixelsPerPoint * factor
    let page = Page(
      number: number,
      width: Float(image.width) / image.pixelsPerPoint,
      height: Float(image.height) / image.pixelsPerPoint,
      origin: .ocr,
      lines: 0..<0
    )
    var recognised = RecognisedPage(page: page)
    guard let prepared = PreparedPage(image, turn: turn, enlarged: factor) else {
      return recognised
    }
    recognised.page.turn = prepared.turn
    if prepared.turn.swapsSides { swap(&recognised.page.width, &recognised.page.height) }
    let found = tables(prepared.lines, prepared.text)
    recognised.page.rulings = found.rulings
    var letters = PageLetters()
    let words = read(prepared, cells: found.cells, scale: scale, until: end, &letters)
    recognised.page.confidence = words.confidence
    recognised.words = words.page
    recognised.codes = words.codes
    recognised.numbers = words.numbers
    recognised.letters = letters.samples
    return recognised
  }

  private borrowing func read(
    _ page: borrowing PreparedPage,
    cells: [BoundingBox],
    scale: Float,
    until end: ProcessorTime,
    _ letters: inout PageLetters
  ) -> WordBoxes {
    func rest() -> Int {
      max(1, Int((end.nanoseconds - ProcessorTime.now.nanoseconds) / 1_000_000))
    }
    var boxes = WordBoxes(pixelsPerPoint: scale)
    defer { text.clear() }
    if !cells.isEmpty {
      var inked: [PixelBox] = []
      for cell in cells {
        let inner = Self.inner(cell, scale: scale)
        let ink = Float(page.ink.blackCount(in: inner))
        if ink > Self.leastInk * scale * scale { inked.append(inner) }
      }
      let readings = read(inked, of: page.grey, scale: scale, milliseconds: rest)
      for (words, cell) in zip(readings, inked) {
        if CellReading(words).isNumber {
          let figures = CellFigures(words, in: cell, grey: page.grey, ink: page.ink)
          if let figures { letters.learn(figures, read: words) }
          boxes.append(words, figures: figures)
        } else {
          boxes.append(words.map { letters.shaped($0, grey: page.grey, ink: page.ink) })
        }
      }
      for cell in cells {
        let box = PixelBox(cell, pixelsPerPoint: scale)
        page.grey.whiten(box)
        page.ink.whiten(box)
      }
    }
    let whole = PixelBox(
      x: 0,
      y: 0,
      width: Int32(page.ink.width),
      height: Int32(page.ink.height)
    )
    guard Float(page.ink.blackCount(in: whole)) > 4 * Self.leastInk * scale * scale else {
      return boxes
    }
    var words: [RecognisedWord] = []
    text.setImage(page.grey, pixelsPerPoint: scale)
    text.recognise(nil, as: .page, milliseconds: rest()) { words.append($0) }
    boxes.append(words)
    return boxes
  }

  /// How much larger than its image a page is recognised.
  private static func enlargement(pixelsPerPoint: Float) -> Float {
    let factor = leastResolution / pixelsPerPoint
    return factor > 1.05 ? min(factor, mostEnlargement) : 1
  }

  private static func inner(_ cell: BoundingBox, scale: Float) -> PixelBox {
    let margin = cellMargin
    return PixelBox(
      BoundingBox(
        x0: cell.x0 + margin,
        y0: cell.y0 + margin,
        x1: cell.x1 - margin,
        y1: cell.y1 - margin
      ),
      pixelsPerPoint: scale
    )
  }
}
