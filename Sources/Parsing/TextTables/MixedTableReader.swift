import DeliberationModel
import PageModel

/// Reads grant tables whose columns OCR mixed line by line.
///
/// "Arrageois Thématique 1 : Parcours | Opération 1 : Référent solidarité CCAS 550 44 000,00 €
/// Convention type" is the first line of a row; what the cells wrapped follows on further lines.
struct MixedTableReader {
  let document: Document
  let words: GrantWords

  /// Reads the tables among some lines.
  func read(
    _ lines: [Int],
    into assembly: inout GrantTableAssembly,
    reporting diagnostics: inout DiagnosticList
  ) {
    let found = MixedTable.tables(in: lines, of: document, words)
    guard !found.tables.isEmpty else { return }
    let annexes = OperationTitles(found.outside, of: document, words)
    for line in found.unplaced { report(line, to: &diagnostics) }
    for table in found.tables { read(table, annexes, into: &assembly, reporting: &diagnostics) }
  }

  private func read(
    _ table: MixedTable,
    _ annexes: OperationTitles,
    into assembly: inout GrantTableAssembly,
    reporting diagnostics: inout DiagnosticList
  ) {
    let rows = table.rows
    let titles = MixedTitles(rows, annexes: annexes)
    let words = MixedWords(rows)
    let splits = rows.map { titles.split($0) }
    let tails = zip(rows, splits).map { row, split in
      Array(row.middle[split.count...].drop { $0.kind == .bar })
    }
    let descriptions = MixedDescriptions(rows, tails: tails)
    var place = 0
    var followsForeign = false
    for item in table.items {
      switch item {
      case .total(let line): assembly.add(total(line))
      case .row(let row):
        var reading = RowReading(
          row: row,
          tail: tails[place],
          titleIsGuess: splits[place].isGuess,
          isTorn: row.isTorn || followsForeign
        )
        reading.textStart = row.group.flatMap { descriptions.start(in: tails[place], of: $0) }
        if reading.textStart == nil, NamesInText.mayHold(tails[place], row) {
          reading.textStart = NamesInText.end(of: tails[place], row, in: document)
          reading.titleIsGuess = true
        }
        place += 1
        let (grant, hasForeign) = grant(reading, words, annexes)
        followsForeign = hasForeign
        if hasForeign, let last = row.rest.last { report(last, to: &diagnostics) }
        assembly.add(grant)
      }
    }
  }

  /// A row with what the table as a whole says of it.
  private struct RowReading {
    var row: MixedRow
    var tail: [MixedToken]
    var titleIsGuess: Bool
    var isTorn: Bool
    var textStart: Int?
  }

  // MARK: - Rows

  private func grant(
    _ reading: RowReading,
    _ words: MixedWords,
    _ annexes: OperationTitles
  ) -> (grant: Grant, hasForeignLines: Bool) {
    let row = reading.row
    let cells = MixedCells(reading.tail, of: row.head, textStart: reading.textStart)
    let source = document.location(of: document.lines[row.head.line])
    let printedName = row.head.text(cells.name, of: document)
    let territory = row.head.text(row.territory, of: document).trimmingEnd(["."])
    let title = row.group.flatMap { annexes[$0] }
    let bytes = printedName.utf8
    let brackets = bytes.count { $0 == 0x28 } - bytes.count { $0 == 0x29 }
    let isBroken = brackets > 0 && bytes.first != 0x28
    let lastWord = cells.name.last.map { row.head.folded.bytes[$0.range] } ?? []
    let isCut = GrantNames.connectives.contains(String(decoding: lastWord, as: UTF8.self))
    let rest = MixedRest(
      row,
      words: words,
      title: title,
      territoryIsOpen: territory.hasSuffix("-")
        || row.territory.last.map(isDash(row.head)) ?? false,
      toDescription: (reading.textStart != nil || cells.description.count >= 4) && !isBroken
        && !isCut,
      opensBracket: isBroken,
      of: document
    )
    var grant = Grant(statedIn: .table, source: source)
    grant.theme = row.theme
    grant.operation = row.operation
    grant.operationTitle = title?.text
    grant.territory = joined(territory, rest.territory)
    let name = ([printedName] + rest.name).joined(separator: " ")
    if !name.trimmingSpaces().isEmpty { grant.beneficiary = GrantNames.name(name, at: source) }
    grant.quantity = cells.quantity
    grant.description =
      ([row.head.text(cells.description, of: document)] + rest.description)
      .joined(separator: " ").trimmingSpaces().nonEmpty
    if let amount = cells.amount, let range = cells.amountRange {
      grant.amount = Printed(amount, raw: row.head.text(range, of: document), source: source)
    }
    grant.agreement = agreement(row, rest)
    grant.doubts = cells.doubts
    if reading.isTorn { grant.doubts.formUnion([.name, .operation, .amount]) }
    if reading.titleIsGuess || grant.beneficiary.map({ GrantNames.isDoubtful($0) }) ?? true {
      grant.doubts.insert(.name)
    }
    if grant.territory?.hasSuffix("-") ?? true { grant.doubts.insert(.territory) }
    if grant.operation == nil { grant.doubts.insert(.operation) }
    if grant.amount == nil { grant.doubts.insert(.amount) }
    return (grant, rest.hasForeignLines)
  }

  /// Whether a bar is a hyphen that was misread: "Montreuillois-{", "Montreuillois{".
  private func isDash(_ line: MixedLine) -> (MixedToken) -> Bool {
    { token in token.kind == .bar && line.folded.bytes[token.range.lowerBound] == 0x7B }
  }

  private func joined(_ first: String, _ rest: [String]) -> String? {
    var text = first
    for part in rest.map({ $0.trimmingEnd(["."]) }) {
      let isSpaced = text.hasSuffix(" -")
      if !text.hasSuffix("-") { text += "-" }
      text += (isSpaced ? " " : "") + part
    }
    return text.nonEmpty
  }

  /// The last cell of the line, from the word that names an agreement, with its annex.
  private func agreement(_ row: MixedRow, _ rest: MixedRest) -> String? {
    let bytes = row.head.folded.bytes
    let names: [[UInt8]] = ["convention", "avenant", "modele"].map { Array($0.utf8) }
    let start = row.after.firstIndex { token in
      names.contains { bytes[token.range].starts(with: $0) }
    }
    guard let start = start ?? row.after.lastIndex(where: { $0.kind == .bar }) else { return nil }
    let text = row.head.text(row.after[start...], of: document)
    return [text, rest.agreement ?? ""].joined(separator: " ").trimmingSpaces().nonEmpty
  }

  // MARK: - Totals

  private func total(_ line: MixedLine) -> Total {
    var total = Total(source: document.location(of: document.lines[line.line]))
    let bytes = line.folded.bytes
    guard let money = line.money else { return total }
    let hasWord = bytes.first.map(ASCII.isLetter) ?? false
    let split = money.split(of: bytes, after: .nothing)
    let left = money.groups.dropLast(split.count)
    let start = left.isEmpty ? money.start : money.groups.suffix(split.count).first?.lowerBound
    let value = money.amount(lastGroups: split.count, of: bytes)
    let range = (start ?? money.start)..<money.end
    total.amount = Printed(value, raw: line.text(range, of: document), source: total.source)
    if let digit = bytes.firstIndex(where: ASCII.isDigit), digit < range.lowerBound {
      let cell = QuantityCell(bytes[digit..<range.lowerBound])
      total.quantity = cell.number
      if cell.isDoubtful { total.needsReview = true }
    }
    if !hasWord || split.isDoubtful || money.hasStrayMark { total.needsReview = true }
    return total
  }

  // MARK: - Findings

  private func report(_ line: MixedLine, to diagnostics: inout DiagnosticList) {
    diagnostics.report(
      .note,
      "grants.displaced-text",
      "this text of a table stands away from its row, '\(line.folded.string.prefix(80))'",
      at: document.location(of: document.lines[line.line])
    )
  }
}

extension String {
  /// The text, or nothing where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
