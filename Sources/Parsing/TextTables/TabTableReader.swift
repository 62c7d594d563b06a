import DeliberationModel
import PageModel

/// Reads grant tables whose cells are parted by tabs, as Markdown extractors write them.
///
/// A merged cell (operation, territory) is printed once and holds for the rows below it; cells slip
/// by a column or two, so each is known by what it holds and by its order in the row.
struct TabTableReader {
  let document: Document
  let words: GrantWords
  var territories: TerritoryNames

  /// How many lines without tabs a table goes on over: page numbers, heads, blank pages.
  private static let gap = 6

  /// What merged cells carry down.
  private struct Carried {
    var theme: (number: String, title: String)?
    var operation: (number: String, title: String)?
    var territory: String?
    var columns: [GrantColumn] = []
    /// Cells of a row whose sum stands on a later line.
    var pending: [TabCell] = []
  }

  /// A line of a table.
  private enum Line {
    case head([GrantColumn])
    case theme(number: String, title: String)
    case row(TabRow)
  }

  /// Reads the tables among some lines, and returns the lines that belong to none.
  func read(
    _ lines: [Int],
    into assembly: inout GrantTableAssembly,
    reporting diagnostics: inout DiagnosticList
  ) -> [Int] {
    let (tables, outside) = tables(in: lines)
    for table in tables {
      var reader = self
      for case .row(let row) in table { reader.learn(row) }
      var carried = Carried()
      let first = assembly.grants.count
      for line in table {
        switch line {
        case .head(let columns): carried.columns = columns
        case .theme(let number, let title):
          carried = Carried(theme: (number, title), columns: carried.columns)
        case .row(let row):
          reader.read(row, &carried, into: &assembly, reporting: &diagnostics)
        }
      }
      assembly.flagTerritories(from: first)
    }
    return outside
  }

  // MARK: - Where tables stand

  /// The lines of each table, from the title or the head above it to its last row.
  private func tables(in lines: [Int]) -> (tables: [[Line]], outside: [Int]) {
    var tables: [[Line]] = []
    var outside: [Int] = []
    var table: [Line]?
    var title: (place: Int, line: Line)?
    var lastPlace = 0
    for (place, index) in lines.enumerated() {
      let bytes = document.bytes[document.lines[index].range.bounds]
      if table != nil, place - lastPlace > Self.gap {
        tables.append(table ?? [])
        table = nil
      }
      guard bytes.contains(0x09) else {
        outside.append(index)
        if bytes.count < 250, mayBeTitle(bytes), let heading = themeTitle(cells(of: index)) {
          title = (place, heading)
          if table != nil { table?.append(heading) }
        }
        continue
      }
      let cells = cells(of: index)
      let folded = cells.map(\.folded)
      if folded.count(where: { !$0.bytes.isEmpty }) == 1, let heading = themeTitle(cells) {
        title = (place, heading)
        if table != nil { table?.append(heading) }
        continue
      }
      if let columns = words.head(folded) {
        if table == nil { table = title.map { place - $0.place <= 4 ? [$0.line] : [] } ?? [] }
        table?.append(.head(columns))
        lastPlace = place
        continue
      }
      let row = TabRow(cells, words, at: document.location(of: document.lines[index]))
      if table == nil {
        // A table without its head: a whole row with its operation.
        guard row.operation != nil, row.amount != nil, row.cells.count >= 2 else {
          outside.append(index)
          continue
        }
        table = title.map { place - $0.place <= 4 ? [$0.line] : [] } ?? []
      }
      table?.append(.row(row))
      lastPlace = place
    }
    if let table { tables.append(table) }
    return (tables, outside)
  }

  /// Whether a line begins with a figure, or as "Thématique" does.
  private func mayBeTitle(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first.map { first in
      ASCII.isDigit(first) || words[.theme].contains { $0.begins(with: first) }
    } ?? false
  }

  private func themeTitle(_ cells: [TabCell]) -> Line? {
    guard let cell = cells.first(where: { !$0.folded.bytes.isEmpty }) else { return nil }
    guard let heading = words.themeTitle(in: cell.folded.bytes) else { return nil }
    return .theme(number: heading.number, title: heading.title(in: cell.text))
  }

  private func cells(of index: Int) -> [TabCell] {
    let bounds = document.lines[index].range.bounds
    return document.bytes[bounds].split(separator: 0x09, omittingEmptySubsequences: false)
      .map { cell in
        let text = String(decoding: cell, as: UTF8.self)
          .split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
        return TabCell(text: text, folded: FoldedText(text))
      }
  }

  // MARK: - Rows

  /// Learns the territory of a row that has all its cells.
  private mutating func learn(_ row: TabRow) {
    guard row.amount != nil, row.total == nil, row.cells.count >= 3, row.cells.count <= 4,
      !isFigure(row.cells[1])
    else { return }
    territories.learn(row.cells[0].folded)
  }

  private func read(
    _ row: TabRow,
    _ carried: inout Carried,
    into assembly: inout GrantTableAssembly,
    reporting diagnostics: inout DiagnosticList
  ) {
    if let theme = row.theme, theme.number != carried.theme?.number {
      carried.theme = theme
      carried.operation = nil
      carried.territory = nil
    }
    if let operation = row.operation {
      if operation.number != carried.operation?.number { carried.territory = nil }
      carried.operation = operation
    }
    guard let amount = row.amount else {
      keep(row, &carried)
      return
    }
    if row.total != nil || isBareTotal(row, carried) {
      var total = Total(source: row.source)
      total.amount = amount
      total.quantity = row.cells.lazy.compactMap { QuantityCell($0.folded.bytes[...]).number }.first
      if total.quantity == nil,
        let cell = row.cells.first(where: { QuantityCell($0.folded.bytes[...]).isDoubtful })
      {
        total.unreadableQuantity = cell.folded.string
      }
      total.needsReview =
        row.total == nil || row.hasDamagedAmount || total.unreadableQuantity != nil
      assembly.add(total, row.total ?? .plain)
      report(carried.pending, at: row.source, to: &diagnostics)
      carried.pending = []
      return
    }
    assembly.add(grant(row, amount, &carried))
  }

  /// Whether a row has lost the word "total": nothing but figures, and no cells that wait for a sum.
  private func isBareTotal(_ row: TabRow, _ carried: Carried) -> Bool {
    row.operation == nil && carried.pending.isEmpty && row.cells.allSatisfy(isFigure)
  }

  /// A line without a sum: merged cells alone, or the first part of a row.
  private func keep(_ row: TabRow, _ carried: inout Carried) {
    var cells = row.cells
    if let first = cells.first, territories.contains(first.folded) {
      carried.territory = first.text
      cells.removeFirst()
    }
    carried.pending += cells
  }

  /// Whether a cell opens with a number; "3ID" is a name.
  private func isFigure(_ cell: TabCell) -> Bool {
    let word = cell.folded.bytes.prefix { !ASCII.isSpace($0) }
    return word.isEmpty
      || (word.contains(where: ASCII.isDigit) && !word.contains(where: ASCII.isLetter))
  }

  private func grant(
    _ row: TabRow,
    _ amount: Printed<Amount>,
    _ carried: inout Carried
  ) -> Grant {
    var cells = row.cells
    let isTorn = !carried.pending.isEmpty
    if isTorn {
      cells = carried.pending + cells
      carried.pending = []
    }
    if let territory = takeTerritory(from: &cells, columns: carried.columns) {
      carried.territory = territory
    }
    var grant = Grant(statedIn: .table, source: row.source)
    grant.theme = carried.theme?.number
    grant.themeTitle = carried.theme?.title.nonEmpty
    grant.operation = carried.operation?.number
    grant.operationTitle = carried.operation?.title.nonEmpty
    grant.territory = carried.territory
    grant.amount = amount
    grant.agreement = row.rest.joined(separator: " ").nonEmpty
    if !cells.isEmpty {
      grant.beneficiary = GrantNames.name(cells.removeFirst().text, at: row.source)
    }
    if let cell = cells.first {
      let quantity = QuantityCell(cell.folded.bytes[...])
      grant.quantity = quantity.number
      if quantity.isDoubtful { grant.doubts.insert(.quantity) }
      grant.description = cells.map(\.text).joined(separator: " ")
    }
    if isTorn { grant.doubts.formUnion([.name, .operation, .territory, .amount]) }
    if row.hasSeveralAmounts || row.hasDamagedAmount { grant.doubts.insert(.amount) }
    if cells.count > 2 { grant.doubts.formUnion([.name, .quantity]) }
    if grant.theme == nil || grant.operation == nil { grant.doubts.insert(.operation) }
    if grant.territory == nil { grant.doubts.insert(.territory) }
    if grant.beneficiary.map({ GrantNames.isDoubtful($0) }) ?? true { grant.doubts.insert(.name) }
    return grant
  }

  /// The territory that opens a row, if one does: a known name, or the first of three cells of which
  /// the second is no figure.
  private func takeTerritory(from cells: inout [TabCell], columns: [GrantColumn]) -> String? {
    guard cells.count >= 2, let first = cells.first else { return nil }
    let nextIsFigure = isFigure(cells[1])
    let isKnown = territories.contains(first.folded)
    guard !nextIsFigure, isKnown || cells.count >= 3 else { return nil }
    if !isKnown, cells.count == 3, !columns.isEmpty, !columns.contains(.territory),
      columns.contains(.quantity), columns.contains(.description)
    {
      return nil
    }
    return cells.removeFirst().text
  }

  private func report(
    _ cells: [TabCell],
    at source: SourceLocation,
    to diagnostics: inout DiagnosticList
  ) {
    guard !cells.isEmpty else { return }
    diagnostics.report(
      .warning,
      "grants.unplaced-cells",
      "these cells of a table belong to no row, '\(cells.map(\.text).joined(separator: " | "))'",
      at: source
    )
  }
}
