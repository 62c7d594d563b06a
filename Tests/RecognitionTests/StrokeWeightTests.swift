import PDFReading
import PageModel
import Recognition
import SystemTestSupport
import Tables
import Testing

/// The look of lines that are recognised.
struct `A line of a scan` {
  private static let title = "Convention avec la bibliothèque départementale"
  private static let text = [
    "Le conseil municipal, réuni le mardi 4 mars sous la présidence du maire,",
    "après avoir entendu le rapporteur et en avoir délibéré à mains levées,",
    "approuve la convention de mise à disposition de la salle communale,",
    "autorise le maire à signer toutes les pièces qui se rapportent au dossier.",
  ]

  /// A title above some lines of text, its strokes made thicker by a stroke of some points, with or
  /// without a line below it.
  private static func looks(stroke: Double, isUnderlined: Bool) throws -> [Typography] {
    var drawing = Drawing()
    if stroke > 0 { drawing.draw("2 Tr \(stroke) w") }
    drawing.text(title, x: 70, y: 80, size: 11)
    drawing.draw("0 Tr")
    if isUnderlined { drawing.line(x0: 70, y0: 82, x1: 305, y1: 82) }
    for (index, line) in text.enumerated() {
      drawing.text(line, x: 70, y: 110 + 15 * index, size: 11)
    }
    let bytes = TestPDF(drawings: [drawing]).bytes
    let page = try PDFReader().read(bytes).pages[0]
    let image = try #require(try PageImages(bytes: bytes).image(of: page))
    let recognised = try PageRecogniser(language: "fra").recognise(image, page: 1) { lines, _ in
      PageRecogniser.Tables(rulings: RulingFinder().rulings(in: lines), cells: [])
    }
    return recognised.document.lines.map(\.typography)
  }

  @Test(arguments: [(0, false), (0.5, true), (0.8, true)])
  func `is bold where its strokes are thicker than those of the page`(
    stroke: Double,
    isBold: Bool
  ) throws {
    let looks = try Self.looks(stroke: stroke, isUnderlined: false)
    #expect(looks.first?.isBold == isBold)
    #expect(looks.dropFirst().allSatisfy { $0.isBold == false })
  }

  @Test func `is underlined where a line as long as its words runs below it`() throws {
    let looks = try Self.looks(stroke: 0, isUnderlined: true)
    #expect(looks.first?.isUnderlined == true)
    #expect(looks.dropFirst().allSatisfy { $0.isUnderlined != true })
  }
}
