import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// The roll as a table whose cells are known from the page.
struct `A roll in a table` {
  private func attendance(_ rows: [[String]]) -> Attendance {
    let document = Document(
      printing: rows.map { $0.joined(separator: " ") }.joined(separator: "\n")
    )
    let cells = rows.indices.flatMap { row in
      rows[row].indices.map { column in
        TableCell(row: row, column: column, text: rows[row][column], page: 1, line: row)
      }
    }
    let table = TableGrid(
      pages: [1],
      rowCount: rows.count,
      columnCount: rows[0].count,
      cells: cells,
      lines: 0...(rows.count - 1)
    )
    return SessionHead(Array(rows.indices), tables: [table], of: document).attendance
  }

  private func proxies(_ read: Attendance) -> [String] {
    read.proxies.map { $0.from.name + " > " + ($0.to?.name ?? "?") }
  }

  @Test func `is read from the cells of a table of marks`() {
    let read = attendance([
      ["Commune", "Conseiller", "Présent", "Excusé", "Absent", "Observations"],
      ["Valbrun", "PETIT Luc", "X", "", "", ""],
      ["Valbrun", "ROUX Anne", "", "X", "", "pouvoir à PETIT Luc"],
      ["Lande", "MOREL Jean (suppléant)", "X", "", "", "arrivé à 19 h 25"],
      ["Lande", "GRAS Guy", "", "", "X", ""],
    ])
    #expect(read.people[.present]?.map(\.name) == ["PETIT Luc", "MOREL Jean"])
    #expect(read.people[.absent]?.map(\.name) == ["GRAS Guy"])
    #expect(proxies(read) == ["ROUX Anne > PETIT Luc"])
  }

  @Test func `lists people in cells below what they are`() {
    let read = attendance([
      ["Établissement", "Délégués présents", "Absents excusés"],
      ["Communauté du Val", "Luc PETIT Anne ROUX-GRAS", "Guy NOIR (pouvoir à Luc PETIT)"],
      ["Ville de Lande", "Jean MOREL, Zoé BRUN", ""],
    ])
    #expect(
      read.people[.present]?.map(\.name) == [
        "Luc PETIT", "Anne ROUX-GRAS", "Jean MOREL", "Zoé BRUN",
      ]
    )
    #expect(read.people[.excused]?.map(\.name) == ["Guy NOIR"])
    #expect(proxies(read) == ["Guy NOIR > Luc PETIT"])
  }

  @Test func `says in words what each member is, of several in one row too`() {
    let read = attendance([
      ["Communes", "Conseillers", "Émargement / pouvoir"],
      ["Valbrun", "DI PETRO Luc", "présent"],
      ["Valbrun", "ROUX Anne", "excusée, pouvoir à DI PETRO Luc"],
      ["Lande", "Mme MOREL Jeanne M. BRUN Max", "présente absent"],
      ["Breuil", "GRAS Guy", "excusé, remplacé par Mme NOIR Zoé"],
    ])
    #expect(read.people[.present]?.map(\.name) == ["DI PETRO Luc", "MOREL Jeanne", "NOIR Zoé"])
    #expect(read.people[.absent]?.map(\.name) == ["BRUN Max"])
    #expect(read.people[.excused]?.map(\.name) == ["ROUX Anne", "GRAS Guy"])
    #expect(proxies(read) == ["ROUX Anne > DI PETRO Luc"])
  }

  @Test func `gives each row of givers the holder beside`() {
    let document = Document(
      printing:
        "Présents : Luc PETIT, Anne ROUX, Max BRUN\n\nÉtaient représentés (2) :\n\nMANDANT\tMANDATAIRE\n\n"
        + "GRAS Guy\tPETIT Luc\n\nNOIR Zoé\tROUX Anne\n\nLe quorum est atteint."
    )
    let read = SessionHead(Array(document.lines.indices), of: document).attendance
    #expect(read.proxies.map { $0.from.name } == ["GRAS Guy", "NOIR Zoé"])
  }
}
