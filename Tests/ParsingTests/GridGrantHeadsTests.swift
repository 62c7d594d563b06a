import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `The head of a grant table` {
  @Test(arguments: [
    "Structure | Montant", "BENEFICIAIRE | SUBVENTION", "Organisme | Participation proposée",
    "Porteur de projet | Montant de la subvention", "Nom de l'association | Montant retenu",
  ])
  func `names a beneficiary and a sum`(head: String) {
    let table = GridTablesReading(head + "\nLa Ruche | 200,00 €")
    #expect(table.rows == ["-/-/-/La Ruche/-/20000"])
  }

  @Test(arguments: [
    "Nom | Adresse", "Structure | Adresse", "Montant | Financement", "Code structure | Montant",
    "La présente structure a pour objet de donner à tous le montant exact de l'aide | Montant",
  ])
  func `is not seen in other tables`(head: String) {
    let table = GridTablesReading(head + "\nLa Ruche | 200,00 €")
    #expect(table.act.grants.isEmpty && table.act.totals.isEmpty && table.findings.isEmpty)
  }

  @Test func `may stand below a title in the table`() {
    let table = GridTablesReading(
      """
      Répartition des aides | <
      Exercice 2024 | <
      Structure | Montant
      La Ruche  | 200,00 €
      """
    )
    #expect(table.rows == ["-/-/-/La Ruche/-/20000"])
  }

  @Test func `is not sought further down than six rows`() {
    let title = "Répartition | <\n"
    let body = "Structure | Montant\nLa Ruche | 200,00 €"
    #expect(GridTablesReading(String(repeating: title, count: 5) + body).rows.count == 1)
    #expect(GridTablesReading(String(repeating: title, count: 6) + body).rows.isEmpty)
  }

  @Test func `holds for the next table where that has none`() {
    let table = GridTablesReading(
      """
      Structure | Places | Montant
      La Ruche  | 12     | 200,00 €
      //
      Le Pont   | 30     | 300,00 €
      Le Phare  |        | - €
      """
    )
    #expect(
      table.rows == [
        "-/-/-/La Ruche/12/20000", "-/-/-/Le Pont/30/30000", "-/-/-/Le Phare/-/0",
      ]
    )
  }

  @Test(arguments: [
    // Another number of columns.
    "Le Pont | 300,00 €",
    // No sums where those of the table before were.
    "Président | M. Dupont | Arras",
    // Too few of them.
    "Le Pont | 3 | 300,00 €\nNom | Adresse | Ville\nLe Phare | Port | Calais\nA | B | C",
  ])
  func `does not hold for another kind of table`(next: String) {
    let table = GridTablesReading(
      "Structure | Places | Montant\nLa Ruche | 12 | 200,00 €\n//\n" + next
    )
    #expect(table.rows == ["-/-/-/La Ruche/12/20000"])
  }

  @Test func `is that of all rows below it, in the middle of a table too`() {
    let table = GridTablesReading(
      """
      Structure | Places | Montant
      La Ruche  | 12     | 200,00 €
      Montant   | Structure | Places
      300,00 €  | Le Pont | 30
      """
    )
    #expect(table.rows == ["-/-/-/La Ruche/12/20000", "-/-/-/Le Pont/30/30000"])
  }

  @Test func `without rows gives nothing`() {
    let table = GridTablesReading("Structure | Montant")
    #expect(table.act.grants.isEmpty && table.act.totals.isEmpty && table.findings.isEmpty)
  }

  @Test func `marks the lines of its table`() {
    let grid = TableGrid(
      pages: [1],
      rowCount: 1,
      columnCount: 2,
      cells: [
        TableCell(row: 0, column: 0, text: "Structure", page: 1),
        TableCell(row: 0, column: 1, text: "Montant", page: 1),
      ],
      lines: 4...6
    )
    #expect(GridGrantTables.lines(of: [grid], words: .standard) == [4, 5, 6])
  }
}

struct `The theme of a grant table` {
  private static let table = "Structure | Montant\nLa Ruche | 200,00 €\n"

  @Test(arguments: [
    ("Thématique 4 : Jeunes", "4", "Jeunes"), ("1. Accompagnement", "1", "Accompagnement"),
    ("THEMATIQUE 2 - LOGEMENT", "2", "LOGEMENT"), ("3) Insertion", "3", "Insertion"),
  ])
  func `stands in the heading above`(heading: String, number: String, title: String) {
    let table = GridTablesReading(heading + "\n" + Self.table)
    #expect(table.act.grants.map(\.theme) == [number])
    #expect(table.act.grants.map(\.themeTitle) == [title])
  }

  @Test func `is that of the nearest heading, for the tables below too`() {
    let table = GridTablesReading(
      "1. Accueil\n2. Logement\nTexte\n" + Self.table + "Texte\n" + Self.table + "3. Jeunes\n"
        + Self.table
    )
    #expect(table.act.grants.map(\.theme) == ["2", "2", "3"])
  }

  @Test func `is not taken from further above than six lines`() {
    let text = String(repeating: "Texte\n", count: 6)
    #expect(GridTablesReading("1. Accueil\n" + text + Self.table).act.grants.first?.theme == nil)
  }

  @Test func `stands in a cell of the row`() {
    let table = GridTablesReading(
      """
      1. Accueil
      Thématique              | Structure | Montant
      Thématique 2 : Logement | La Ruche  | 200,00 €
      ^                       | Le Pont   | 300,00 €
      Jeunes                  | Le Phare  | 400,00 €
                              | La Digue  | 500,00 €
      """
    )
    #expect(table.act.grants.map(\.theme) == ["2", "2", "1", "1"])
    #expect(table.act.grants.map(\.themeTitle) == ["Logement", "Logement", "Jeunes", "Accueil"])
  }

  @Test func `stands in a band over the columns`() {
    let table = GridTablesReading(
      """
      Structure | Places | Montant
      Thématique 1 : Accueil | < | <
      La Ruche  | 12     | 200,00 €
      Nota bene | <      | <
      Thématique 2 : Logement | < | <
      Le Pont   | 30     | 300,00 €
      """
    )
    #expect(table.rows == ["1/-/-/La Ruche/12/20000", "2/-/-/Le Pont/30/30000"])
    #expect(table.findings.isEmpty)
  }
}
