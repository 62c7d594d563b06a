import PDFReading
import PageModel
import Recognition
import SystemTestSupport
import Tables
import Testing

/// Pages on which a frame encloses the text, with a margin column on its left.
struct FormTests {
  private static let body = [
    "Le conseil municipal, réuni le mardi 4 mars sous la présidence du maire,",
    "après avoir entendu le rapporteur et en avoir délibéré à mains levées,",
    "approuve la convention de mise à disposition de la salle communale,",
    "fixe la redevance annuelle à la somme de 350 euros pour chaque association,",
    "autorise le maire à signer toutes les pièces qui se rapportent au dossier,",
    "charge le trésorier de recouvrer les sommes dues avant la fin de l'exercice.",
  ]
  private static let margin = [
    "Nombre de membres", "en exercice : 15", "présents : 13", "votants : 14",
  ]

  /// A form in a frame, with or without the line on its right.
  private static func form(rightSide: Bool) throws -> PageImage {
    var drawing = Drawing()
    let right = 575
    drawing.line(x0: 30, y0: 40, x1: right, y1: 40)
    drawing.line(x0: 30, y0: 800, x1: right, y1: 800)
    drawing.line(x0: 30, y0: 40, x1: 30, y1: 800)
    drawing.line(x0: 165, y0: 40, x1: 165, y1: 800)
    if rightSide { drawing.line(x0: right, y0: 40, x1: right, y1: 800) }
    for block in 0..<6 {
      for (index, text) in body.enumerated() {
        drawing.text(text, x: 175, y: 70 + block * 115 + index * 15, size: 11)
      }
    }
    for (index, text) in margin.enumerated() {
      drawing.text(text, x: 38, y: 200 + index * 14, size: 10)
    }
    let bytes = TestPDF(drawings: [drawing]).bytes
    let page = try PDFReader().read(bytes).pages[0]
    let images = try PageImages(bytes: bytes)
    let image = images.image(of: page)
    return try #require(image)
  }

  private static func lines(of image: PageImage, tables: [BoundingBox]? = nil) throws -> [String] {
    let page = try PageRecogniser(language: "fra").recognise(image, page: 1) { lines, text in
      let rulings = FadedWalls.completed(RulingFinder().rulings(in: lines), between: text)
      return PageRecogniser.Tables(
        rulings: rulings,
        cells: tables ?? TableCells.boxes(enclosedBy: rulings)
      )
    }
    return page.document.lines.map(page.document.text)
  }

  private static var whole: [String] { margin + [[String]](repeating: body, count: 6).joined() }

  @Test(arguments: [1, 2])
  func `reads the margin column of a form, then the text beside it`(coarseness: Int) throws {
    let image = try Self.form(rightSide: true).coarser(by: coarseness)
    #expect(try Self.lines(of: image) == Self.whole)
  }

  @Test func `reads a form whose outer line has faded`() throws {
    #expect(try Self.lines(of: Self.form(rightSide: false)) == Self.whole)
  }

  @Test func `loses no text where a coarse page that is made larger shows no cells`() throws {
    let image = try Self.form(rightSide: true).coarser(by: 2)
    let found = [(30, 165), (165, 575)].map { side in
      BoundingBox(x0: Float(side.0), y0: 40, x1: Float(side.1), y1: 800)
    }
    var calls = 0
    let page = try PageRecogniser(language: "fra").recognise(image, page: 1) { _, _ in
      calls += 1
      return PageRecogniser.Tables(rulings: [], cells: calls == 1 ? found : [])
    }
    #expect(calls == 2)
    #expect(page.document.lines.map(page.document.text) == Self.whole)
  }

  @Test func `takes no box for a cell that cuts through the lines of a text`() throws {
    let half = BoundingBox(x0: 165, y0: 40, x1: 331, y1: 800)
    let read = try Self.lines(of: Self.form(rightSide: true), tables: [half])
    #expect(read.filter { $0.hasSuffix("euros pour chaque association,") }.count == 6)
  }
}

extension PageImage {
  /// The image with one pixel in place of a square of them, as a scanner of less resolution sees it.
  fileprivate func coarser(by factor: Int) -> PageImage {
    let (columns, rows) = (width / factor, height / factor)
    var coarse: [UInt8] = []
    for row in 0..<rows {
      for column in 0..<columns {
        var sum = 0
        for place in 0..<factor * factor {
          let (y, x) = (row * factor + place / factor, column * factor + place % factor)
          sum += Int(pixels[y * width + x])
        }
        coarse.append(UInt8(sum / (factor * factor)))
      }
    }
    return PageImage(
      width: columns,
      height: rows,
      pixelsPerPoint: pixelsPerPoint / Float(factor),
      pixels: coarse
    )
  }
}
