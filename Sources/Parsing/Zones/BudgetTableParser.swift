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
      budgetLine(row, hasCommitment: hasCommitment, reporting: &diagnostics)
    }
    return (table.prose, lines)
  }

  private func budgetLine(
    _ row: BudgetTable.Row,
    hasCommitment: Bool,
    reporting diagnostics: inout DiagnosticList
  ) -> BudgetLine {
    var line = BudgetLine(operationCode: row.code, source: row.source)
    line.budgetCode = row.budgetCode
    line.label = row.label
    let cells = row.cells(of: 2)
    switch cells.count {
    case 2...:
      let (first, last) = (cells[0], cells[cells.count - 1])
      line.commitmentAuthority = first.amount
      line.expenditure = last.amount
      if first.amount == nil { line.unreadableCommitment = first.raw }
      if last.amount == nil { line.unreadableExpenditure = last.raw }
      line.needsReview = first.isDoubtful || last.isDoubtful
    case 1:
      line.expenditure = cells[0].amount
      if cells[0].amount == nil { line.unreadableExpenditure = cells[0].raw }
      line.needsReview = cells[0].isDoubtful
      if hasCommitment { line.unreadableCommitment = row.unreadable ?? "" }
    default:
      line.unreadableExpenditure = ""
      if hasCommitment { line.unreadableCommitment = "" }
    }
    report(line, to: &diagnostics)
    return line
  }

  private func report(_ line: BudgetLine, to diagnostics: inout DiagnosticList) {
    let missing = [
      ("commitment authority", line.unreadableCommitment),
      ("expenditure", line.unreadableExpenditure),
    ]
    for case (let name, let print?) in missing {
      let what = print.isEmpty ? "is missing" : "cannot be read, '\(print)'"
      diagnostics.report(
        .warning,
        "budget.missing-amount",
        "the \(name) of operation '\(line.operationCode.value)' \(what)",
        at: line.source
      )
    }
  }
}
