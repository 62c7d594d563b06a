import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// The roll as a table whose cells are known from the page.
struct `A roll in a table` {
  @Test func `is read from the cells of a table of marks`() {
    let rows = [
      ["Commune", "Conseiller", "Présent", "Excusé", "Absent", "Observations"],
      ["Valbrun", "PETIT Luc", "X", "", "", ""],
      ["Valbrun", "ROUX Anne", "", "X", "", "pouvoir à PETIT Luc"],
      ["Lande", "MOREL Jean (suppléant)", "X", "", "", "arrivé à 19 h 25"],
      ["Lande", "GRAS Guy", "", "", "X", ""],
    ]
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
      columnCount: 6,
      cells: cells,
      lines: 0...(rows.count - 1)
    )
    let read = SessionHead(Array(rows.indices), tables: [table], of: document).attendance
    #expect(read.people[.present]?.map(\.name) == ["PETIT Luc", "MOREL Jean"])
    #expect(read.people[.absent]?.map(\.name) == ["GRAS Guy"])
    #expect(
      read.proxies.map { $0.from.name + " > " + ($0.to?.name ?? "?") } == ["ROUX Anne > PETIT Luc"]
    )
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
