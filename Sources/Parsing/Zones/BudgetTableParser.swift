import DeliberationModel
import PageModel

/// Reads the budget table inside an article.
struct BudgetTableParser {
  let document: Document
  let operationCode: String?

  /// Parts the text of an article into its prose and the rows of its budget table.
  func read(
    _ parts: [Section.Part],
    reporting diagnostics: inout DiagnosticList
  ) -> (prose: [Section.Part], lines: [BudgetLine]) {
    let reader = BudgetTableReader(document: document, operationCode: operationCode)
    guard let table = reader.table(in: parts) else { return (parts, []) }
    let hasCommitment = table.columns.contains { column in column.kind == .commitment }
    let lines = table.rows.map { row in
      let cells = row.cells(of: 2)
      var places = [BudgetColumn.expenditure: cells.last]
      if cells.count > 1 { places[.commitment] = cells.first }
      var line = row.budgetLine
      for column in [BudgetColumn.commitment, .expenditure] {
        if let cell = places[column] ?? nil {
          line.take(cell, in: column)
        } else if hasCommitment || column == .expenditure {
          // Where one of two amounts is read, other figures are the other.
          line.unreadable[column] = cells.isEmpty ? "" : row.unreadable ?? ""
        }
      }
      line.report(to: &diagnostics)
      return line
    }
    return (table.prose, lines)
  }
}

extension BudgetLine {
  /// Takes an amount, or the print of one that cannot be read.
  mutating func take(_ cell: BudgetTable.Cell, in column: BudgetColumn) {
    amounts[column] = cell.amount
    if cell.amount == nil { unreadable[column] = cell.raw }
    needsReview = needsReview || cell.isDoubtful
  }

  fileprivate func report(to diagnostics: inout DiagnosticList) {
    for (column, name) in [
      (BudgetColumn.commitment, "commitment authority"), (.expenditure, "expenditure"),
    ] {
      guard let print = unreadable[column] else { continue }
      let what = print.isEmpty ? "is missing" : "cannot be read, '\(print)'"
      diagnostics.report(
        .warning,
        "budget.missing-amount",
        "the \(name) of operation '\(operationCode.value)' \(what)",
        at: source
      )
    }
  }
}
