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

  /// Tables are recognised at this many dots to the inch at least.
  ///
  /// Of a print of seven points at 200 dpi, one figure in two hundred is read wrong. Prose gains
  /// nothing by it, and loses lines.
  static let leastResolution: Float = 300 / 72
  /// An image much coarser than that is not made finer by more pixels.
  static let mostEnlargement: Float = 2

  let text: TextRecogniser

  /// Loads the data of a language, or of several: `fra+deu`.
  public init(language: String) throws(RecognitionError) {
    text = try TextRecogniser(language: language)
  }

  /// Recognises a page that is turned as told.
  ///
  /// `tables` finds the tables in a bitmap that holds nothing but lines, and one that holds all else.
  borrowing func recognise(
    _ shown: borrowing ShownPage,
    page number: Int,
    turn: PageTurn,
    until end: ProcessorTime,
    tables: (PageBitmap, PageBitmap) -> Tables
  ) throws(RecognitionError) -> RecognisedPage {
    let scale = shown.pixelsPerPoint
    var recognised = RecognisedPage(page: Self.page(number, of: shown, turn: turn))
    guard let prepared = PreparedPage(shown, turn: turn) else { return recognised }
    defer { text.clear() }
    let letters = LetterPieces(of: prepared.ink, pixelsPerPoint: scale)
    guard !letters.isPicture else { throw .unreadable }
    let found = tables(prepared.lines, prepared.text)
    recognised.page.rulings = found.rulings
    var cells = letters.uncut(found.cells)
    var reading = PageReading(pixelsPerPoint: scale, until: end)
    let factor = Self.enlargement(pixelsPerPoint: scale)
    if factor > 1, !cells.isEmpty,
      let large = PreparedPage(shown, turn: turn, enlarged: factor)
    {
      let again = letters.uncut(tables(large.lines, large.text).cells)
      // A faint line may be lost where the page is made larger.
      cells = again + cells.filter { Self.share(of: $0, in: again) < 0.5 }
      read(cells, of: large, scale: scale * factor, enlarged: factor, into: &reading)
    } else {
      read(cells, of: prepared, scale: scale, into: &reading)
    }
    readRest(of: prepared, outside: cells, scale: scale, into: &reading)
    if !cells.isEmpty, letters.share(outside: reading.words.page) > Self.mostLost {
      var whole = PageReading(pixelsPerPoint: scale, until: end)
      readRest(of: prepared, outside: [], scale: scale, into: &whole)
      if whole.words.worth > Self.clearlyMore * reading.words.worth { reading = whole }
    }
    recognised.page.confidence = reading.words.confidence
    recognised.words = reading.words.page
    Underlines.mark(&recognised.words, by: found.rulings)
    StrokeWeight.mark(
      &recognised.words,
      grey: prepared.grey,
      ink: prepared.ink,
      pixelsPerPoint: scale
    )
    recognised.codes = reading.words.codes
    recognised.numbers = reading.words.numbers
    recognised.letters = reading.letters.samples
    return recognised
  }

  /// A page of which nothing is read yet.
  static func page(_ number: Int, of shown: borrowing ShownPage, turn: PageTurn) -> Page {
    let scale = shown.pixelsPerPoint
    var page = Page(
      number: number,
      width: Float(shown.grey.width) / scale,
      height: Float(shown.grey.height) / scale,
      origin: .ocr,
      lines: 0..<0
    )
    page.turn = turn
    if turn.swapsSides { swap(&page.width, &page.height) }
    return page
  }

  /// Where more than this share of the letters of a page stand in none of its words, cells that are
  /// none may have lost them.
  private static let mostLost: Float = 0.25
  /// A page read as a whole is taken for one read by cells where its letters are this much more.
  private static let clearlyMore: Float = 1.1

  /// The share of a box that others cover.
  private static func share(of box: BoundingBox, in others: [BoundingBox]) -> Float {
    let covered = others.reduce(Float(0)) { sum, other in
      let width = min(box.x1, other.x1) - max(box.x0, other.x0)
      let height = min(box.y1, other.y1) - max(box.y0, other.y0)
      return sum + max(0, width) * max(0, height)
    }
    return covered / max(1, box.width * box.height)
  }

  /// Reads the cells of tables on a page that may be larger than its image by a factor, and then the
  /// frames around text.
  private borrowing func read(
    _ cells: [BoundingBox],
    of page: borrowing PreparedPage,
    scale: Float,
    enlarged factor: Float = 1,
    into reading: inout PageReading
  ) {
    var inked: [PixelBox] = []
    var frames: [PixelBox] = []
    for cell in cells {
      let inner = Self.inner(cell, scale: scale)
      let ink = Float(page.ink.blackCount(in: inner))
      guard ink > Self.leastInk * scale * scale else { continue }
      let isFrame =
        Float(inner.height) > Self.leastFrameHeight * Float(page.ink.height)
        && Float(inner.width) > Self.leastFrameWidth * Float(page.ink.width)
      if isFrame { frames.append(inner) } else { inked.append(inner) }
    }
    readCells(inked, of: page, scale: scale, enlarged: factor, into: &reading)
    guard !frames.isEmpty, let rest = page.grey.whitened(inked) else { return }
    text.setImage(rest, pixelsPerPoint: scale)
    for frame in frames {
      var words: [RecognisedWord] = []
      text.recognise(frame, as: .column, milliseconds: reading.end.millisecondsLeft) { word in
        var word = word
        if factor > 1 { word.scale(by: 1 / factor) }
        words.append(word)
      }
      reading.words.append(words)
    }
  }

  /// A box of this share of a page's height, and of its width, is a frame around text: that of a form,
  /// or the margin beside it.
  private static let leastFrameHeight: Float = 0.3
  private static let leastFrameWidth: Float = 0.18

  private borrowing func readCells(
    _ cells: [PixelBox],
    of page: borrowing PreparedPage,
    scale: Float,
    enlarged factor: Float,
    into reading: inout PageReading
  ) {
    guard !cells.isEmpty else { return }
    let end = reading.end
    let readings = read(cells, of: page.grey, scale: scale, milliseconds: { end.millisecondsLeft })
    for (words, cell) in zip(readings, cells) {
      var figures: CellFigures?
      var shaped = words
      if CellReading(words).isNumber {
        figures = CellFigures(words, in: cell, grey: page.grey, ink: page.ink)
        if let figures { reading.letters.learn(figures, read: words) }
      } else {
        shaped = words.map { reading.letters.shaped($0, grey: page.grey, ink: page.ink) }
      }
      if factor > 1 { for index in shaped.indices { shaped[index].scale(by: 1 / factor) } }
      reading.words.append(shaped, figures: figures)
    }
  }

  /// Reads what stands on a page outside of its cells.
  private borrowing func readRest(
    of page: borrowing PreparedPage,
    outside cells: [BoundingBox],
    scale: Float,
    into reading: inout PageReading
  ) {
    let boxes = cells.map { PixelBox($0, pixelsPerPoint: scale) }
    let whole = PixelBox(
      x: 0,
      y: 0,
      width: Int32(page.ink.width),
      height: Int32(page.ink.height)
    )
    guard let ink = page.ink.whitened(boxes), let grey = page.grey.whitened(boxes),
      Float(ink.blackCount(in: whole)) > 4 * Self.leastInk * scale * scale
    else { return }
    var words: [RecognisedWord] = []
    text.setImage(grey, pixelsPerPoint: scale)
    text.recognise(nil, as: .page, milliseconds: reading.end.millisecondsLeft) { words.append($0) }
    reading.words.append(words)
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

/// What is read of a page under recognition.
private struct PageReading {
  var words: WordBoxes
  var letters = PageLetters()
  /// When the time of the page ends.
  let end: ProcessorTime

  init(pixelsPerPoint: Float, until end: ProcessorTime) {
    words = WordBoxes(pixelsPerPoint: pixelsPerPoint)
    self.end = end
  }
}
