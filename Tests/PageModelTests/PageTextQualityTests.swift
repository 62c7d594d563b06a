import PageModel
import Testing

/// Whether the text layer of a page is good enough to be read.
struct PageTextQualityTests {
  private static func census(_ text: String) -> PageTextQuality.Census {
    var document = Document()
    document.bytes = Array(text.utf8)
    let range = TextRange(start: 0, end: document.bytes.count)
    document.lines = [TextLine(range: range, page: 1, opensParagraph: true)]
    return PageTextQuality.Census(0..<1, of: document)
  }

  private static let prose = String(
    repeating: "Vu la délibération relative à la préfiguration de l’accompagnement rénové, même ",
    count: 20
  )
  /// The same as Tesseract reads it without French data.
  private static let damaged = String(
    repeating: "Vu la délibération relative a la préfiguration de I'accompagnement rénové, méme ",
    count: 20
  )

  @Test(arguments: [
    (prose, Float(0), PageTextQuality.good), (prose, 1, .overlaid), (damaged, 1, .poor),
    (damaged, 0.3, .good), ("", 1, .missing), ("", 0.05, .good),
    ("Envoyé en préfecture le 12/06/2023", 1, .stamp),
    ("Envoyé en préfecture le 12/06/2023", 0.2, .good),
    (String(repeating: "\u{F0E9}", count: 300), 0, .unmapped),
    (String(repeating: "LEROY 12 ", count: 200), 1, .overlaid),
  ])
  func `judges a text layer`(text: String, coverage: Float, quality: PageTextQuality) {
    let census = Self.census(text)
    #expect(PageTextQuality(census, imageCoverage: coverage) == quality)
  }

  @Test(arguments: [(Float(1), PageTextQuality.poor), (0, .good)])
  func `does not trust the table of a scan`(coverage: Float, quality: PageTextQuality) {
    var document = Document()
    for _ in 0..<40 {
      let start = document.bytes.count
      document.bytes += Array("Théâtre à l’école même\tAbbeville\t1 200 €\n".utf8)
      let range = TextRange(start: start, end: document.bytes.count - 1)
      document.lines.append(TextLine(range: range, page: 1, opensParagraph: false))
    }
    let census = PageTextQuality.Census(0..<40, of: document)
    #expect(PageTextQuality(census, imageCoverage: coverage) == quality)
  }

  @Test func `takes drawn letters for a text that is missing`() {
    let census = Self.census("")
    #expect(PageTextQuality(census, imageCoverage: 0, drawsLetters: true) == .missing)
  }
}
