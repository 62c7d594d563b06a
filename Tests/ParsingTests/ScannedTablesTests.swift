import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// Rows of territory, beneficiary, quantity and sum; a cell after `?` was read without confidence.
struct `A cell that recognition was not sure of` {
  private func grants(_ rows: [String]) -> [Grant] {
    var document = Document()
    document.hasLayout = true
    let head = ["Territoire", "Structure", "Nombre de places", "Montant"]
    let cells =
      [head] + rows.map { $0.split(separator: "|").map { $0.trimmingPrefix(" ").description } }
    let table = TableGrid(
      pages: [1],
      rowCount: cells.count,
      columnCount: 4,
      cells: cells.enumerated().flatMap { row, texts in
        texts.enumerated().map { column, text in
          TableCell(
            row: row,
            column: column,
            text: String(text.trimmingPrefix("?")),
            page: 1,
            confidence: text.hasPrefix("?") ? 20 : 95
          )
        }
      },
      lines: 0...0
    )
    var act = Deliberation()
    var findings = DiagnosticList()
    var reader = GridGrantTables(document, words: .standard)
    reader.read([table], into: &act, reporting: &findings)
    return act.grants
  }

  @Test(arguments: [
    ("Nord|Les Tilleuls|?12|50,00 €", GrantDoubt.quantity),
    ("Nord|Les Tilleuls|12|?50,00 €", .amount),
    ("Nord|?Les Tilleuls|12|50,00 €", .name), ("?Nord|Les Tilleuls|12|50,00 €", .territory),
  ])
  func `makes its part of the row doubtful`(row: String, doubt: GrantDoubt) {
    #expect(grants([row]).map(\.doubts) == [[doubt]])
  }
}
