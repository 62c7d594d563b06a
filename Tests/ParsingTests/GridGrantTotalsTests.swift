import DeliberationModel
import PageModel
import Testing

@testable import Parsing

struct `The totals of a grant table` {
  private func read(_ rows: String) -> GridTablesReading {
    GridTablesReading(
      "2. Aides au logement\nOPERATION | TERRITOIRE | STRUCTURE | PLACES | MONTANT\n" + rows
    )
  }

  private static let rows = """
    Opération 1 : Accueil | Nordois | Les Tilleuls | 30 | 800,00 €
    ^                     | Sudois  | La Ruche     | 12 | 200,00 €

    """

  @Test(arguments: [
    "TOTAL | < | < | 42 | 1 000,00 €", "^ | Total | < | 42 | 1 000,00 €",
    "TOTAL 42 places | < | < | | 1 000,00 €", "Sous-total | | | 42 | 1 000,00 €",
    "TOTAL : | < | 42 | < | 1 000,00 €",
  ])
  func `close their operation`(total: String) {
    let table = read(Self.rows + total)
    #expect(table.totals == ["2/1/42/100000"])
    #expect(table.act.grants.count == 2)
    #expect(table.act.totals.first?.needsReview == false)
    #expect(table.findings.isEmpty)
  }

  @Test(arguments: [" | | | | 1 000,00 €", "^ | | | | 1 000,00 €"])
  func `may lack their word`(total: String) {
    let table = read(Self.rows + total)
    #expect(table.totals == ["2/1/-/100000"])
    #expect(table.findings.isEmpty)
  }

  @Test func `of a theme follow that of its last operation`() {
    let table = read(
      Self.rows + """
        TOTAL | < | < | 42 | 1 000,00 €
        Opération complémentaire 2 : Suivi | Sudois | Le Pont | | 500,00 €
        TOTAL | < | < | | 500,00 €
        TOTAL | < | < | | 1 500,00 €
        """
    )
    #expect(
      table.totals == ["2/1/42/100000", "2/complémentaire 2/-/50000", "2/-/-/150000"]
    )
    #expect(table.act.totals.allSatisfy { !$0.needsReview })
  }

  @Test func `of a theme may say so`() {
    let table = read(Self.rows + "TOTAL THEMATIQUE 2 | < | < | | 1 000,00 €")
    #expect(table.totals == ["2/-/-/100000"])
  }

  @Test func `of all themes belong to none`() {
    let table = read(Self.rows + "TOTAL GENERAL | < | < | | 1 000,00 €")
    #expect(table.totals == ["-/-/-/100000"])
  }

  @Test func `may be zero or negative`() {
    let table = read(
      Self.rows + """
        TOTAL | < | < | | - €
        TOTAL | < | < | | -54 000,00 €
        """
    )
    #expect(table.totals == ["2/1/-/0", "2/-/-/-5400000"])
  }

  @Test func `amid the rows of an operation need review`() {
    let table = read(
      Self.rows + """
        TOTAL | < | < | | 1 000,00 €
        Opération 1 : Accueil | Sudois | Le Pont | | 500,00 €
        """
    )
    #expect(table.totals == ["2/-/-/100000"])
    #expect(table.act.totals.map(\.needsReview) == [true])
  }

  @Test(arguments: ["Totalité du Département", "Totale Liberté", "Sous le pont"])
  func `are not rows whose name begins alike`(territory: String) {
    let table = read("Opération 1 : Accueil | \(territory) | La Ruche | 12 | 200,00 €")
    #expect(table.rows == ["2/1/\(territory)/La Ruche/12/20000"])
    #expect(table.totals.isEmpty)
  }

  @Test func `without a sum that can be read are none`() {
    let table = read(Self.rows + "TOTAL | < | < | 42 | illisible")
    #expect(table.totals.isEmpty)
    #expect(table.act.grants.count == 2)
    #expect(table.findings.map(\.code) == ["grants.missing-total"])
  }
}
