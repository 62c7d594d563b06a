import DeliberationModel
import PageModel
import Testing

@testable import Parsing

/// Rows of territory, beneficiary, quantity and sum; a cell after `?` was read without confidence.
struct `A cell that recognition was not sure of` {
  private func grants(_ rows: [String], knowsTerritories: Bool = false) -> [Grant] {
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
    var reader = GridGrantTables(document, knowsTerritories: knowsTerritories)
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

  @Test func `is in no doubt where other rows print the same clearly`() {
    let clear = "Nord|Les Tilleuls|12|50,00 €"
    #expect(
      grants([clear, clear, "?Nord|?Les Tilleuls|12|50,00 €"]).map(\.doubts) == [[], [], []]
    )
  }

  @Test func `is spelled as other rows print it, with what was read beside it`() throws {
    let clear = "Nord|Les Tilleuls|12|50,00 €"
    let grants = grants([clear, clear, "Nord|?Les Tiileuls|12|50,00 €"])
    let name = try #require(grants.last?.beneficiary)
    #expect((name.value, name.raw) == ("Les Tilleuls", "Les Tiileuls"))
    #expect(grants.last?.doubts == [])
  }

  @Test func `stays doubtful where one row alone prints a name near to it`() {
    let grants = grants(["Nord|Les Tilleuls|12|50,00 €", "Nord|?Les Tiileuls|12|50,00 €"])
    #expect(grants.last?.doubts == [.name])
  }

  @Test func `leaves a territory to the lexicon of its authority`() {
    #expect(grants(["?Nord|Les Tilleuls|12|50,00 €"], knowsTerritories: true).map(\.doubts) == [[]])
  }
}
