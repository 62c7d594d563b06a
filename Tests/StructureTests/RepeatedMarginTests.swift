import PageModel
import Testing

@testable import Structure

struct `The margin of a page` {
  /// Pages of text beside a margin, one line of the margin for each string, from the top.
  private func document(_ margins: [[String]]) -> Document {
    var document = Document()
    document.hasLayout = true
    for (index, margin) in margins.enumerated() {
      var words = PageWords()
      func add(_ text: String, x: Float, width: Float, row: Int) {
        let start = words.bytes.count
        words.bytes += Array(text.utf8)
        let y = 60 + 20 * Float(row)
        words.words.append(
          PageWords.Word(
            bytes: start..<words.bytes.count,
            box: BoundingBox(x0: x, y0: y, x1: x + width, y1: y + 12)
          )
        )
      }
      for (row, text) in margin.enumerated() { add(text, x: 40, width: 100, row: row) }
      for row in 0..<8 { add("Texte\(index)\(row)", x: 180, width: 340, row: row + 12) }
      let page = Page(number: index + 1, width: 595, height: 842, origin: .embedded, lines: 0..<0)
      document.append(page, of: words)
    }
    return document
  }

  private func running(_ document: Document) -> [String] {
    RepeatedMargin(document) { _ in false }.lines.sorted().map { document.text(document.lines[$0]) }
  }

  private static let form = [
    "En exercice : 11", "Convocation du 4 mai", "Objet :", "Procès-verbal",
  ]

  @Test func `is taken off where it comes back, but for its first`() {
    let pages = document([Self.form, Self.form, Self.form])
    #expect(running(pages) == Self.form + Self.form)
  }

  @Test func `is known though recognition damaged it`() {
    var damaged = Self.form
    damaged[1] = "Convocatlon du 4 mal"
    #expect(running(document([Self.form, Self.form, damaged, Self.form])).contains(damaged[1]))
  }

  @Test func `comes back though recognition damaged it on each page in another way`() {
    var pages = document([
      Self.form, ["En exercice : 11", "Convocation du 4 mai", "Obiet :", "Procès-verhal"],
      ["En exercice : 11", "Convocation du 4 mal", "Objet :", "Procés-vetbal"],
    ])
    for page in pages.pages.indices { pages.pages[page].origin = .ocr }
    #expect(running(pages).count == 8)
  }

  @Test func `keeps what differs from page to page, and the label above it`() {
    let titles = ["Vente d'un terrain", "Tarifs du marché", "Voirie rurale"]
    let pages = document(titles.map { ["En exercice : 11", "Objet :", $0] })
    #expect(running(pages) == ["En exercice : 11", "En exercice : 11"])
  }

  @Test func `is looked at from three pages on`() {
    #expect(running(document([Self.form, Self.form])).isEmpty)
  }
}
