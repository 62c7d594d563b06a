import DeliberationModel
import PageModel
import TestSupport

@testable import Parsing

/// Grant tables written down row by row, each cell between bars, as the parser reads them.
///
/// `^` is the cell above, `<` the cell on the left; `//` opens the next table, and a line without a
/// bar is text between tables.
struct GridTablesReading {
  let act: Deliberation
  let findings: [Diagnostic]

  init(_ text: String) {
    var document = Document()
    document.hasLayout = true
    var tables: [TableGrid] = []
    var rows: [[String]] = []
    var first = 0
    func close() {
      if !rows.isEmpty { tables.append(Self.grid(rows, firstLine: first)) }
      rows = []
    }
    for line in text.split(separator: "\n") {
      if line == "//" {
        close()
        continue
      }
      if line.contains("|") {
        if rows.isEmpty { first = document.lines.count }
        rows.append(Self.cells(line))
      } else {
        close()
      }
      Self.append(line, to: &document)
    }
    close()
    var act = Deliberation()
    var findings = DiagnosticList()
    var reader = GridGrantTables(document, words: .standard)
    reader.read(tables, into: &act, reporting: &findings)
    self.act = act
    self.findings = findings.items
  }

  /// Theme, operation, territory, beneficiary, quantity and cents of each row.
  var rows: [String] {
    act.grants.map { grant in
      Self.joined([
        grant.theme, grant.operation, grant.territory, grant.beneficiary?.value,
        grant.quantity.map(String.init), grant.amount.map { String($0.value.cents) },
      ])
    }
  }

  /// Theme, operation, quantity and cents of each total.
  var totals: [String] {
    act.totals.map { total in
      Self.joined([
        total.theme, total.operation, total.quantity.map(String.init),
        total.amount.map { String($0.value.cents) },
      ])
    }
  }

  private static func joined(_ values: [String?]) -> String {
    values.map { $0 ?? "-" }.joined(separator: "/")
  }

  // MARK: - Tables

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func append(_ line: Substring, to document: inout Document) {
    let start = document.bytes.count
    document.bytes += line.utf8
    document.lines.append(
      TextLine(
        range: TextRange(start: start, end: document.bytes.count),
        page: 1,
        opensParagraph: false
      )
    )
    document.bytes.append(0x0A)
  }

  private static func grid(_ rows: [[String]], firstLine: Int) -> TableGrid {
    var cells: [TableCell] = []
    var owners: [[Int]] = []
    for (row, texts) in rows.enumerated() {
      owners.append([])
      for (column, text) in texts.enumerated() {
        if text == "^", row > 0 {
          let owner = owners[row - 1][column]
          cells[owner].rowSpan = row - cells[owner].row + 1
          owners[row].append(owner)
        } else if text == "<", column > 0 {
          let owner = owners[row][column - 1]
          cells[owner].columnSpan = column - cells[owner].column + 1
          owners[row].append(owner)
        } else {
          owners[row].append(cells.count)
          cells.append(
            TableCell(row: row, column: column, text: text, page: 1, line: firstLine + row)
          )
        }
      }
    }
    return TableGrid(
      pages: [1],
      rowCount: rows.count,
      columnCount: rows.map(\.count).max() ?? 0,
      cells: cells,
      lines: firstLine...(firstLine + rows.count - 1)
    )
  }
}
