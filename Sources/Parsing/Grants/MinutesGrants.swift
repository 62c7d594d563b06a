import DeliberationModel
import PageModel

/// Reads the grants of an act of minutes from its tables, whose heads name no columns as an annex
/// does, and from the sentences that its assembly adopted.
struct MinutesGrants {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// The grants of an act that was adopted.
  func grants(of act: Deliberation, _ outline: ActOutline, _ tables: [TableGrid]) -> [Grant] {
    guard act.decisions.contains(where: { $0.result?.value == .adopted }) else { return [] }
    let rows = listed(act, tables)
    return rows
      + stated(outline, Self.speaksOfGrants(act.title?.value ?? "")).filter { grant in
        !rows.contains { $0.amount?.value == grant.amount?.value || Self.isNamed($0, as: grant) }
      }
  }

  private static func isNamed(_ one: Grant, as other: Grant) -> Bool {
    FoldedText(one.beneficiary?.value ?? "").key == FoldedText(other.beneficiary?.value ?? "").key
  }

  // MARK: - Tables

  private func listed(_ act: Deliberation, _ tables: [TableGrid]) -> [Grant] {
    let grantsMoney = Self.speaksOfGrants(act.title?.value ?? "")
    var found: [Grant] = []
    var follows = false
    for table in tables {
      let head = Self.head(of: table)
      let titles = head.map { FoldedText($0.joined(separator: " ")) }
      let isNamed = titles?.contains("subvention") ?? false
      let isOther = titles.map { Self.isOfBudget($0) } ?? false
      let isOfPeople = follows || (titles.map { Self.namesBeneficiaries($0) } ?? false)
      guard !isOther, isNamed && (isOfPeople || grantsMoney) || grantsMoney && isOfPeople else {
        follows = false
        continue
      }
      guard let column = amountColumn(of: table, head) else { continue }
      let rows = grants(in: table, column)
      follows = follows || !rows.isEmpty
      found += rows
    }
    return found
  }

  /// Whether the title of an act says that money is given.
  static func speaksOfGrants(_ title: String) -> Bool {
    let folded = FoldedText(title)
    guard ["subvention", "aides aux", "aide aux"].contains(where: { folded.contains($0) }) else {
      return false
    }
    return !["demande de subvention aupr", "sollicit", "demande d'aide", "plan de financement"]
      .contains { folded.contains($0) }
  }

  private static func namesBeneficiaries(_ titles: FoldedText) -> Bool {
    let words: [StaticString] = [
      "association", "beneficiaire", "organisme", "tiers", "nom", "structure", "club", "porteur",
    ]
    return words.contains { titles.contains($0) }
  }

  private static func isOfBudget(_ titles: FoldedText) -> Bool {
    let words: [StaticString] = [
      "chapitre", "depenses", "recettes", "taux", "base ", "tarif", "plan de financement", "prix",
      "financeur", "compte", "libelle", "quotient",
    ]
    return words.contains { titles.contains($0) }
  }

  /// The texts of the rows above the first sum, column by column.
  private static func head(of table: TableGrid) -> [String]? {
    var titles = [String](repeating: "", count: table.columnCount)
    var isFound = false
    for row in 0..<min(5, table.rowCount) {
      let cells = table.cells(inRow: row)
      if cells.contains(where: { isSum($0.text) }) { break }
      for cell in cells where !cell.text.isEmpty && cell.row == row {
        isFound = true
        for column in cell.column..<min(table.columnCount, cell.column + cell.columnSpan) {
          titles[column] += titles[column].isEmpty ? cell.text : " " + cell.text
        }
      }
    }
    return isFound ? titles : nil
  }

  private static func isSum(_ text: String) -> Bool {
    let folded = FoldedText(text)
    guard folded.bytes.count <= 60, let first = folded.bytes.first, ASCII.isDigit(first) else {
      return false
    }
    return folded.bytes.contains(FoldedText.euro) || folded.contains("euro")
  }

  private func amountColumn(of table: TableGrid, _ head: [String]?) -> Int? {
    let columns = (0..<table.columnCount).filter { column in
      (0..<table.rowCount).contains { row in
        guard let cell = table.cell(row: row, column: column), cell.columnSpan == 1 else {
          return false
        }
        return Self.isSum(cell.text)
      }
    }
    guard columns.count > 1 else { return columns.first }
    guard let head, let best = AmountColumns.best(columns.map { head[$0] }) else { return nil }
    return columns[best]
  }

  private func grants(in table: TableGrid, _ column: Int) -> [Grant] {
    (0..<table.rowCount).compactMap { row in
      guard let sum = table.cell(row: row, column: column), sum.row == row, Self.isSum(sum.text),
        let amount = AmountScanner.euros(in: FoldedText(sum.text)).first, amount.amount.cents > 0
      else { return nil }
      let names = table.cells(inRow: row).filter { cell in
        cell.column < column && !Self.isSum(cell.text) && cell.text.contains { $0.isLetter }
      }
      guard let cell = names.first, let name = Self.name(cell.text) else { return nil }
      let source = SourceLocation(page: cell.page, box: cell.box)
      var grant = Grant(statedIn: .table, source: source)
      grant.beneficiary = Printed(name, source: source)
      grant.amount = Printed(amount.amount, raw: sum.text, source: source)
      if cell.rowSpan > 1 || name != cell.text { grant.doubts.insert(.name) }
      return grant
    }
  }

  /// The name in a cell, without what is told of people or votes behind it; a total is nobody's.
  private static func name(_ text: String) -> String? {
    let folded = FoldedText(text)
    if ["total", "sous-total", "montant", "solde"].contains(where: { folded.starts(with: $0) }) {
      return nil
    }
    let stops: [StaticString] = [" vote :", " madame ", " monsieur ", " mme ", " pour : "]
    let stop =
      stops.compactMap { stop in
        folded.firstIndex(of: stop).flatMap { place in
          place > 3 && !folded.bytes[..<place].suffix(3).elementsEqual(" et".utf8) ? place : nil
        }
      }.min() ?? folded.bytes.count
    // "M. Paul ROUX, 6 rue du Moulin".
    let isPerson = ["m. ", "mme ", "m et mme", "monsieur ", "madame "].contains {
      folded.starts(with: $0)
    }
    let address = isPerson ? folded.bytes.firstIndex(where: ASCII.isDigit) : nil
    let end = min(stop, address ?? stop)
    guard (3...90).contains(end) else { return nil }
    if ["vote", "pour ", "pour :", "contre", "abstention"].contains(where: {
      folded.starts(with: $0)
    }) {
      return nil
    }
    return String(
      decoding: Array(text.utf8)[
        ..<(end < folded.offsets.count ? folded.offsets[end] : text.utf8.count)
      ],
      as: UTF8.self
    )
    .trimmingEnd([" ", ",", "-", "–"])
  }

  // MARK: - Sentences

  /// The grants of the clauses, and of the proposals that were adopted.
  private func stated(_ outline: ActOutline, _ isOfGrants: Bool) -> [Grant] {
    var found: [Grant] = []
    for text in clauses(ActSentences.sentences(of: outline.act, in: document)) {
      let passage = text.passage
      let source = passage.location(in: document)
      let article = Article(number: 1, text: Printed(passage.text, source: source))
      for var grant in ProseGrants.grants(in: article, isOfGrants: isOfGrants) {
        grant.beneficiary = grant.beneficiary.map(Self.withoutKind)
        if !found.contains(where: { ProseGrants.isSame($0, grant) }) { found.append(grant) }
      }
    }
    return found
  }

  /// "association Les Amis du moulin" by its own name; "association sportive du collège" is one.
  private static func withoutKind(_ name: Printed<String>) -> Printed<String> {
    let kind = "association "
    guard name.value.hasPrefix(kind),
      name.value.dropFirst(kind.count).first.map({ $0.isUppercase || $0.isNumber }) ?? false
    else { return name }
    var own = name
    own.value = String(name.value.dropFirst(kind.count))
    return own
  }

  /// Whether a line is a row of a list: a name and a sum, or a sum and a name.
  private static func isRow(_ sentence: ActSentence) -> Bool {
    guard sentence.passage.bytes.count <= 120 else { return false }
    let sums = AmountScanner.euros(in: sentence.folded)
    guard sums.count == 1 else { return false }
    let rest = sentence.folded.bytes[sums[0].range.upperBound...]
    let opens = !sentence.folded.bytes[..<sums[0].range.lowerBound].contains(where: ASCII.isLetter)
    return opens || !rest.contains { ASCII.isLetter($0) }
  }

  private static let passives: [StaticString] = [
    "est accorde", "est attribue", "est alloue", "est octroye", "est verse", "sont accorde",
    "sont attribue", "sont alloue", "sont octroye",
  ]

  /// The clauses with the items of their lists.
  private func clauses(_ sentences: [ActSentence]) -> [ActSentence] {
    var clauses: [ActSentence] = []
    var list = Passage()
    func close() {
      guard !list.isEmpty else { return }
      clauses.append(ActSentence(list))
      list = Passage()
    }
    for sentence in sentences {
      let isAnnounced =
        sentence.folded.contains("subvention")
        && (sentence.folded.bytes.last == 0x3A || sentence.holds(Self.passives))
      let isClause =
        OperativeVerb.isClause(sentence) || SentenceSense.isProposal(sentence) || isAnnounced
      let opensItem = sentence.folded.bytes.first.map { !ASCII.isLetter($0) } ?? false
      let goesOn = !list.isEmpty && (list.bytes.last == 0x3A || Self.isRow(sentence))
      if isClause, !(goesOn && opensItem) {
        close()
      } else if list.isEmpty || !opensItem && !goesOn {
        close()
        continue
      }
      list.append(sentence.passage)
      if sentence.folded.bytes.last != 0x3A, !opensItem, !goesOn { close() }
    }
    close()
    return clauses
  }
}
