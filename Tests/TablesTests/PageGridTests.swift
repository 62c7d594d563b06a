import PageModel
import Testing

@testable import Tables

struct `The grid of a page` {
  private func grids(_ drawing: String) -> [PageGrid] {
    let document = DrawnPages.document(drawing)
    var diagnostics = DiagnosticList()
    let grids = document.pages.flatMap { page in
      PageGrid.grids(of: page, in: document, reporting: &diagnostics)
    }
    #expect(diagnostics.items.isEmpty)
    return grids
  }

  @Test func `goes by alignment where there are more lines than tables have`() throws {
    var document = DrawnPages.document(
      """
      Commune      Montant
      Arras        100 €
      Lens         200 €
      Liévin       300 €
      """
    )
    document.pages[0].rulings = (0...PageMarks.mostRulings).map { index in
      Ruling(.horizontal, position: Float(index), start: 0, end: 100)
    }
    var diagnostics = DiagnosticList()
    let grids = PageGrid.grids(of: document.pages[0], in: document, reporting: &diagnostics)
    #expect(grids.map(\.rowCount) == [4])
    #expect(diagnostics.items.map(\.code) == ["table.too-many-lines"])
  }

  @Test func `puts each word into its cell`() throws {
    let grid = try #require(
      grids(
        """
        ┼──────────┼────────────┼
        │ Structure│ Montant    │
        ┼──────────┼────────────┼
        │ La Ruche │ 200,00 €   │
        ┼──────────┼────────────┼
        """
      ).first
    )
    #expect(grid.cells.map(\.text) == ["Structure", "Montant", "La Ruche", "200,00 €"])
    #expect(grid.cells.map(\.line) == [0, 0, 1, 1])
    #expect(grid.lines == 0...1)
    #expect(grid.cells[3].box == BoundingBox(x0: 69, y0: 30, x1: 147, y1: 54))
  }

  @Test func `joins the lines of a cell`() throws {
    let grid = try #require(
      grids(
        """
        ┼────────────┼─────────┼
        │ Centre     │ 1 000 € │
        │ commu-     │         │
        │ nal        │         │
        ┼────────────┼─────────┼
        """
      ).first
    )
    #expect(grid.cells.map(\.text) == ["Centre commu-nal", "1 000 €"])
  }

  @Test func `leaves out the words around the table`() throws {
    let grid = try #require(
      grids(
        """
        Annexe 1
        ┼─────┼─────┼
        │ un  │     │
        ┼─────┼─────┼
        Page 1
        """
      ).first
    )
    #expect(grid.cells.map(\.text) == ["un", ""])
    #expect(grid.cells.map(\.line) == [1, nil])
    #expect(grid.lines == 1...1)
  }

  @Test func `is none where no word stands in the lines`() {
    #expect(
      grids(
        """
        ┼─────┼─────┼
        │     │     │
        ┼─────┼─────┼
        """
      ).isEmpty
    )
  }

  @Test func `goes by alignment where no line stands`() throws {
    let grid = try #require(
      grids(
        """
        Commune      Montant
        Arras        100 €
        Lens         200 €
        Liévin       300 €
        """
      ).first
    )
    #expect(grid.columnCount == 2 && grid.rowCount == 4)
  }
}
