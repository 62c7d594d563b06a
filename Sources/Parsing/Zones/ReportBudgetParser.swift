import DeliberationModel
import PageModel

/// Reads the budget table of a report: AE, Disponible, Proposition, Solde.
struct ReportBudgetParser {
  let document: Document
  let operationCode: String?

  /// The rows of the first table whose head names two columns of amounts or more, and what is prose.
  func read(
    _ parts: [Section.Part],
    reporting diagnostics: inout DiagnosticList
  ) -> (lines: [BudgetLine], prose: [Section.Part]) {
    let reader = BudgetTableReader(document: document, operationCode: operationCode)
    guard let table = reader.table(in: parts) else { return ([], parts) }
    var columns = table.columns
    if columns.count < 2 {
      guard let usual = usualColumns(of: table) else { return ([], parts) }
      columns = usual
    }
    // The head has lost "AE €", the first column of every such table.
    let hasMore = table.rows.contains { row in
      row.cells.count { $0.amount != nil } > columns.count
    }
    if hasMore, !columns.contains(where: { column in column.kind == .commitment }) {
      columns.insert(BudgetTable.Column(kind: .commitment, middle: nil), at: 0)
    }
    return (table.rows.map { row in line(row, columns, reporting: &diagnostics) }, table.prose)
  }

  /// The four columns of such tables where the head is lost, if the amounts of most rows prove them.
  private func usualColumns(of table: BudgetTable) -> [BudgetTable.Column]? {
    let proved = table.rows.count { row in
      let cents = row.cells.compactMap(\.amount?.value.cents)
      return cents.count == 4 && cents[1] - cents[2] == cents[3]
    }
    guard proved > 0, proved * 2 >= table.rows.count else { return nil }
    let kinds: [BudgetColumn] = [.commitment, .available, .proposed, .balance]
    return kinds.map { kind in BudgetTable.Column(kind: kind, middle: nil) }
  }

  private func line(
    _ row: BudgetTable.Row,
    _ columns: [BudgetTable.Column],
    reporting diagnostics: inout DiagnosticList
  ) -> BudgetLine {
    var line = row.budgetLine
    let cells = row.cells(of: columns.count)
    for (column, cell) in zip(columns, self.cells(cells, under: columns)) {
      let kind = column.kind == .expenditure ? .proposed : column.kind
      if let amount = cell?.amount {
        line[kind] = amount
      } else {
        let print = cell?.raw ?? row.unreadable
        line.unreadable[kind] = print
        reportMissing(kind, print, of: row, to: &diagnostics)
      }
    }
    line.needsReview =
      cells.count != columns.count || cells.contains(where: \.isDoubtful) || !balances(line)
    return line
  }

  /// Whether what is available less what is proposed is the balance, where all three are read.
  private func balances(_ line: BudgetLine) -> Bool {
    guard let available = line[.available]?.value.cents,
      let proposed = line[.proposed]?.value.cents,
      let balance = line[.balance]?.value.cents
    else { return true }
    return available - proposed == balance
  }

  /// The amount under each column: in order where none is missing, else by place on the page; in a
  /// text the last amounts are under the last columns.
  private func cells(
    _ found: [BudgetTable.Cell],
    under columns: [BudgetTable.Column]
  ) -> [BudgetTable.Cell?] {
    guard found.count < columns.count else { return Array(found.prefix(columns.count)) }
    var cells = [BudgetTable.Cell?](repeating: nil, count: columns.count)
    for cell in found {
      guard let middle = cell.middle,
        let nearest = columns.indices.min(by: { left, right in
          distance(columns[left], middle) < distance(columns[right], middle)
        })
      else { break }
      cells[nearest] = cell
    }
    if cells.count(where: { $0 != nil }) == found.count { return cells }
    let missing = columns.count - found.count
    return [BudgetTable.Cell?](repeating: nil, count: missing) + found
  }

  private func distance(_ column: BudgetTable.Column, _ middle: Float) -> Float {
    abs((column.middle ?? .infinity) - middle)
  }

  private func reportMissing(
    _ column: BudgetColumn,
    _ print: String?,
    of row: BudgetTable.Row,
    to diagnostics: inout DiagnosticList
  ) {
    let name =
      switch column {
      case .commitment: "commitment authority"
      case .available: "available amount"
      case .proposed, .expenditure: "proposed amount"
      case .balance: "balance"
      }
    let what = print.map { print in "cannot be read, '\(print)'" } ?? "is missing"
    diagnostics.report(
      .warning,
      "report.missing-amount",
      "the \(name) of operation '\(row.code.value)' \(what)",
      at: row.source
    )
  }
}
