import DeliberationModel
import PageModel

/// Reads the budget table inside an article: a row for each operation code, with its label and
/// amounts, however the cells wrap over lines.
struct BudgetTableParser {
  let document: Document
  let operationCode: String?

  /// A row under construction.
  private struct Row {
    var code: Printed<String>
    var budgetCode: String?
    var line: Int
    var labels: [(line: Int, text: String)] = []
    var amounts: [Printed<Amount>] = []
    var unreadable: String?
    var source: SourceLocation
  }

  /// Parts the text of an article into its prose and the rows of its budget table.
  func read(
    _ parts: [Section.Part],
    reporting diagnostics: inout DiagnosticList
  ) -> (prose: [Section.Part], lines: [BudgetLine]) {
    let heads = parts.indices.filter { index in code(in: parts[index]) != nil }
    guard let first = heads.first, let last = heads.last else { return (parts, []) }
    let start = tableStart(parts, before: first)
    let end = tableEnd(parts, after: last)
    let table = Array(parts[start..<end])
    let hasCommitment = headerNamesCommitment(Array(parts[start..<first]))
    var rows = self.rows(of: table)
    fill(&rows, from: table)
    let lines = rows.map { row in
      budgetLine(row, hasCommitment: hasCommitment, reporting: &diagnostics)
    }
    return (Array(parts[..<start] + parts[end...]), lines)
  }

  // MARK: - Where the table stands

  private func words(_ part: Section.Part) -> [Substring] {
    document.text(TextRange(start: part.bounds.lowerBound, end: part.bounds.upperBound))
      .split { $0 == " " || $0 == "\t" || $0 == "|" || $0 == "[" || $0 == "\u{A0}" }
  }

  private func code(in part: Section.Part) -> (value: String, raw: String?)? {
    words(part).prefix(2).lazy.compactMap { word in
      OperationCode.read(word, pattern: operationCode)
    }.first
  }

  private static let headerWords: Set<String> = [
    "code", "operation", "operations", "imputation", "budgetaire", "libelle", "ae", "ap", "cp",
    "depense", "depenses", "montant", "recette", "recettes", "autorisation", "programme",
    "engagement", "d", "de", "en", "euros", "eur", "i", "ii", "",
  ]

  private func isHeader(_ part: Section.Part) -> Bool {
    let words = self.words(part).map { word in FoldedText(String(word)).key }
    return words.allSatisfy(Self.headerWords.contains)
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
      if line.opensParagraph, text.count > 60, AmountScanner.decimals(in: FoldedText(text)).isEmpty
      {
        break
      }
      end += 1
    }
    return end
  }

  private func headerNamesCommitment(_ header: [Section.Part]) -> Bool {
    header.contains { part in
      words(part).contains { word in
        ["ae", "ap", "autorisation"].contains(FoldedText(String(word)).key)
      }
    }
  }

  // MARK: - Rows

  private func rows(of table: [Section.Part]) -> [Row] {
    table.compactMap { part in
      guard let code = code(in: part) else { return nil }
      let location = document.location(of: document.lines[part.line])
      return Row(
        code: Printed(code.value, raw: code.raw, source: location),
        line: part.line,
        source: location
      )
    }
  }

  private func fill(_ rows: inout [Row], from table: [Section.Part]) {
    var current: Int?
    for (place, part) in table.enumerated() {
      let isCode = code(in: part) != nil
      if isCode { current = (current ?? -1) + 1 }
      guard isCode || !isHeader(part) else { continue }
      let target =
        isCode
        ? current : row(for: part, at: place, of: table, among: rows, after: current)
      guard let target else { continue }
      take(part, isCode: isCode, into: &rows[target])
    }
  }

  /// The row that a line without a code belongs to: on a page, the nearest one, since cells are
  /// centred; in a text, the open row until it has its amounts and a blank line follows.
  private func row(
    for part: Section.Part,
    at place: Int,
    of table: [Section.Part],
    among rows: [Row],
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
    let isComplete = rows[current].amounts.count >= 2
    let next = table[place...].contains { self.code(in: $0) != nil }
    if isComplete, next, line.opensParagraph || rows[current].line != table[place - 1].line {
      return min(current + 1, rows.count - 1)
    }
    return current
  }

  private func take(_ part: Section.Part, isCode: Bool, into row: inout Row) {
    let bytes = document.bytes[part.bounds]
    let folded = FoldedText(bytes)
    let amounts = AmountScanner.decimals(in: folded)
    let location = document.location(of: document.lines[part.line])
    for found in amounts {
      let start = Int(folded.offsets[found.range.lowerBound])
      let end = Int(folded.offsets[found.range.upperBound])
      let raw = document.text(TextRange(start: start, end: end))
      row.amounts.append(Printed(found.amount, raw: raw, source: location))
    }
    let labelEnd =
      amounts.first.map { Int(folded.offsets[$0.range.lowerBound]) } ?? part.bounds.upperBound
    var label = document.text(TextRange(start: part.bounds.lowerBound, end: labelEnd))
    if isCode {
      for word in words(part).prefix(3) where OperationCode.isBudgetCode(word) {
        row.budgetCode = row.budgetCode ?? String(word)
      }
      label = withoutCodes(label)
    }
    if let unreadable = Self.unreadableFigure(label, before: amounts.count) {
      row.unreadable = unreadable.text
      label = String(label[..<unreadable.bar])
    }
    let text = label.split { $0 == " " || $0 == "\t" || $0 == "|" }.joined(separator: " ")
    if !text.isEmpty { row.labels.append((part.line, text)) }
    if let box = location.box, row.source.page == location.page {
      row.source.box = row.source.box?.union(box) ?? box
    }
  }

  private func withoutCodes(_ label: String) -> String {
    var rest = Substring(label)
    for _ in 0..<3 {
      let trimmed = rest.drop { " \t|[".contains($0) }
      let word = trimmed.prefix { !" \t|[".contains($0) }
      guard
        OperationCode.read(word, pattern: operationCode) != nil || OperationCode.isBudgetCode(word)
      else { return String(trimmed) }
      rest = trimmed.dropFirst(word.count)
    }
    return String(rest)
  }

  /// Figures before the only amount of a row that no amount can be read from: "5 ggs 095 00".
  private static func unreadableFigure(
    _ label: String,
    before amounts: Int
  ) -> (text: String, bar: String.Index)? {
    guard amounts == 1, let bar = label.dropLast(3).lastIndex(of: "|") else { return nil }
    let cell = label[label.index(after: bar)...].trimmingPrefix(while: { $0 == " " })
    let text = String(cell).trimmingEnd(["|"])
    let digits = text.count(where: \.isNumber)
    return digits >= 3 && digits * 2 >= text.count(where: { $0 != " " }) ? (text, bar) : nil
  }

  // MARK: - Result

  private func budgetLine(
    _ row: Row,
    hasCommitment: Bool,
    reporting diagnostics: inout DiagnosticList
  ) -> BudgetLine {
    var line = BudgetLine(operationCode: row.code, source: row.source)
    line.budgetCode = row.budgetCode
    let label = row.labels.map(\.text).joined(separator: " ")
    line.label = label.isEmpty ? nil : label
    if let raw = row.code.raw {
      diagnostics.report(
        Diagnostic(
          .note,
          "budget.code-repaired",
          "the operation code '\(raw)' was read as '\(row.code.value)' by the authority's pattern",
          at: row.source
        )
      )
    }
    switch row.amounts.count {
    case 2...:
      line.commitmentAuthority = row.amounts[0]
      line.expenditure = row.amounts[row.amounts.count - 1]
    case 1:
      line.expenditure = row.amounts[0]
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
        Diagnostic(
          .warning,
          "budget.missing-amount",
          "the \(name) of operation '\(line.operationCode.value)' \(what)",
          at: line.source
        )
      )
    }
  }
}
