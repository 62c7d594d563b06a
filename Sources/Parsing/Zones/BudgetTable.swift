import DeliberationModel
import PageModel

extension BudgetColumn {
  /// The column that a word of a table's head names, with the confusions of OCR.
  init?(headWord word: Substring) {
    let skeleton = Skeleton(FoldedText(String(word))).bytes
    for (name, column) in Self.names where skeleton.prefix(6).elementsEqual(name.prefix(6)) {
      self = column
      return
    }
    return nil
  }

  private static let names: [(skeleton: [UInt8], column: BudgetColumn)] = [
    ("ae", .commitment), ("ap", .commitment), ("autorisation", .commitment),
    ("disponible", .available), ("proposition", .proposed), ("propose", .proposed),
    ("solde", .balance), ("depense", .expenditure), ("montant", .expenditure),
    ("cp", .expenditure),
  ].map { name, column in (Skeleton(FoldedText(name)).bytes, column) }
}

/// A budget table: a row for each operation code, with its label and amounts, however the cells wrap
/// over lines.
struct BudgetTable {
  /// An amount of a row.
  struct Cell {
    /// The amount; absent where figures stand from which none can be read.
    var amount: Printed<Amount>?
    /// The print.
    var raw: String
    /// Whether letters hide some of its figures.
    var isDoubtful = false
    /// The middle of the amount on its page; absent in a text.
    var middle: Float?
  }

  /// A row.
  struct Row {
    var code: Printed<String>
    var budgetCode: String?
    /// The line on which the code stands.
    var line: Int
    var labels: [String] = []
    var cells: [Cell] = []
    /// Figures from which no amount can be read.
    var unreadable: String?
    var source: SourceLocation

    /// The line without its amounts.
    var budgetLine: BudgetLine {
      var line = BudgetLine(operationCode: code, source: source)
      line.budgetCode = budgetCode
      line.label = labels.isEmpty ? nil : labels.joined(separator: " ")
      return line
    }

    /// The amounts of a row that has some columns; where as many can be read, other figures are none.
    func cells(of columns: Int) -> [Cell] {
      let readable = cells.filter { $0.amount != nil }
      return readable.count >= columns || cells.count > columns ? readable : cells
    }
  }

  /// A column of amounts that the head names.
  struct Column {
    var kind: BudgetColumn
    /// The middle of its name on the page; absent in a text.
    var middle: Float?
  }

  /// The lines around the table.
  var prose: [Section.Part]
  /// The columns of amounts, from left to right.
  var columns: [Column]
  /// The rows in printed order.
  var rows: [Row]
}
