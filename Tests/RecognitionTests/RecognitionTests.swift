import Foundation
import PDFReading
import PageModel
import Recognition
import SystemTestSupport
import Tables
import Testing

/// Images of pages, and what is recognised on them.
struct RecognitionTests {
  private static func recognise(_ image: PageImage) throws -> Document {
    try PageRecogniser(language: "fra").recognise(image, page: 1) { lines, text in
      let rulings = FadedWalls.completed(RulingFinder().rulings(in: lines), between: text)
      return PageRecogniser.Tables(
        rulings: rulings,
        cells: TableCells.boxes(enclosedBy: rulings)
      )
    }.document
  }

  private static func image(_ lines: [String]) throws -> PageImage {
    try image(ofFirstPageOf: TestPDF(pages: [lines]).bytes)
  }

  private static func image(ofFirstPageOf bytes: [UInt8]) throws -> PageImage {
    let pages = try PDFReader().read(bytes).pages
    let images = try PageImages(bytes: bytes)
    let image = images.image(of: pages[0])
    return try #require(image)
  }

  @Test func `renders a page without images at 300 dpi`() throws {
    let image = try Self.image(["Vu le code"])
    #expect((image.width, image.height) == (2479, 3508))
  }

  @Test func `renders a scan at its own resolution`() throws {
    let path = Places.samples + "/haute-lys/2023/2023-041-scan/source.pdf"
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    let image = try Self.image(ofFirstPageOf: bytes)
    #expect(abs(image.width - 1654) <= 1)
  }

  @Test func `bounds the pixels of a huge page`() throws {
    let page = "/MediaBox [0 0 595 842]"
    let file = String(decoding: TestPDF(pages: [["Vu"]]).bytes, as: UTF8.self)
      .replacing(page, with: "/MediaBox [0 0 5950 8420]")
    let image = try Self.image(ofFirstPageOf: Array(file.utf8))
    #expect(image.width * image.height < 18_000_000)
  }

  @Test func `recognises lines where they stand`() throws {
    let lines = ["Vu le code général des collectivités", "Contre : 0 voix", "à la majorité"]
    let document = try Self.recognise(Self.image(lines))
    #expect(document.lines.map(document.text) == lines)
    #expect(document.pages.map(\.origin) == [.ocr])
    #expect(try #require(document.pages[0].confidence) > 0.8)
    let box = try #require(document.lines[0].box)
    #expect(abs(box.x0 - 56) < 2)
    #expect(box.y0 < 56 && box.y1 > 56)
  }

  @Test(arguments: PageTurn.allCases)
  func `reads a page however it lies, and says where on the page as shown`(
    turn: PageTurn
  ) throws {
    let text = "le bilan de la délibération publiée par le département et la habilitation"
    let upright = try Self.image([String](repeating: text, count: 12))
    let document = try Self.recognise(upright.turned(turn))
    let page = document.pages[0]
    #expect(document.lines.map(document.text) == [String](repeating: text, count: 12))
    // The page lies the other way round, so that it must be turned back.
    #expect(page.turn.rawValue == (4 - turn.rawValue) % 4)
    let size = try [#require(page.shownSize.width), #require(page.shownSize.height)]
    #expect(size.map { $0.rounded() } == (turn.swapsSides ? [842, 595] : [595, 842]))
    let box = try page.shown(#require(document.lines[0].box))
    switch turn {
    case .none: #expect(abs(box.x0 - 56) < 2 && box.y0 < 56 && box.y1 > 56)
    case .clockwise: #expect(abs(box.y0 - 56) < 2 && box.x0 < 786 && box.x1 > 786)
    case .half: #expect(abs(box.x1 - 539) < 2 && box.y0 < 786 && box.y1 > 786)
    case .counterclockwise: #expect(abs(box.y1 - 539) < 2 && box.x0 < 56 && box.x1 > 56)
    }
  }

  @Test func `reads a table of figures that lies on its head`() throws {
    let rows = (0..<20).map { "\(1_234 + 77 * $0),50\t\(98_765 - 431 * $0)" }
    let document = try Self.recognise(Self.image(rows).turned(.half))
    #expect(document.pages[0].turn == .half)
    #expect(document.lines.map(document.text) == rows)
  }

  @Test(arguments: PageTurn.allCases)
  func `reads a table of few words and many figures however it lies`(turn: PageTurn) throws {
    let rows = (0..<18).map { "2031-\(10 + $0)\tVote du budget annexe\tUnanimité" }
    let document = try Self.recognise(Self.image(rows).turned(turn))
    #expect(document.lines.map(document.text) == rows)
  }

  @Test func `gives up a page that takes too long`() throws {
    let image = try Self.image(["Vu le code général des collectivités"])
    let recogniser = try PageRecogniser(language: "fra")
    do throws(RecognitionError) {
      _ = try recogniser.recognise(image, page: 1, seconds: 0.001) { _, _ in
        PageRecogniser.Tables(rulings: [], cells: [])
      }
      Issue.record("the page was read")
    } catch {
      #expect(error == .outOfTime)
    }
  }

  @Test func `finds nothing on a blank page`() throws {
    let white = PageImage(
      width: 1240,
      height: 1754,
      pixelsPerPoint: 150 / 72,
      pixels: [UInt8](repeating: 255, count: 1240 * 1754)
    )
    let document = try Self.recognise(white)
    #expect(document.lines.isEmpty)
    #expect(document.pages.map(\.origin) == [.none])
    #expect(document.pages[0].confidence == nil)
  }

  @Test func `reads cells between broken rulings and specks`() throws {
    var image = try Self.image(["Calais\t14", "Arras\t80"])
    for y in [40, 61, 75, 90] { image.drawLine(from: (50, y), to: (350, y)) }
    for x in [50, 200, 350] { image.drawLine(from: (x, 40), to: (x, 90)) }
    let document = try Self.recognise(image)
    var diagnostics = DiagnosticList()
    let tables = TableReader().tables(of: document, reporting: &diagnostics)
    let table = try #require(tables.first)
    #expect(table.cells.map(\.text) == ["Calais", "14", "Arras", "80", "", ""])
  }

  @Test func `keeps a colon that a justified line pushes away, erases a punched hole`() throws {
    var drawing = Drawing()
    drawing.text("Absents", x: 56, y: 100, size: 11)
    drawing.text(":", x: 110, y: 100, size: 11)
    drawing.text("Arras", x: 130, y: 100, size: 11)
    var image = try Self.image(ofFirstPageOf: TestPDF(drawings: [drawing]).bytes)
    image.drawDisc(atX: 56, y: 300, radius: 7)
    let document = try Self.recognise(image)
    #expect(document.lines.map(document.text) == ["Absents : Arras"])
  }

  @Test func `says which language is missing`() {
    #expect(throws: RecognitionError.missingLanguage("xyz")) {
      _ = try PageRecogniser(language: "xyz")
    }
  }
}

extension PageImage {
  /// Draws a black disc around a place in points.
  fileprivate mutating func drawDisc(atX x: Float, y: Float, radius: Float) {
    let (middle, centre) = (Int(x * pixelsPerPoint), Int(y * pixelsPerPoint))
    let reach = Int(radius * pixelsPerPoint)
    for row in -reach...reach {
      for column in -reach...reach where row * row + column * column <= reach * reach {
        pixels[(centre + row) * width + middle + column] = 0
      }
    }
  }

  /// The page turned clockwise.
  fileprivate func turned(_ turn: PageTurn) -> PageImage {
    guard turn != .none else { return self }
    var turned = PageImage(
      width: turn.swapsSides ? height : width,
      height: turn.swapsSides ? width : height,
      pixelsPerPoint: pixelsPerPoint,
      pixels: pixels
    )
    for row in 0..<height {
      for column in 0..<width {
        let (x, y) =
          switch turn {
          case .none: (column, row)
          case .clockwise: (height - 1 - row, column)
          case .half: (width - 1 - column, height - 1 - row)
          case .counterclockwise: (row, width - 1 - column)
          }
        turned.pixels[y * turned.width + x] = pixels[row * width + column]
      }
    }
    return turned
  }

  /// Draws a black line of three pixels between two places in points, with a break in each inch.
  fileprivate mutating func drawLine(from start: (Int, Int), to end: (Int, Int)) {
    let isAcross = start.1 == end.1
    let first = Int(Float(isAcross ? start.0 : start.1) * pixelsPerPoint)
    let last = Int(Float(isAcross ? end.0 : end.1) * pixelsPerPoint)
    let lane = Int(Float(isAcross ? start.1 : start.0) * pixelsPerPoint)
    for along in first...last where !(100...108).contains(along % 300) {
      for across in lane..<lane + 3 {
        pixels[isAcross ? across * width + along : along * width + across] = 0
      }
    }
  }
}
