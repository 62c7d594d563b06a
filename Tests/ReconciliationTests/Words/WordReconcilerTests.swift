import DeliberationModel
import PageModel
import Reconciliation
import Testing

/// Words of damaged pages, and what they are mended to.
struct WordReconcilerTests {
  private struct SmallVocabulary: Vocabulary {
    let words: Set<String>

    func contains(_ word: String) -> Bool { words.contains(word) || words.contains(small(word)) }

    private func small(_ word: String) -> String {
      word.prefix(1).lowercased() + word.dropFirst()
    }
  }

  private static let vocabulary = SmallVocabulary(
    words: Set(
      """
      vu le la règlement intérieur du département après avoir délibère délibéré en l' de à une \
      commune communal réglementées financement officiel œuvre main mise plage plane colonne \
      conseil départemental avec ne pas portes et par partenariat les prix pris au décide
      """.split(separator: " ").map(String.init)
    )
  )

  /// A document of one page of lines.
  private static func document(
    _ lines: [String],
    origin: TextOrigin,
    quality: PageTextQuality = .missing
  ) -> Document {
    var document = Document()
    document.hasLayout = true
    for line in lines {
      let start = document.bytes.count
      document.bytes += Array(line.utf8)
      let range = TextRange(start: start, end: document.bytes.count)
      document.lines.append(TextLine(range: range, page: 1, opensParagraph: true))
      document.bytes.append(0x0A)
    }
    var page = Page(number: 1, origin: origin, lines: 0..<lines.count)
    page.textQuality = quality
    document.pages = [page]
    return document
  }

  private static func mended(
    _ text: String,
    beside lines: [String] = [],
    names: [String] = [],
    origin: TextOrigin = .ocr,
    quality: PageTextQuality = .missing
  ) -> Printed<String> {
    var act = Deliberation()
    let printed = Printed(text, source: SourceLocation(page: 1))
    act.citations = [Citation(text: printed, references: [])]
    var diagnostics = DiagnosticList()
    WordReconciler(
      document([text] + lines, origin: origin, quality: quality),
      names: names,
      vocabulary: { vocabulary },
      reporting: &diagnostics
    ).reconcile(&act)
    return act.citations[0].text
  }

  @Test(arguments: [
    ("vu le regiement intérieur", "vu le règlement intérieur"),
    ("Apres avoir", "Après avoir"), ("les plages reglementées", "les plages réglementées"),
    ("l’oeuvre", "l’œuvre"), ("le fnancement offciel", "le financement officiel"),
    ("la commu-nal", "la communal"), ("le conseil commu nal", "le conseil communal"),
    ("le par tenariat", "le partenariat"), ("Vu l'interieur", "Vu l'intérieur"),
  ])
  func `mends what one word alone explains`(printed: String, meant: String) {
    let text = Self.mended(printed)
    #expect(text.value == meant)
    #expect(text.raw == (printed == meant ? nil : printed))
  }

  @Test(arguments: [
    // Two words are as near.
    "avoir délibére",
    // Capitals inside of a sentence and words of capitals are names or print without accents.
    "avec Regiement", "avec la Plame", "REGIEMENT", "pris par M. Regiement", "le dr. Regiement",
    // Numbers, codes and addresses.
    "regiement2", "regiement@conseil", "C02-regiement/4", "www.regiement.conseil",
    // Words, and what is near to none.
    "portes-plage", "la main mise", "au Zzzyx", "zzzyx",
  ])
  func `leaves what has no proof or needs none`(printed: String) {
    let text = Self.mended(printed)
    #expect(text.value == printed)
    #expect(text.raw == nil)
  }

  @Test func `takes of two words the one that the document prints there`() {
    let text = Self.mended("Après en avoir délibére", beside: ["Après avoir délibéré, décide"])
    #expect(text.value == "Après en avoir délibéré")
  }

  @Test(arguments: [
    ("Vu le Regiement du", [], [], "Vu le Règlement du"),
    ("Vu le Regiement du", [], ["Mme Regiement"], "Vu le Regiement du"),
    ("avec la Plame", [], [], "avec la Plame"),
    ("avec la Flage", [], [], "avec la Flage"), ("avec la Piage", [], [], "avec la Piage"),
    ("avec la Piage", ["le conseil de Plage"], [], "avec la Plage"),
  ])
  func `mends a capital behind an article where the word is long, or printed elsewhere`(
    printed: String,
    lines: [String],
    names: [String],
    meant: String
  ) {
    #expect(Self.mended(printed, beside: lines, names: names).value == meant)
  }

  @Test(arguments: [
    (TextOrigin.embedded, PageTextQuality.good, "le regiement"),
    (.embedded, .poor, "le règlement"), (.ocr, .poor, "le règlement"),
  ])
  func `touches no text that was typeset`(
    origin: TextOrigin,
    quality: PageTextQuality,
    value: String
  ) {
    #expect(Self.mended("le regiement", origin: origin, quality: quality).value == value)
  }

  @Test(arguments: [(TextOrigin.ocr, ["words.no-dictionary"]), (.embedded, [])])
  func `says once that no dictionary is installed, where one is needed`(
    origin: TextOrigin,
    codes: [String]
  ) {
    var diagnostics = DiagnosticList()
    let document = Self.document(
      ["le regiement"],
      origin: origin,
      quality: origin == .ocr ? .missing : .good
    )
    _ = WordReconciler(document, names: [], vocabulary: { nil }, reporting: &diagnostics)
    #expect(diagnostics.sorted().map(\.code) == codes)
  }
}
