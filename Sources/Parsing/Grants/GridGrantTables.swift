import DeliberationModel
import PageModel

/// Reads the grant tables of pages with boxes: a row for each beneficiary, with what merged cells,
/// bands and the titles above the table say of it, and the printed totals.
struct GridGrantTables {
  /// How many rows at the top of a table are searched for its head.
  static let headReach = 6
  /// How many lines above a table are searched for the theme it belongs to.
  static let titleReach = 6
  /// Recognition that is less sure of a word of a name, in percent, may have misread it.
  private static let sureOfName: UInt8 = 70

  let document: Document
  let words: GrantWords
  private var columns: [GrantColumn?] = []
  private var theme: (number: String, title: String)?
  private var assembly = GrantTableAssembly()

  /// Makes a reader for the tables of a document.
  init(_ document: Document, words: GrantWords) {
    self.document = document
    self.words = words
  }

  /// Reads tables in their order into an act.
  mutating func read(
    _ tables: [TableGrid],
    into act: inout Deliberation,
    reporting diagnostics: inout DiagnosticList
  ) {
    var lastLine = -1
    for table in tables {
      readTitle(above: table, after: lastLine)
      lastLine = table.lines.upperBound
      if let head = head(of: table) {
        columns = head.columns
        read(table, from: head.row + 1, reporting: &diagnostics)
      } else if table.columnCount == columns.count, hasSums(table) {
        read(table, from: 0, reporting: &diagnostics)
      } else if table.rowCount >= 2, Self.hasColumnOfSums(table) {
        diagnostics.report(
          .warning,
          "grants.no-head",
          "a table of \(table.rowCount) rows with sums has no head that names its columns",
          at: SourceLocation(page: table.pages.first)
        )
      }
    }
    assembly.finish(into: &act)
  }

  // MARK: - Head

  private func head(of table: TableGrid) -> (row: Int, columns: [GrantColumn?])? {
    for row in 0..<min(Self.headReach, table.rowCount) {
      if let columns = Self.head(table, row, words) { return (row, columns) }
    }
    return nil
  }

  /// What the columns hold, where a row is the head of a grant table.
  private static func head(
    _ table: TableGrid,
    _ row: Int,
    _ words: GrantWords
  ) -> [GrantColumn?]? {
    let columns = (0..<table.columnCount).map { column -> GrantColumn? in
      guard let cell = table.cell(row: row, column: column), cell.columnSpan == 1 else {
        return nil
      }
      return words.column(FoldedText(cell.text))
    }
    guard columns.contains(.amount), columns.contains(.beneficiary) else { return nil }
    return granting(columns, table, row)
  }

  /// Of several columns of sums the one that was voted.
  private static func granting(
    _ columns: [GrantColumn?],
    _ table: TableGrid,
    _ row: Int
  ) -> [GrantColumn?] {
    let sums = columns.indices.filter { columns[$0] == .amount }
    let titles = sums.map { table.cell(row: row, column: $0)?.text ?? "" }
    guard sums.count > 1, let best = AmountColumns.best(titles) else { return columns }
    var columns = columns
    for place in sums where place != sums[best] { columns[place] = nil }
    return columns
  }

  /// The lines of those tables that hold grants.
  static func lines(of tables: [TableGrid], words: GrantWords) -> Set<Int> {
    var lines: Set<Int> = []
    for table in tables
    where (0..<min(headReach, table.rowCount)).contains(where: { head(table, $0, words) != nil }) {
      lines.formUnion(table.lines)
    }
    return lines
  }

  /// Whether the rows of a table without a head have sums where those of the last table had.
  private func hasSums(_ table: TableGrid) -> Bool {
    guard let column = columns.firstIndex(of: .amount) else { return false }
    let sums = (0..<table.rowCount).count { row in
      let text = table.cell(row: row, column: column)?.text ?? ""
      return text.contains("€") && AmountCell(text).amount != nil
    }
    return sums * 2 >= table.rowCount
  }

  /// Whether most rows of some column are sums in euros.
  private static func hasColumnOfSums(_ table: TableGrid) -> Bool {
    (0..<table.columnCount).contains { column in
      let sums = (0..<table.rowCount).count { row in
        guard let cell = table.cell(row: row, column: column), cell.columnSpan == 1 else {
          return false
        }
        return cell.text.count <= 20 && cell.text.contains("€")
          && AmountCell(cell.text).amount != nil
      }
      return sums * 5 >= table.rowCount * 4
    }
  }

  private mutating func readTitle(above table: TableGrid, after last: Int) {
    var line = table.lines.lowerBound - 1
    while line > last, table.lines.lowerBound - line <= Self.titleReach {
      let text = document.text(document.lines[line])
      let folded = FoldedText(text)
      if let heading = words.themeTitle(in: folded.bytes) {
        theme = (heading.number, heading.title(in: text))
        return
      }
      line -= 1
    }
  }

  // MARK: - Rows

  private mutating func read(
    _ table: TableGrid,
    from first: Int,
    reporting diagnostics: inout DiagnosticList
  ) {
    for row in first..<max(first, table.rowCount) {
      let cells = table.cells(inRow: row)
      let texts = cells.filter { !$0.text.isEmpty }
      if texts.isEmpty { continue }
      if let head = Self.head(table, row, words),
        texts.allSatisfy({ AmountCell($0.text).amount == nil })
      {
        columns = head
        continue
      }
      let labels = texts.compactMap { words.total(FoldedText($0.text)) }
      if let label = labels.first {
        readTotal(table, row, label, texts, reporting: &diagnostics)
      } else if let band = texts.first, texts.count == 1, band.columnSpan > 1,
        band.columnSpan >= table.columnCount - 1
      {
        readBand(band.text)
      } else if text(.beneficiary, table, row).isEmpty {
        readRowWithoutBeneficiary(table, row, texts, reporting: &diagnostics)
      } else {
        readGrant(table, row, reporting: &diagnostics)
      }
    }
  }

  private func cell(_ column: GrantColumn, _ table: TableGrid, _ row: Int) -> TableCell? {
    guard let place = columns.firstIndex(of: column) else { return nil }
    return table.cell(row: row, column: place)
  }

  private func text(_ column: GrantColumn, _ table: TableGrid, _ row: Int) -> String {
    cell(column, table, row)?.text ?? ""
  }

  /// A cell that spans the table announces what follows: a theme, an operation or neither.
  private mutating func readBand(_ text: String) {
    let folded = FoldedText(text)
    if let heading = words.themeTitle(in: folded.bytes) {
      theme = (heading.number, heading.title(in: text))
    }
  }

  private mutating func readGrant(
    _ table: TableGrid,
    _ row: Int,
    reporting diagnostics: inout DiagnosticList
  ) {
    let source = source(of: table, row)
    var grant = Grant(statedIn: .table, source: source)
    readContext(of: table, row, into: &grant)
    let territory = text(.territory, table, row)
    grant.territory = territory.isEmpty ? nil : territory
    grant.beneficiary = GrantNames.name(text(.beneficiary, table, row), at: source)
    let quantity = text(.quantity, table, row)
    let description = quantity.isEmpty ? text(.description, table, row) : quantity
    if !description.isEmpty {
      grant.description = description
      let cell = QuantityCell(FoldedText(description).bytes[...])
      grant.quantity = cell.number
      // A description is words, of which a scan leaves many unsure.
      let isUnsure =
        quantity.isEmpty && cell.number != nil
        && (self.cell(.description, table, row)?.figureConfidence ?? 100)
          < ScannedNumbers.sure
      if cell.isDoubtful || isUnsure { grant.doubts.insert(.quantity) }
    }
    let sum = text(.amount, table, row)
    if let amount = AmountCell(sum).amount {
      grant.amount = Printed(amount, raw: sum, source: source)
    } else {
      grant.doubts.insert(.amount)
      diagnostics.report(
        .warning,
        "grants.missing-amount",
        "no sum can be read beside '\(grant.beneficiary?.value ?? "")'",
        at: source
      )
    }
    let agreement = text(.agreement, table, row)
    grant.agreement = agreement.isEmpty ? nil : agreement
    for (column, doubt) in Self.doubts where isDoubtful(column, table, row) {
      grant.doubts.insert(doubt)
    }
    assembly.add(grant)
  }

  /// Which cells of a row are in doubt where recognition is not sure of them.
  private static let doubts: [(GrantColumn, GrantDoubt)] = [
    (.beneficiary, .name), (.territory, .territory), (.quantity, .quantity), (.amount, .amount),
  ]

  /// Whether recognition was not sure of a cell: a wrong letter of a name shows, a wrong digit does
  /// not.
  private func isDoubtful(_ column: GrantColumn, _ table: TableGrid, _ row: Int) -> Bool {
    guard let cell = cell(column, table, row) else { return false }
    let isName = column == .beneficiary || column == .territory
    return cell.confidence < (isName ? Self.sureOfName : ScannedNumbers.sure)
  }

  private func readContext(of table: TableGrid, _ row: Int, into grant: inout Grant) {
    grant.theme = theme?.number
    grant.themeTitle = theme?.title
    let themeCell = text(.theme, table, row)
    if let heading = words.themeTitle(in: FoldedText(themeCell).bytes) {
      grant.theme = heading.number
      grant.themeTitle = heading.title(in: themeCell)
    } else if !themeCell.isEmpty {
      grant.themeTitle = themeCell
    }
    let operationCell = text(.operation, table, row)
    if let heading = words.operation(in: FoldedText(operationCell).bytes, at: 0) {
      grant.operation = heading.number
      grant.operationTitle = heading.title(in: operationCell)
    } else if !operationCell.isEmpty {
      grant.operationTitle = operationCell
    }
  }

  /// The box of a row: from its beneficiary to its sum.
  private func source(of table: TableGrid, _ row: Int) -> SourceLocation {
    let cells = [cell(.beneficiary, table, row), cell(.amount, table, row)].compactMap(\.self)
    guard let first = cells.first else { return SourceLocation() }
    var box = first.box
    for cell in cells.dropFirst() where cell.page == first.page {
      if let other = cell.box { box = box?.union(other) ?? other }
    }
    return SourceLocation(page: first.page, box: box)
  }

  // MARK: - Totals

  private mutating func readTotal(
    _ table: TableGrid,
    _ row: Int,
    _ label: GrantWords.TotalLabel,
    _ texts: [TableCell],
    reporting diagnostics: inout DiagnosticList
  ) {
    var total = Total(source: source(of: table, row))
    let sums = texts.filter { AmountCell($0.text).amount != nil && $0.text.contains("€") }
    let inColumn = text(.amount, table, row)
    let printed = inColumn.isEmpty ? sums.last?.text ?? "" : inColumn
    guard let amount = AmountCell(printed).amount else {
      diagnostics.report(
        .warning,
        "grants.missing-total",
        "no sum can be read beside '\(texts.map(\.text).joined(separator: " | "))'",
        at: total.source
      )
      guard inColumn.contains(where: \.isNumber) else { return }
      total.unreadable = inColumn
      total.needsReview = true
      readQuantity(of: texts, beside: inColumn, into: &total)
      assembly.add(total, label)
      return
    }
    total.amount = Printed(amount, raw: printed, source: total.source)
    total.needsReview = texts.contains { $0.confidence < ScannedNumbers.sure }
    readQuantity(of: texts, beside: printed, into: &total)
    assembly.add(total, label)
  }

  /// Reads the number in the quantity cell of a total, or after its word: "TOTAL 14 854 places".
  private func readQuantity(
    of cells: [TableCell],
    beside sum: String,
    into total: inout Total
  ) {
    for cell in cells where cell.text != sum {
      let folded = FoldedText(cell.text)
      let quantity = QuantityCell(folded.bytes[(folded.starts(with: "total") ? 5 : 0)...])
      if let number = quantity.number {
        total.quantity = number
        total.unreadableQuantity = nil
        return
      }
      if quantity.isDoubtful {
        total.unreadableQuantity = cell.text.split(separator: " ")
          .first { $0.contains(where: \.isNumber) }.map(String.init)
      }
    }
    if total.unreadableQuantity != nil { total.needsReview = true }
  }

  /// A row with a sum and nothing else of its own is a total whose word is lost.
  private mutating func readRowWithoutBeneficiary(
    _ table: TableGrid,
    _ row: Int,
    _ texts: [TableCell],
    reporting diagnostics: inout DiagnosticList
  ) {
    let own = texts.filter { $0.rowSpan == 1 }
    let sums = own.filter { AmountCell($0.text).amount != nil && $0.text.contains("€") }
    if sums.count == 1, own.count == 1 {
      readTotal(table, row, .plain, own, reporting: &diagnostics)
      return
    }
    guard !own.isEmpty else { return }
    let place = SourceLocation(page: own[0].page, box: own[0].box)
    diagnostics.report(
      .note,
      "grants.unplaced-row",
      "a row of the grant table names no beneficiary, '\(own.map(\.text).joined(separator: " | "))'",
      at: place
    )
  }
}
