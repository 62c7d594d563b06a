import DeliberationModel
import PageModel

/// A row of a table whose columns OCR mixed: its first line in parts, and the lines that follow it.
struct MixedRow {
  /// An operation within its theme, the group of rows that share their first words.
  typealias Group = OperationTitles.Key

  /// The first line.
  var head: MixedLine
  /// The lines after it.
  var rest: [MixedLine] = []
  var theme: String?
  var operation: String?
  /// The tokens before the theme.
  var territory: [MixedToken] = []
  /// The tokens between theme and operation: what the first line holds of the theme's title.
  var themeTitle: [MixedToken] = []
  /// The tokens between the operation's number and the sum: title, name, quantity.
  var middle: [MixedToken] = []
  /// The tokens after the sum.
  var after: [MixedToken] = []
  /// Whether a part of the row stood elsewhere, or is not there.
  var isTorn = false

  /// Parts the first line of a row.
  init(_ head: MixedLine) {
    self.head = head
    theme = head.theme?.number
    operation = head.operation?.number
    let bytes = head.folded.bytes
    territory = MixedToken.tokens(bytes, in: 0..<(head.theme?.range.lowerBound ?? 0))
    let money = head.money
    let start = head.operation?.range.upperBound ?? head.theme?.range.upperBound ?? 0
    middle = MixedToken.tokens(bytes, in: start..<max(start, money?.start ?? bytes.count))
    if let theme = head.theme, let operation = head.operation {
      themeTitle = MixedToken.tokens(
        bytes,
        in: theme.range.upperBound..<operation.range.lowerBound
      )
    }
    if let end = money?.end { after = MixedToken.tokens(bytes, in: end..<bytes.count) }
    isTorn = operation == nil || money == nil
  }

  /// The group of the row, where its theme and operation are printed.
  var group: Group? {
    guard let theme, let operation else { return nil }
    return Group(theme: theme, operation: operation)
  }
}

/// A table whose columns OCR mixed, as its rows and totals in printed order.
struct MixedTable {
  enum Item {
    case row(MixedRow)
    case total(MixedLine)
  }

  var items: [Item] = []

  /// The rows.
  var rows: [MixedRow] {
    items.compactMap { item in
      if case .row(let row) = item { row } else { nil }
    }
  }

  /// Takes the next line of the table; a line that no row is open for is dropped.
  ///
  /// A sum alone on a line is a total, unless the row above it still has none.
  mutating func add(_ line: MixedLine) -> Bool {
    switch line.role {
    case .titles: return true
    case .head:
      items.append(.row(MixedRow(line)))
      return true
    case .total:
      if case .row(let row)? = items.last, row.head.money == nil,
        !row.rest.contains(where: { $0.money != nil }), !line.folded.starts(with: "tot")
      {
        return continueRow(line)
      }
      items.append(.total(line))
      return true
    case .rest: return continueRow(line)
    }
  }

  private mutating func continueRow(_ line: MixedLine) -> Bool {
    guard case .row(let last)? = items.last, last.rest.count < 12 else { return false }
    var row = last
    if row.operation == nil, let operation = line.operation { row.operation = operation.number }
    row.rest.append(line)
    items[items.count - 1] = .row(row)
    return true
  }

  // MARK: - Where tables stand

  /// How many lines may stand between two whole first lines of rows.
  private static let gap = 60
  /// How many lines after the last first line are searched for totals.
  private static let tail = 8

  /// The tables among some lines: runs of lines that print theme, operation and sum in a row.
  static func tables(
    in lines: [Int],
    of document: Document,
    _ words: GrantWords
  ) -> (tables: [MixedTable], outside: [Int], unplaced: [MixedLine]) {
    let units = StackedRows.units(of: lines, in: document, words)
    let cores = words[.theme].map(\.core)
    let heads = units.indices.filter { place in
      let start = document.lines[units[place].lowerBound].range.bounds.lowerBound
      let end = document.lines[units[place].upperBound].range.bounds.upperBound
      return end - start > 40 && document.bytes[start..<end].holds(cores)
        && MixedLine(units[place], of: document, words).isWholeHead
    }
    var tables: [MixedTable] = []
    var unplaced: [MixedLine] = []
    var outside: [Int] = []
    var end = 0
    var first = 0
    while first < heads.count {
      var last = first
      while last + 1 < heads.count, heads[last + 1] - heads[last] <= gap { last += 1 }
      if last - first >= 2 {
        for unit in units[end..<heads[first]] { outside += unit }
        end = self.end(after: heads[last], in: units, of: document, words)
        var table = MixedTable()
        for unit in units[heads[first]..<end] {
          let line = MixedLine(unit, of: document, words)
          if !table.add(line) { unplaced.append(line) }
        }
        tables.append(table)
      }
      first = last + 1
    }
    for unit in units[end...] { outside += unit }
    return (tables, outside, unplaced)
  }

  /// The place after the last total that closes a table, or after the lines of its last row.
  private static func end(
    after last: Int,
    in units: [ClosedRange<Int>],
    of document: Document,
    _ words: GrantWords
  ) -> Int {
    var end = last + 1
    for place in (last + 1)..<max(last + 1, min(last + 1 + tail, units.count)) {
      let role = MixedLine(units[place], of: document, words).role
      if role == .total || role == .head { end = place + 1 }
    }
    guard end == last + 1 else { return end }
    while end < units.count, end - last < 5, !document.lines[units[end].lowerBound].opensParagraph {
      end += 1
    }
    return end
  }
}

extension ArraySlice<UInt8> {
  /// Whether one of some words stands in a line, by which it is known to be worth folding.
  fileprivate func holds(_ words: [[UInt8]]) -> Bool {
    words.contains { word in
      unsafe withUnsafeBytes { line in
        unsafe word.withUnsafeBytes { unsafe ByteSearch.firstIndex(of: $0, in: line) != nil }
      }
    }
  }
}
