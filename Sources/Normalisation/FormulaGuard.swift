import PageModel

/// Keeps texts of a table from being formulas of a spreadsheet.
struct FormulaGuard {
  private let isNumeric: [Bool]

  /// Looks at what the columns of a table hold: most cells of a column of numbers, the head aside,
  /// are numbers.
  init(_ table: TableGrid) {
    isNumeric = (0..<table.columnCount).map { column in
      let texts = (0..<table.rowCount).compactMap { row in
        table.cell(row: row, column: column).map(\.text).flatMap { $0.isEmpty ? nil : $0 }
      }
      let numbers = texts.count(where: Self.isNumber)
      return numbers > 0 && 2 * numbers >= texts.count - 1
    }
  }

  /// The text, after `'` where it begins as a formula does.
  func guarded(_ text: String, column: Int) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
    // "- €", which says nothing, computes nothing.
    let isBlank = text.utf8.allSatisfy { $0 >= 0x80 || " -+,.".utf8.contains($0) }
    return isBlank || isNumeric[column] && Self.isNumber(text) ? text : "'" + text
  }

  /// A sign, figures in groups, decimals, a unit: "-1 250,00 €", "+3,5 %".
  private static func isNumber(_ text: String) -> Bool {
    var hasFigure = false
    for (place, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9": hasFigure = true
      case "-", "+": if place > 0 { return false }
      case " ", "\u{A0}", "\u{202F}", ".", ",", "€", "%": break
      default: return false
      }
    }
    return hasFigure
  }
}
