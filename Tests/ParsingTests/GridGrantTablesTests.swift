import DeliberationModel
import PageModel
import Testing

@testable import Parsing

struct `A grant table of a page` {
  private static let head = "OPERATION | TERRITOIRE | STRUCTURE | PLACES | MONTANT RETENU\n"

  private func read(_ rows: String) -> GridTablesReading {
    GridTablesReading("2. Aides au logement\n" + Self.head + rows)
  }

  @Test func `gives a row for each beneficiary, with what merged cells say of it`() {
    let table = read(
      """
      Opération 1 : Accueil | Nordois | Les Tilleuls | 30    | 20 800,00 €
      ^                     | ^       | La Ruche     | 1 100 | 176 000,00 €
      ^                     | Sudois  | Le Pont      | 12    | 500,00 €
      Opération 1 bis : Suivi | Sudois | Le Phare    |       | 200,00 €
      """
    )
    #expect(
      table.rows == [
        "2/1/Nordois/Les Tilleuls/30/2080000", "2/1/Nordois/La Ruche/1100/17600000",
        "2/1/Sudois/Le Pont/12/50000", "2/1 bis/Sudois/Le Phare/-/20000",
      ]
    )
    #expect(table.act.grants.map(\.operationTitle) == ["Accueil", "Accueil", "Accueil", "Suivi"])
    #expect(table.act.grants.allSatisfy { $0.themeTitle == "Aides au logement" })
    #expect(table.findings.isEmpty)
  }

  // MARK: - Sums

  @Test(arguments: [
    ("20 800,00 €", 2_080_000), ("- €", 0), ("-€", 0), ("-54 000,00 €", -5_400_000),
    ("-   54 000,00 €", -5_400_000), ("1 500", 150_000), ("- 20,00 € en 2024", 2000),
    ("59.500,00 €", 5_950_000),
  ])
  func `reads a sum`(printed: String, cents: Int) {
    let table = read("Opération 1 : Accueil | Nordois | La Ruche | 30 | \(printed)")
    #expect(table.act.grants.map { $0.amount?.value.cents } == [cents])
    #expect(table.act.grants.first?.amount?.raw == printed)
  }

  @Test(arguments: ["", "à définir", "€"])
  func `says that a sum cannot be read`(printed: String) {
    let table = read("Opération 1 : Accueil | Nordois | La Ruche | 30 | \(printed)")
    #expect(table.rows == ["2/1/Nordois/La Ruche/30/-"])
    #expect(table.act.grants.map(\.needsReview) == [true])
    #expect(table.findings.map(\.code) == ["grants.missing-amount"])
    #expect(table.findings.first?.message.contains("'La Ruche'") == true)
  }

  @Test func `flags a sum that lost its comma`() {
    let table = read(
      """
      Opération 1 : Accueil | Nordois | La Ruche | 30 | 20 800,00 €
      Opération 1 : Accueil | Nordois | Le Pont  | 30 | 3080000 €
      Opération 1 : Accueil | Nordois | Le Phare | 30 | 10 800,00 €
      Opération 1 : Accueil | Nordois | Le Canal | 30 | 40 800,00 €
      Opération 1 : Accueil | Nordois | La Digue | 30 | 50 800,00 €
      """
    )
    #expect(table.act.grants.map(\.needsReview) == [false, true, false, false, false])
  }

  // MARK: - Quantities

  @Test(arguments: [
    ("780 Accueils", 780, "780 Accueils"), ("10 706", 10_706, "10 706"),
    ("25 DSF et 12 portes closes", 25, "25 DSF et 12 portes closes"),
    ("Prise en charge de 3 dossiers", nil, "Prise en charge de 3 dossiers"),
    ("2,38 ETP", nil, "2,38 ETP"), ("", nil, nil),
  ])
  func `reads the quantity that opens a description`(
    printed: String,
    quantity: Int?,
    description: String?
  ) {
    let table = GridTablesReading(
      """
      Structure | Complément d'information | Montant
      La Ruche  | \(printed) | 200,00 €
      """
    )
    #expect(table.act.grants.map(\.quantity) == [quantity])
    #expect(table.act.grants.map(\.description) == [description])
  }

  @Test func `takes the description where the quantity is empty`() {
    let table = GridTablesReading(
      """
      Structure | Places | Projet        | Montant
      La Ruche  |        | 3 ateliers    | 200,00 €
      Le Pont   | 12     | Accueil libre | 300,00 €
      """
    )
    #expect(table.act.grants.map(\.description) == ["3 ateliers", "12"])
    #expect(table.act.grants.map(\.quantity) == [3, 12])
  }

  @Test func `flags a quantity with letters for figures`() {
    let table = read("Opération 1 : Accueil | Nordois | La Ruche | 4O | 200,00 €")
    #expect(table.rows == ["2/1/Nordois/La Ruche/-/20000"])
    #expect(table.act.grants.map(\.needsReview) == [true])
  }

  // MARK: - Rows of other kinds

  @Test func `reports a row that names no beneficiary`() {
    let table = read("Opération 1 : Accueil | Nordois |  | 30 | 200,00 €")
    #expect(table.act.grants.isEmpty && table.act.totals.isEmpty)
    #expect(table.findings.map(\.code) == ["grants.unplaced-row"])
  }

  @Test func `passes over empty rows`() {
    let table = read(
      """
       |  |  |  |
      Opération 1 : Accueil | Nordois | La Ruche | 30 | 200,00 €
       |  |  |  |
      """
    )
    #expect(table.rows == ["2/1/Nordois/La Ruche/30/20000"])
    #expect(table.findings.isEmpty)
  }

  @Test func `takes the agreement of a row`() {
    let table = GridTablesReading(
      """
      Structure | Montant  | Avenant/convention
      La Ruche  | 200,00 € | Convention annexe 4
      Le Pont   | 300,00 € |
      """
    )
    #expect(table.act.grants.map(\.agreement) == ["Convention annexe 4", nil])
  }
}
