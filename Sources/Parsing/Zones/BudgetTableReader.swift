import DeliberationModel
import PageModel

/// Reads the first budget table of some lines.
struct BudgetTableReader {
  let document: Document
  let operationCode: String?

  /// Parts some lines into the table and the prose around it; nothing where no line has a code.
  func table(in parts: [Section.Part]) -> BudgetTable? {
    let heads = parts.indices.filter { index in code(in: parts[index]) != nil }
    guard let first = heads.first, let last = heads.last else { return nil }
    let start = tableStart(parts, before: first)
    let end = tableEnd(parts, after: last)
    let columns = columns(Array(parts[start..<first]))
    var rows = self.rows(of: Array(parts[start..<end]))
    fill(&rows, from: Array(parts[start..<end]), columns: columns.count)
    return BudgetTable(prose: Array(parts[..<start] + parts[end...]), columns: columns, rows: rows)
  }

  // MARK: - Where the table stands

  private func words(_ part: Section.Part) -> [Substring] {
    document.text(TextRange(start: part.bounds.lowerBound, end: part.bounds.upperBound))
      .split { $0 == " " || $0 == "\t" || $0 == "|" || $0 == "[" || $0 == "\u{A0}" }
  }

  private func code(in part: Section.Part) -> (value: String, raw: String?)? {
    guard canHoldCode(document.bytes[part.bounds].prefix(40)) else { return nil }
    var at = part.bounds.lowerBound
    for _ in 0..<2 {
      guard let bounds = nextWord(from: &at, before: part.bounds.upperBound) else { return nil }
      guard hasDash(document.bytes[bounds]) else { continue }
      let word = document.text(TextRange(start: bounds.lowerBound, end: bounds.upperBound))[...]
      let code =
        OperationCode.read(word, pattern: operationCode)
        ?? trimmed(word).flatMap { OperationCode.read($0, pattern: operationCode) }
      if let code { return code }
    }
    return nil
  }

  /// The next of the words that `words` parts a line into.
  private func nextWord(from at: inout Int, before end: Int) -> Range<Int>? {
    let bytes = document.bytes
    while at < end, let length = separatorLength(bytes, at) { at += length }
    let start = at
    while at < end, separatorLength(bytes, at) == nil { at += 1 }
    return start < at ? start..<at : nil
  }

  /// The number of bytes of what parts two words: white space, and what a ruling is read as.
  private func separatorLength(_ bytes: [UInt8], _ at: Int) -> Int? {
    switch bytes[at] {
    case 0x20, 0x09, 0x7C, 0x5B: 1
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0xA0: 2
    default: nil
    }
  }

  /// Whether a word holds what may be the dash of a code: "-", or the lead byte of "–" and "—".
  private func hasDash(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains { $0 == 0x2D || $0 == 0xE2 }
  }

  /// A test that is cheaper than parting a line into words: a code has digits and a dash.
  private func canHoldCode(_ head: ArraySlice<UInt8>) -> Bool {
    head.count(where: ASCII.isDigit) >= 2 && hasDash(head)
  }

  /// A word without the mark that OCR makes of a table's rule after it ("C02-446A05,").
  private func trimmed(_ word: Substring) -> Substring? {
    word.last.map { ",.;:'!".contains($0) } ?? false ? word.dropLast() : nil
  }

  private static let headerWords: Set<String> = [
    "code", "operation", "operations", "imputation", "budgetaire", "libelle", "ae", "ap", "cp",
    "depense", "depenses", "montant", "recette", "recettes", "autorisation", "programme",
    "engagement", "d", "de", "en", "euros", "eur", "i", "ii", "", "disponible", "proposition",
    "solde",
  ]

  private func isHeader(_ part: Section.Part) -> Bool {
    let words = self.words(part).map { word in FoldedText(String(word)).key }
    if words.allSatisfy(Self.headerWords.contains) { return true }
    return self.words(part).count { BudgetColumn(headWord: $0) != nil } >= 2
      && AmountScanner.decimals(in: FoldedText(document.bytes[part.bounds])).isEmpty
  }

  /// The table begins after the line that announces it ("… comme suit :") or with its header.
  private func tableStart(_ parts: [Section.Part], before first: Int) -> Int {
    var start = first
    while start > 0, first - start < 8 {
      let text = document.text(
        TextRange(
          start: parts[start - 1].bounds.lowerBound,
          end: parts[start - 1].bounds.upperBound
        )
      )
      if text.trimmingSpaces().hasSuffix(":") { return start }
      start -= 1
    }
    start = first
    while start > 0, isHeader(parts[start - 1]) { start -= 1 }
    return start
  }

  /// The table ends before prose that follows its last row.
  private func tableEnd(_ parts: [Section.Part], after last: Int) -> Int {
    var end = last + 1
    while end < parts.count {
      let line = document.lines[parts[end].line]
      let previous = document.lines[parts[end - 1].line]
      let text = document.text(line)
      if line.page != previous.page { break }
      if let box = line.box, let above = previous.box, box.y0 - above.y1 > 14 { break }
      let isSentence = text.count > 60 || (text.count > 20 && text.hasSuffix("."))
      if line.opensParagraph, isSentence, AmountScanner.decimals(in: FoldedText(text)).isEmpty {
        break
      }
      end += 1
    }
    return end
  }

  /// The columns that the head of the table names, each once, from left to right.
  private func columns(_ head: [Section.Part]) -> [BudgetTable.Column] {
    var columns: [BudgetTable.Column] = []
    for part in head {
      let names = words(part).filter { word in BudgetColumn(headWord: word) != nil }
      for word in names {
        guard let kind = BudgetColumn(headWord: word) else { continue }
        // Two letters alone on a line are dirt as often as "AE".
        guard names.count > 1 || word.count > 2 || head.count == 1 else { continue }
        guard !columns.contains(where: { column in column.kind == kind }) else { continue }
        let start =
          part.bounds.lowerBound
          + word.base.utf8.distance(
            from: word.base.startIndex,
            to: word.startIndex
          )
        let range = start..<(start + word.utf8.count)
        columns.append(BudgetTable.Column(kind: kind, middle: middle(of: range, on: part.line)))
      }
    }
    guard columns.allSatisfy({ column in column.middle != nil }) else { return columns }
    return columns.sorted { left, right in (left.middle ?? 0) < (right.middle ?? 0) }
  }

  /// The horizontal middle of the words that hold some bytes of a line.
  private func middle(of range: Range<Int>, on line: Int) -> Float? {
    let words = document.lines[line].words.lazy
      .map { index in document.words[Int(index)] }
      .filter { word in word.range.bounds.overlaps(range) }
    guard let first = words.first else { return nil }
    let box = words.reduce(first.box) { box, word in box.union(word.box) }
    return (box.x0 + box.x1) / 2
  }

  // MARK: - Rows

  private func rows(of table: [Section.Part]) -> [BudgetTable.Row] {
    table.compactMap { part in
      guard let code = code(in: part) else { return nil }
      let location = document.location(of: document.lines[part.line])
      return BudgetTable.Row(
        code: Printed(code.value, raw: code.raw, source: location),
        line: part.line,
        source: location
      )
    }
  }

  private func fill(_ rows: inout [BudgetTable.Row], from table: [Section.Part], columns: Int) {
    var current: Int?
    for (place, part) in table.enumerated() {
      let isCode = code(in: part) != nil
      if isCode { current = (current ?? -1) + 1 }
      guard isCode || !isHeader(part) else { continue }
      let target =
        isCode
        ? current : row(for: part, at: place, of: table, among: rows, after: current)
      guard let target else { continue }
      take(part, isCode: isCode, columns: columns, into: &rows[target])
    }
  }

  /// The row that a line without a code belongs to: on a page, the nearest one, since cells are
  /// centred; in a text, the open row until it has its amounts and a blank line follows.
  private func row(
    for part: Section.Part,
    at place: Int,
    of table: [Section.Part],
    among rows: [BudgetTable.Row],
    after current: Int?
  ) -> Int? {
    let line = document.lines[part.line]
    if let box = line.box {
      let near = rows.indices.filter { document.lines[rows[$0].line].page == line.page }
      let distance = { (row: Int) -> Float in
        abs((document.lines[rows[row].line].box?.midY ?? 0) - box.midY)
      }
      return near.min { distance($0) < distance($1) } ?? current
    }
    guard let current else { return rows.isEmpty ? nil : 0 }
    let folded = FoldedText(document.bytes[part.bounds])
    // A cell of its own line with nothing but an amount goes on the open row.
    guard folded.bytes.contains(where: ASCII.isLetter) else { return current }
    let isComplete = rows[current].cells.count { $0.amount != nil } >= 2
    let next = table[place...].contains { self.code(in: $0) != nil }
    if isComplete, next, line.opensParagraph || rows[current].line != table[place - 1].line {
      return min(current + 1, rows.count - 1)
    }
    return current
  }

  private func take(
    _ part: Section.Part,
    isCode: Bool,
    columns: Int,
    into row: inout BudgetTable.Row
  ) {
    let bytes = document.bytes[part.bounds]
    let folded = FoldedText(bytes)
    let location = document.location(of: document.lines[part.line])
    let cells = Self.cells(in: folded)
    for cell in cells {
      let start = folded.offsets[cell.range.lowerBound]
      let end = folded.offsets[cell.range.upperBound]
      let raw = document.text(TextRange(start: start, end: end))
      row.cells.append(
        BudgetTable.Cell(
          amount: cell.amount.map { Printed($0, raw: raw, source: location) },
          raw: raw,
          isDoubtful: cell.isDoubtful,
          middle: middle(of: start..<end, on: part.line)
        )
      )
    }
    let amounts = cells.filter { $0.amount != nil }
    let labelEnd =
      cells.first.map { folded.offsets[$0.range.lowerBound] } ?? part.bounds.upperBound
    var label = document.text(TextRange(start: part.bounds.lowerBound, end: labelEnd))
    if isCode || row.budgetCode == nil {
      for word in words(part).prefix(3) where OperationCode.isBudgetCode(word) {
        row.budgetCode = row.budgetCode ?? String(word)
      }
      label = withoutCodes(label)
    }
    if let unreadable = Self.unreadableFigure(label, before: amounts.count, of: columns) {
      row.unreadable = unreadable.text
      label = String(label[..<unreadable.bar])
    }
    let text = label.split { $0 == " " || $0 == "\t" || $0 == "|" }.joined(separator: " ")
    if !text.isEmpty { row.labels.append(text) }
    if let box = location.box, row.source.page == location.page {
      row.source.box = row.source.box?.union(box) ?? box
    }
  }

  /// The sums of a folded line and the figures from which none can be read, from left to right.
  private static func cells(
    in folded: FoldedText
  ) -> [(amount: Amount?, range: Range<Int>, isDoubtful: Bool)] {
    var floor = 0
    let found = AmountScanner.decimals(in: folded).map { found in
      let start = MisreadSum.start(in: folded.bytes, before: found.range.lowerBound, after: floor)
      floor = found.range.upperBound
      return (
        amount: Optional(found.amount), range: start..<found.range.upperBound,
        isDoubtful: start < found.range.lowerBound
      )
    }
    let unreadable = MisreadSum.unreadable(in: folded.bytes, beside: found.map(\.range))
      .map { (amount: Amount?.none, range: $0, isDoubtful: true) }
    return (found + unreadable).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func withoutCodes(_ label: String) -> String {
    var rest = Substring(label)
    for _ in 0..<3 {
      let trimmed = rest.drop { " \t|[".contains($0) }
      let word = trimmed.prefix { !" \t|[".contains($0) }
      guard
        OperationCode.read(word, pattern: operationCode) != nil || OperationCode.isBudgetCode(word)
          || self.trimmed(word).flatMap({ OperationCode.read($0, pattern: operationCode) }) != nil
      else { return String(trimmed) }
      rest = trimmed.dropFirst(word.count)
    }
    return String(rest)
  }

  /// Figures before the amounts of a row, one too few, that no amount can be read from: "5 ggs 095
  /// 00".
  private static func unreadableFigure(
    _ label: String,
    before amounts: Int,
    of columns: Int
  ) -> (text: String, bar: String.Index)? {
    guard amounts > 0, amounts == max(columns, 2) - 1,
      let bar = label.dropLast(3).lastIndex(of: "|")
    else { return nil }
    let cell = label[label.index(after: bar)...].trimmingPrefix(while: { $0 == " " })
    let text = String(cell).trimmingEnd(["|"])
    let digits = text.count(where: \.isNumber)
    return digits >= 3 && digits * 2 >= text.count(where: { $0 != " " }) ? (text, bar) : nil
  }
}
