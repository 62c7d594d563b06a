import Foundation
import Normalisation
import PageModel
import Testing

/// Cells of CSV that a spreadsheet would take for formulas.
struct FormulaGuardTests {
  private static func csv(_ rows: [[String]], guarded: Bool = true) -> [String] {
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { TableCell(row: row, column: $0, text: $1, page: 1) }
    }
    let table = TableGrid(
      pages: [1],
      rowCount: rows.count,
      columnCount: rows[0].count,
      cells: cells,
      lines: 0...0
    )
    return String(decoding: TableOutput.csv([table], guarded: guarded), as: UTF8.self)
      .components(separatedBy: "\r\n").dropLast()
  }

  @Test(arguments: [
    "=HYPERLINK(A1)", "+33 1 23 45 67 89 poste 2", "-cmd", "@SUM(A1)", "\t=1", "- Les Amis",
  ])
  func `are texts`(text: String) {
    #expect(Self.csv([["Nom"], [text]])[1] == "'" + text)
    #expect(Self.csv([["Nom"], [text]], guarded: false)[1] == text)
  }

  @Test func `are numbers in a column of numbers, as they are`() {
    let rows = [["Libellé", "Montant"], ["Retrait", "-1 250.00 €"], ["Ajout", "+3 %"]]
    #expect(Self.csv(rows) == ["Libellé,Montant", "Retrait,-1 250.00 €", "Ajout,+3 %"])
    #expect(Self.csv([["Nom"], ["Rue"], ["Place"], ["Quai"], ["-12"]])[4] == "'-12")
  }

  @Test func `are formulas in a column of numbers too, and guarded`() {
    #expect(Self.csv([["Montant"], ["12"], ["13"], ["=1+1"]])[3] == "'=1+1")
  }
}
