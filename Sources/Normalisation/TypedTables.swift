import DeliberationModel
public import PageModel

/// Tables whose amounts are numbers, for programs that load CSV.
extension TableOutput {
  /// RFC 4180 records of one table, its amounts as decimals: "1 234,50 €" is 1234.50, "- €" is 0.00.
  public static func typedCSV(_ table: TableGrid, guarded: Bool) -> [UInt8] {
    let guards = guarded ? FormulaGuard(table) : nil
    return (0..<table.rowCount).flatMap { row in
      CSVRecord.bytes(
        (0..<table.columnCount).map { column in
          let text = table.cell(row: row, column: column)?.text ?? ""
          return amount(of: text) ?? guards?.guarded(text, column: column) ?? text
        }
      )
    }
  }

  /// The head of `long`.
  public static let longHead = CSVRecord.bytes([
    "file", "page", "table", "row", "column", "text", "amount",
  ])

  /// A record for each cell of each table: its place, counted from 1, its print, and its amount if any.
  ///
  /// A merged cell stands in each row and column that it spans.
  public static func long(_ tables: [TableGrid], file: String, guarded: Bool) -> [UInt8] {
    var out: [UInt8] = []
    for (place, table) in tables.enumerated() {
      let guards = guarded ? FormulaGuard(table) : nil
      for row in 0..<table.rowCount {
        for column in 0..<table.columnCount {
          guard let cell = table.cell(row: row, column: column) else { continue }
          let text = guards?.guarded(cell.text, column: column) ?? cell.text
          out += CSVRecord.bytes(
            [file, String(cell.page), String(place + 1), String(row + 1), String(column + 1)]
              + [text, amount(of: cell.text) ?? ""]
          )
        }
      }
    }
    return out
  }

  /// The decimal of a cell that prints an amount and nothing else.
  static func amount(of text: String) -> String? {
    let folded = FoldedText(text)
    let bytes = folded.bytes
    if bytes.last == FoldedText.euro, bytes.first == 0x2D,
      bytes.dropFirst().dropLast().allSatisfy({ $0 == 0x20 })
    {
      return "0.00"
    }
    let found = AmountScanner.euros(in: folded) + AmountScanner.decimals(in: folded)
    guard let whole = found.first(where: { $0.range == 0..<bytes.count }) else { return nil }
    let cents = whole.amount.cents.magnitude
    let fraction = cents % 100
    return (whole.amount.cents < 0 ? "-" : "")
      + "\(cents / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
