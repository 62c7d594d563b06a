import DeliberationModel
import PageModel
import Testing

@testable import Parsing

struct `A table whose columns OCR mixed` {
  /// Rows that teach the reader the operation's title.
  private static let others = """
    Nordois Thématique 1 : Aides | Opération 1 : Suivi renforcé Les Tilleuls 30 6 100,00 € Convention
    sociales des familles
    Sudois |Thématique 1 : Aides |Opération 1 : Suivi renforcé Atelier du Pont 25 5100,00 € Convention
    sociales des familles
    Nordois Thématique 1 : Aides Opération 1 : Suivi renforcé |La Ruche |40 8 200,00€ Convention
    sociales des familles
    Sudois Thématique 1: Aides | Opération 1: Suivi renforcé Horizon 12 2 350,00 € Convention
    sociales des familles

    """

  private func read(_ row: String) -> TextTablesReading { TextTablesReading(Self.others + row) }

  @Test func `gives a row for each first line`() {
    let table = read("TOTAL 107 places d 21 750,00 €")
    #expect(
      table.rows == [
        "Nordois/Les Tilleuls/30/610000", "Sudois/Atelier du Pont/25/510000",
        "Nordois/La Ruche/40/820000", "Sudois/Horizon/12/235000",
      ]
    )
    #expect(table.totals == ["1/1/107/2175000"])
    #expect(table.act.grants.allSatisfy { $0.theme == "1" && $0.operation == "1" })
  }

  @Test(arguments: [
    ("Maison Verte 550 44 000,00 €", "Sudois/Maison Verte/550/4400000", false),
    ("Maison Verte 1269 653,40 €", "Sudois/Maison Verte/1269/65340", false),
    ("Maison Verte 762 122 500,00 €", "Sudois/Maison Verte/762/12250000", true),
    ("Maison Verte 5 800,00 €", "Sudois/Maison Verte/5/80000", true),
    ("Maison Verte 110 17/600,00 €", "Sudois/Maison Verte/110/1760000", true),
    ("Maison Verte 76 59.500,00 €", "Sudois/Maison Verte/76/5950000", false),
    ("Maison Verte 42 677500€", "Sudois/Maison Verte/42/67750000", true),
    ("Maison Verte a2 6750,00€", "Sudois/Maison Verte/-/675000", true),
    ("Maison Verte a0 107 442,00 €", "Sudois/Maison Verte/-/10744200", true),
    ("Maison Verte 1FAL 1031,40 €", "Sudois/Maison Verte/1/103140", false),
    ("Maison Verte 100 points ASLL 51 570,00 €", "Sudois/Maison Verte/100/5157000", false),
    ("Verte (les 2 caps) 8 points 51 570,00 €", "Sudois/Verte (les 2 caps)/8/5157000", false),
    ("Maison Verte 62 160 15 000,00 €", "Sudois/Maison Verte 62/160/1500000", true),
    ("(Maison Verte. 65 5200,00 €", "Sudois/Maison Verte/65/520000", false),
    ("MAV2| 65 5200,00 €", "Sudois/MAV2I/65/520000", true),
    ("Maison de 65 5200,00 €", "Sudois/Maison de/65/520000", true),
  ])
  func `parts name, quantity and sum`(cells: String, row: String, isDoubtful: Bool) throws {
    let table = read(
      "Sudois Thématique 1 : Aides | Opération 1 : Suivi renforcé \(cells) Convention"
    )
    #expect(table.rows.last == row)
    #expect(try #require(table.act.grants.last).needsReview == isDoubtful)
  }

  @Test(arguments: [
    ("sociales des familles de la Vallée", "Maison de la Vallée"),
    ("sociales des familles\n(MV)", "Maison (MV)"),
    ("sociales i ii famil\nrenforc", "Maison"),
    ("\nsociales\n\ndes familles\n\nd'Insertion du Bourg", "Maison d'Insertion du Bourg"),
  ])
  func `takes the rest of a name from the lines below`(lines: String, name: String) {
    let table = read(
      "Sudois Thématique 1 : Aides Opération 1 : Suivi renforcé Maison 65 5200,00 €\n\(lines)\nTOTAL 5200,00 €"
    )
    #expect(table.act.grants.last?.beneficiary?.value == name)
  }

  @Test(arguments: [
    ("Nordois-", "Sudois.", "Nordois-Sudois"), ("Nordois -", "Sudois", "Nordois - Sudois"),
    ("Nordois-{", "Sudois", "Nordois-Sudois"), ("Nordois{", "Sudois", "Nordois-Sudois"),
  ])
  func `joins a territory over two lines`(first: String, second: String, territory: String) {
    let table = read(
      """
      \(first) Thématique 1 : Aides Opération 1 : Suivi renforcé Horizon 65 5200,00 €
      \(second) sociales des familles
      """
    )
    #expect(table.act.grants.last?.territory == territory)
  }

  @Test func `is read where its cells stand one under the other`() {
    let names = ["Les Tilleuls 30 6 100,00 €", "Maison Verte 12 350,00 €", "La Ruche 7 200,00 €"]
    let rows = names.map { name in
      """
      Nordois -
      Sudois
      Thématique 1 : Aides
      sociales
      Opération 2 : Suivi
      renforcé
      \(name) Convention type
      """
    }
    let table = TextTablesReading(rows.joined(separator: "\n\n") + "\nTOTAL 49 places 6 650,00 €")
    #expect(
      table.rows == [
        "Nordois - Sudois/Les Tilleuls/30/610000", "Nordois - Sudois/Maison Verte/12/35000",
        "Nordois - Sudois/La Ruche/7/20000",
      ]
    )
    #expect(table.totals == ["1/2/49/665000"])
  }

  @Test func `flags a row whose operation stands below it`() throws {
    let table = read(
      """
      Sudois Thématique 1 : Aides Maison Verte 280 45000,00€ Convention
      sociales

      Opération 1 : Suivi renforcé
      TOTAL 45 000,00 €
      """
    )
    #expect(table.rows.last == "Sudois/Maison Verte/280/4500000")
    #expect(table.act.grants.last?.operation == "1")
    #expect(try #require(table.act.grants.last).needsReview)
  }

  @Test func `drops the lines of another row that stand after a row's own`() {
    let table = read(
      """
      Sudois Thématique 1 : Aides Opération 1 : Suivi renforcé Maison 65 5200,00 €
      sociales des familles
      sociales des familles
      Départementale (Centre)
      """
    )
    #expect(table.act.grants.last?.beneficiary?.value == "Maison")
    #expect(table.findings.map(\.code) == ["grants.displaced-text"])
  }

  @Test func `reads a total without its word, and one that stands amid an operation's rows`() {
    let table = read(
      """
      900 000,00 €
      Sudois Thématique 1 : Aides Opération 1 : Suivi renforcé Maison 65 5200,00 €
      TOTAL 26 950,00 €
      Sudois Thématique 2 : Jeunes Opération 1 : Accueil Maison 65 5200,00 €
      """
    )
    #expect(table.totals == ["1/-/-/90000000", "1/1/-/2695000"])
    #expect(table.act.totals.map(\.needsReview) == [true, false])
  }
}
