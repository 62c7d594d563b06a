import PageModel
import Testing

@testable import Tables

struct `The hint of a table` {
  private func isLikely(_ text: String, followsTable: Bool = false) -> Bool {
    let document = DrawnPages.document(text)
    return TableHint.isLikely(document, document.lines.indices, followsTable: followsTable)
  }

  @Test func `is three lines with two gaps`() {
    let line = "Arras      Toiture      100 €\n"
    #expect(!isLikely(line + line))
    #expect(isLikely(line + "Texte\n" + line + line))
  }

  @Test func `is one gap on a page after a table`() {
    let line = "Arras      100 €"
    #expect(!isLikely(line))
    #expect(isLikely(line, followsTable: true))
  }

  @Test(arguments: ["", "Un texte sans colonnes", "Pour :      24 voix\nContre :      0 voix"])
  func `is not in prose`(text: String) {
    #expect(!isLikely(text))
  }
}
