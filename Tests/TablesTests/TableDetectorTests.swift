import PageModel
import Testing

@testable import Tables

struct `A table of a page` {
  private func tables(_ drawings: String..., byPage: Bool = false) -> [TableGrid] {
    var documents = drawings.map { DrawnPages.document($0) }
    guard var document = documents.first else { return [] }
    documents.removeFirst()
    for (index, var next) in documents.enumerated() {
      next.pages[0].number = index + 2
      document.append(next)
    }
    var diagnostics = DiagnosticList()
    return TableReader().tables(of: document, byPage: byPage, reporting: &diagnostics)
  }

  @Test func `has a row for each line where lines stand below the head alone`() {
    let found = tables(
      """
      ┼──────────┼─────────┼──────────┼
      │ Commune  │ Places  │ Montant  │
      ┼──────────┼─────────┼──────────┼
      │ Arras    │ 12      │ 100,00 € │
      │ Lens     │ 8       │ 200,00 € │
      │ Liévin   │ 31      │ 300,00 € │
      ┼──────────┼─────────┼──────────┼
      """
    )
    #expect(
      found.map(\.printedRows) == [
        [
          "Commune|Places|Montant", "Arras|12|100,00 €", "Lens|8|200,00 €", "Liévin|31|300,00 €",
        ]
      ]
    )
  }

  @Test func `keeps the lines of a sentence in one cell`() {
    let found = tables(
      """
      ┼───────────────┼──────────────────┼
      │ Action        │ Ce qui est fait  │
      ┼───────────────┼──────────────────┼
      │ Accueil des   │ Une personne est │
      │ familles      │ présente chaque  │
      │               │ matin            │
      ┼───────────────┼──────────────────┼
      """
    )
    #expect(
      found.map(\.printedRows) == [
        [
          "Action|Ce qui est fait",
          "Accueil des familles|Une personne est présente chaque matin",
        ]
      ]
    )
  }

  @Test func `is found by alignment beside a box with lines`() {
    let found = tables(
      """
      ┼────────────────────────────┼
      │ Conseil municipal          │
      ┼────────────────────────────┼

      Commune          Projet      Montant
      Arras            Toiture     100 €
      Lens             École       200 €
      Le Touquet       Voirie      300 €
      """
    )
    #expect(found.map(\.columnCount) == [3])
    #expect(found.map(\.rowCount) == [4])
  }

  @Test func `has its outer columns where no line closes them`() {
    let found = tables(
      """
      ────────────┼─────────┼───────────
       Commune    │ Places  │ Montant
      ────────────┼─────────┼───────────
       Arras      │ 12      │ 100,00 €
      ────────────┼─────────┼───────────
       Lens       │ 8       │ 200,00 €
      ────────────┼─────────┼───────────
      """
    )
    #expect(
      found.map(\.printedRows) == [
        ["Commune|Places|Montant", "Arras|12|100,00 €", "Lens|8|200,00 €"]
      ]
    )
  }

  @Test func `widens a head to the columns over whose middle it stands`() throws {
    let found = tables(
      """
                        Année 2024
      Commune        Prévu        Versé
      Arras          100 €        110 €
      Lens           200 €        220 €
      Liévin         300 €        330 €
      Béthune        400 €        440 €
      """
    )
    let head = try #require(found.first?.cells.first { $0.text == "Année 2024" })
    #expect(head.column == 1)
    #expect(head.columnSpan == 2)
  }

  @Test func `has neither its caption nor its source`() {
    let found = tables(
      """
      Tableau 3 : Aides par commune
      Commune          Projet      Montant
      Arras            Toiture     100 €
      Lens             École       200 €
      Le Touquet       Voirie      300 €
      Source : services de la commune
      """
    )
    #expect(found.map(\.rowCount) == [4])
  }

  @Test(arguments: [
    // Two columns of a page.
    """
    Le conseil a examiné les comptes     Les travaux de la rue basse ont
    de la régie et constaté que les      duré plus longtemps que prévu et
    recettes couvrent les dépenses       le marché a été prolongé de deux
    de l'année, sauf pour le poste       mois par un avenant que le maire
    de la voirie, dont le détail est     a signé avec l'accord de tous
    donné plus loin dans ce compte       les membres de la commission des
    rendu de la séance de printemps      marchés réunie au mois de juin
    """,
    // The scale of a chart.
    """
    ┼──────┼──────────────────┼
    │ 400  │                  │
    │ 300  │                  │
    │ 200  │                  │
    │ 100  │                  │
    │ 50   │                  │
    ┼──────┼──────────────────┼
    """,
    // A list of contents.
    """
    Ouverture de la séance ..........    1
    Comptes de la régie .............    2
    Travaux de la rue basse .........    4
    Questions diverses ..............    7
    """,
    // A list.
    """
    1.      Approbation des comptes
    2.      Travaux de la rue basse
    3.      Subvention à la fanfare
    4.      Questions diverses
    """,
  ])
  func `is none where a person sees none`(page: String) {
    #expect(tables(page).isEmpty)
  }

  @Test func `that goes on is given whole or page by page`() {
    let page = """
      ┼──────────┼──────────┼
      │ Commune  │ Montant  │
      ┼──────────┼──────────┼
      │ Arras    │ 100,00 € │
      ┼──────────┼──────────┼
      """
    #expect(tables(page, page).map(\.pages) == [[1, 2]])
    #expect(tables(page, page, byPage: true).map(\.pages) == [[1], [2]])
  }

  @Test func `says how much it looks like one`() {
    let ruled = """
      ┼──────────┼──────────┼
      │ Commune  │ Montant  │
      ┼──────────┼──────────┼
      │ Arras    │ 100,00 € │
      ┼──────────┼──────────┼
      │ Lens     │ 200,00 € │
      ┼──────────┼──────────┼
      """
    let confidences = tables(ruled).map(\.confidence)
    #expect(confidences.count == 1)
    #expect(confidences.allSatisfy { $0 > 0.8 && $0 <= 1 })
  }
}
