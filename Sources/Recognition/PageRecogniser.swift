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

  /// The size of the third image on which a number is read.
  static let smaller: Float = 0.75

  private let text: TextRecogniser

  /// Loads the data of a language, or of several: `fra+deu`.
  public init(language: String) throws(RecognitionError) {
    text = try TextRecogniser(language: language)
  }

  /// Recognises a page that is turned as told, or as its letters tell, as a document of one page.
  ///
  /// `tables` finds the tables in a bitmap that holds nothing but lines.
  borrowing func recognise(
    _ image: consuming PageImage,
    page number: Int,
    turn: PageTurn?,
    until end: ContinuousClock.Instant,
    tables: (PageBitmap) -> Tables
  ) -> Document {
    let scale = image.pixelsPerPoint
    var page = Page(
      number: number,
      width: Float(image.width) / scale,
      height: Float(image.height) / scale,
      origin: .ocr,
      lines: 0..<0
    )
    var document = Document()
    document.hasLayout = true
    guard let prepared = PreparedPage(image, turn: turn) else {
      document.append(page, of: PageWords())
      return document
    }
    page.turn = prepared.turn
    if page.turn.swapsSides { swap(&page.width, &page.height) }
    let found = tables(prepared.lines)
    page.rulings = found.rulings
    let words = read(prepared, cells: found.cells, scale: scale, until: end)
    page.confidence = words.confidence
    document.append(page, of: words.page)
    return document
  }

  private borrowing func read(
    _ page: borrowing PreparedPage,
    cells: [BoundingBox],
    scale: Float,
    until end: ContinuousClock.Instant
  ) -> WordBoxes {
    func rest() -> Int {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      return max(1, Int(left))
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
      for words in read(inked, of: page.grey, scale: scale, milliseconds: rest) {
        boxes.append(words)
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

  /// Reads cells; those of numbers are read again on a softer image, and on a smaller one where the
  /// two readings differ.
  private borrowing func read(
    _ cells: [PixelBox],
    of grey: borrowing Pixels,
    scale: Float,
    milliseconds: () -> Int
  ) -> [[RecognisedWord]] {
    text.setImage(grey, pixelsPerPoint: scale)
    var readings = cells.map { cell in
      [reading(of: cell, as: .block, milliseconds: milliseconds())]
    }
    let numbers = readings.indices.filter { readings[$0][0].isNumber }
    if !numbers.isEmpty, let soft = grey.softened() {
      text.setImage(soft, pixelsPerPoint: scale)
      for index in numbers {
        readings[index].append(
          reading(of: cells[index], as: .line, digitsOnly: true, milliseconds: milliseconds())
        )
      }
    }
    let differing = numbers.filter { CellReading.agreed(among: readings[$0]) == nil }
    if !differing.isEmpty, let small = grey.scaled(by: Self.smaller) {
      text.setImage(small, pixelsPerPoint: scale * Self.smaller)
      for index in differing {
        let cell = cells[index].scaled(by: Self.smaller)
        var again = reading(of: cell, as: .line, digitsOnly: true, milliseconds: milliseconds())
        again.scale(by: 1 / Self.smaller)
        readings[index].append(again)
      }
    }
    return readings.map { readings in
      guard readings.count > 1 else { return readings[0].cleaned }
      return (CellReading.agreed(among: readings) ?? CellReading.surest(of: readings)).cleaned
    }
  }

  private borrowing func reading(
    of cell: PixelBox,
    as layout: TextRecogniser.Layout,
    digitsOnly: Bool = false,
    milliseconds: Int
  ) -> CellReading {
    var words: [RecognisedWord] = []
    text.recognise(cell, as: layout, digitsOnly: digitsOnly, milliseconds: milliseconds) {
      words.append($0)
    }
    return CellReading(words)
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
