import PDFReading
import PageModel
import SystemTestSupport
import Testing

/// Text that stands in columns.
struct ColumnTests {
  /// A page with short lines in its margin and six wide ones beside them.
  private func page(rules: [Int] = []) throws -> Document {
    var drawing = Drawing()
    for (row, text) in ["Pôle enfance", "de la ville", "Affaires", "scolaires"].enumerated() {
      drawing.text(text, x: 40, y: 100 + row * 28)
    }
    for y in rules { drawing.line(x0: 36, y0: y, x1: 520, y1: y) }
    return try read(drawing)
  }

  @Test func `reads a margin before the text beside it`() throws {
    let document = try page()
    #expect(document.texts(onPage: 1).prefix(2) == ["Pôle enfance", "de la ville"])
    #expect(document.lines.map(\.typography.column) == [0, 0, 0, 1, 1, 1, 1, 1, 1, 0])
  }

  @Test func `reads a table with rules row by row, its first column with the others`() throws {
    let document = try page(rules: [90, 104, 118, 132, 146, 160, 174])
    #expect(document.texts(onPage: 1).first?.hasPrefix("Pôle enfance\tLa ligne 0") == true)
    #expect(document.lines.allSatisfy { $0.typography.column == 0 })
  }

  /// The document of a page with six lines of text right of a drawing.
  private func read(_ margin: Drawing) throws -> Document {
    var drawing = margin
    for row in 0..<6 {
      drawing.text(
        "La ligne \(row) du texte est aussi large que la page le veut bien ce soir",
        x: 160,
        y: 100 + row * 14
      )
    }
    return try PDFReader().read(TestPDF(drawings: [drawing]).bytes)
  }

  @Test func `reads a margin on, though a stamp stands among the lines of the text`() throws {
    var drawing = Drawing()
    for (row, text) in ["Valbrune", "Pôle enfance", "de la ville", "Affaires"].enumerated() {
      drawing.text(text, x: 40, y: 72 + row * 28)
    }
    drawing.text("Subvention à la cantine", x: 160, y: 72)
    drawing.text("Reçu le 4 mai 2031", x: 400, y: 86)
    let document = try read(drawing)
    let margin = ["Valbrune", "Pôle enfance", "de la ville", "Affaires", "Subvention à la cantine"]
    #expect(document.texts(onPage: 1).prefix(5).elementsEqual(margin))
  }

  @Test func `takes numbers in a margin for none of the text beside it`() throws {
    var drawing = Drawing()
    for (row, text) in ["en exercice", "présents", "votants"].enumerated() {
      drawing.text(text, x: 40, y: 107 + row * 14)
      drawing.text("11", x: 130, y: 107 + row * 14)
    }
    let document = try read(drawing)
    #expect(document.lines.map(\.typography.column).suffix(6) == [1, 1, 1, 1, 1, 1])
  }
}
