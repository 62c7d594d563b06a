import PageModel
import Testing

@testable import Tables

struct `A table over pages` {
  private static let first = """
    Annexe 1
    ┼──────────┼──────────┼
    │ Commune  │ Montant  │
    ┼──────────┼──────────┼
    │ Arras    │ 100 €    │
    ┼──────────┼──────────┼
    Page 1
    """

  private func tables(_ pages: [String]) -> [TableGrid] {
    var document = Document()
    document.hasLayout = true
    // A drawing is the first page of a document; pages of one document are numbered on.
    let parts = pages.map { DrawnPages.document($0) }
    for (index, part) in parts.enumerated() {
      var moved = part
      for line in moved.lines.indices { moved.lines[line].page = Int32(index + 1) }
      moved.pages[0].number = index + 1
      document.append(moved)
    }
    var diagnostics = DiagnosticList()
    let tables = TableReader().tables(of: document, reporting: &diagnostics)
    #expect(diagnostics.items.isEmpty)
    return tables
  }

  @Test func `is one, its repeated head dropped`() {
    let tables = tables([
      Self.first,
      """
      ┼──────────┼──────────┼
      │ Commune  │ Montant  │
      ┼──────────┼──────────┼
      │ Lens     │ 200 €    │
      ┼──────────┼──────────┼
      Page 2
      """,
    ])
    #expect(tables.map(\.printedRows) == [["Commune|Montant", "Arras|100 €", "Lens|200 €"]])
    #expect(tables.first?.pages == [1, 2])
    #expect(tables.first?.cells.map(\.page) == [1, 1, 1, 1, 2, 2])
    #expect(tables.first?.lines == 1...5)
  }

  @Test func `goes on without a head`() {
    let next = """
      Annexe 1
      ┼──────────┼──────────┼
      │ Lens     │ 200 €    │
      ┼──────────┼──────────┼
      │ Liévin   │ 300 €    │
      ┼──────────┼──────────┼
      """
    #expect(
      tables([Self.first, next]).map(\.printedRows) == [
        ["Commune|Montant", "Arras|100 €", "Lens|200 €", "Liévin|300 €"]
      ]
    )
  }

  @Test func `keeps a page that holds its head alone`() {
    let next = """
      ┼──────────┼──────────┼
      │ Commune  │ Montant  │
      ┼──────────┼──────────┼
      """
    #expect(
      tables([Self.first, next]).map(\.printedRows) == [
        ["Commune|Montant", "Arras|100 €", "Commune|Montant"]
      ]
    )
  }

  @Test func `carries on a merged cell that the page break cut`() throws {
    let tables = tables([
      """
      ┼───────────┼──────────┼
      │ Opération │ Les Amis │
      │ 1         ┼──────────┼
      │           │ La Ruche │
      ┼───────────┼──────────┼
      """,
      """
      ┼───────────┼──────────┼
      │           │ Le Pont  │
      │           ┼──────────┼
      │           │ Le Phare │
      ┼───────────┼──────────┼
      """,
    ])
    let table = try #require(tables.first)
    #expect(tables.count == 1)
    #expect(
      table.printedRows == [
        "Opération 1|Les Amis", "Opération 1|La Ruche", "Opération 1|Le Pont",
        "Opération 1|Le Phare",
      ]
    )
    #expect(table.cells.first?.rowSpan == 4)
  }

  @Test func `keeps an empty cell in a column that merges nothing`() {
    let next = """
      ┼──────────┼──────────┼
      │          │ 200 €    │
      ┼──────────┼──────────┼
      """
    #expect(
      tables([Self.first, next]).map(\.printedRows) == [
        ["Commune|Montant", "Arras|100 €", "|200 €"]
      ]
    )
  }

  @Test(
    arguments: [
      // Another title.
      """
      Aides à la voirie
      ┼──────────┼──────────┼
      │ Lens     │ 200 €    │
      ┼──────────┼──────────┼
      """,
      // A column more.
      """
      ┼──────────┼─────┼────┼
      │ Lens     │ 200 │ €  │
      ┼──────────┼─────┼────┼
      """,
      // Columns elsewhere.
      """
      ┼─────┼───────────────┼
      │ Lens│ 200 €         │
      ┼─────┼───────────────┼
      """,
      // Too much between.
      """
      Annexe 1
      Annexe 1
      Annexe 1
      ┼──────────┼──────────┼
      │ Lens     │ 200 €    │
      ┼──────────┼──────────┼
      """,
    ]
  )
  func `ends before another one`(next: String) {
    let tables = tables([Self.first, next])
    #expect(tables.map(\.pages) == [[1], [2]])
  }

  @Test func `ends where a page has none`() {
    let tables = tables([Self.first, "Texte", Self.first])
    #expect(tables.map(\.pages) == [[1], [3]])
  }

  @Test func `with lines does not go on as one without`() {
    let next = "Arras      100 €\nLens       200 €\nLiévin     300 €\nBéthune    400 €"
    #expect(tables([Self.first, next]).map(\.pages) == [[1], [2]])
  }

  @Test func `without lines goes on where its columns nearly do`() {
    let page = "Arras        100 €\nLens         200 €\nLiévin       300 €\nBéthune      400 €"
    let next = "Le Touquet   500 €\nCalais       600 €\nBerck        700 €\nAuchel       800 €"
    let tables = tables([page, next])
    #expect(tables.map(\.pages) == [[1, 2]])
    #expect(tables.first?.rowCount == 8)
  }

  @Test func `goes on past a page that it begins on with another`() {
    let two = """
      ┼──────────┼──────────┼
      │ Lens     │ 200 €    │
      ┼──────────┼──────────┼

      ┼─────┼─────┼─────┼
      │ a   │ b   │ c   │
      ┼─────┼─────┼─────┼
      """
    let last = """
      ┼─────┼─────┼─────┼
      │ d   │ e   │ f   │
      ┼─────┼─────┼─────┼
      """
    let tables = tables([Self.first, two, last])
    #expect(tables.map(\.pages) == [[1, 2], [2, 3]])
    #expect(tables.last?.printedRows == ["a|b|c", "d|e|f"])
  }
}
