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
      + stated(outline, act.title?.value ?? "").filter { grant in
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
      let isNamed =
        titles.map { $0.contains("subvention") || $0.contains("dotation") } ?? false
      let isOther = titles.map { Self.isOfBudget($0) } ?? false
      let isOfPeople = follows || (titles.map { Self.namesBeneficiaries($0) } ?? false)
      guard !isOther, isNamed && (isOfPeople || grantsMoney) || grantsMoney && isOfPeople else {
        follows = false
        continue
      }
      // "2021 | 2022" over sums without their sign.
      let isPlain = grantsMoney && !table.cells.contains { Self.isSum($0.text) }
      guard let column = amountColumn(of: table, head, isPlain) else { continue }
      let rows = grants(in: table, column, isPlain)
      follows = follows || !rows.isEmpty
      found += rows
    }
    return found
  }

  /// Whether the title of an act says that money is given.
  static func speaksOfGrants(_ title: String) -> Bool {
    let folded = FoldedText(title)
    let words: [StaticString] = [
      "subvention", "aides aux", "aide aux", "attribution des aides", "attribution d'aides",
      "fonds de concours", "dotation de solidarite", "dotations complementaires", "soutien a",
      "amendes de police", "repartition du produit", "repartition de la dotation",
    ]
    guard words.contains(where: { folded.contains($0) }) else { return false }
    return ![
      "demande de subvention aupr", "demande de fonds", "demande de dotation", "sollicit",
      "demande d'aide", "plan de financement",
    ]
    .contains { folded.contains($0) }
  }

  private static func namesBeneficiaries(_ titles: FoldedText) -> Bool {
    let words: [StaticString] = [
      "association", "beneficiaire", "organisme", "tiers", "nom", "structure", "club", "porteur",
      "commune", "etablissement",
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

  /// Whether a cell holds a whole number of euros without the sign: "9 500".
  private static func isPlainSum(_ text: String) -> Bool {
    let digits = text.utf8.count(where: ASCII.isDigit)
    return (1...7).contains(digits) && text.allSatisfy { $0.isWholeNumber || $0.isWhitespace }
  }

  private func amountColumn(of table: TableGrid, _ head: [String]?, _ isPlain: Bool) -> Int? {
    let columns = (0..<table.columnCount).filter { column in
      (0..<table.rowCount).contains { row in
        guard let cell = table.cell(row: row, column: column), cell.columnSpan == 1 else {
          return false
        }
        return isPlain ? row > 0 && Self.isPlainSum(cell.text) : Self.isSum(cell.text)
      }
    }
    guard columns.count > 1 else { return columns.first }
    guard let head, let best = AmountColumns.best(columns.map { head[$0] }) else { return nil }
    return columns[best]
  }

  private func grants(in table: TableGrid, _ column: Int, _ isPlain: Bool) -> [Grant] {
    ((isPlain ? 1 : 0)..<table.rowCount).compactMap { row in
      guard let sum = table.cell(row: row, column: column), sum.row == row,
        isPlain ? Self.isPlainSum(sum.text) : Self.isSum(sum.text),
        let amount = AmountScanner.euros(in: FoldedText(sum.text + (isPlain ? " €" : ""))).first,
        amount.amount.cents > 0
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

  /// The grants of the clauses, with the items of their lists, and of the proposals that were adopted; where
  /// those name no one, of the rows above them, or of the title.
  private func stated(_ outline: ActOutline, _ title: String) -> [Grant] {
    let isOfGrants = Self.speaksOfGrants(title)
    let inMinutes = outline.item != nil
    let sentences = ActSentences.sentences(of: outline.act, in: document)
    let clauses = OperativeClauses(sentences).clauses(isRow: Self.isRow, beginningWith: Self.begins)
      .map { article(of: $0.passage) }
    var told = clauses.flatMap {
      ProseGrants.grants(in: $0, isOfGrants: isOfGrants, inMinutes: inMinutes)
    }
    let gives = clauses.contains { ProseGrants.gives($0) }
    let mayTell = inMinutes && !ProseGrants.isOfRequest(FoldedText(title))
    if told.isEmpty, isOfGrants, mayTell {
      told = sentences.flatMap { GrantList.enumerated(in: article(of: $0.passage)) }
    }
    if told.isEmpty, isOfGrants, gives, mayTell {
      var rows = Passage()
      for sentence in sentences where Self.isRow(sentence) { rows.append(sentence.passage) }
      told = GrantList.grants(ofRows: article(of: rows))
    }
    if told.isEmpty, mayTell {
      let amounts = sentences.filter { $0.opens(with: ["montant"]) }.map { article(of: $0.passage) }
      told = ProseGrants.grant(ofTitle: title, clauses + amounts).map { [$0] } ?? []
    }
    var found: [Grant] = []
    for var grant in told {
      grant.beneficiary = grant.beneficiary.map { parted(withoutKind($0)) }
      if let name = grant.beneficiary?.value, Self.mayHoldKind(name) { grant.doubts.insert(.name) }
      if !found.contains(where: { ProseGrants.isSame($0, grant) }) { found.append(grant) }
    }
    return found
  }

  private func article(of passage: Passage) -> Article {
    Article(number: 1, text: Printed(passage.text, source: passage.location(in: document)))
  }

  /// A name with the space that its first word has lost, where the document prints it elsewhere:
  /// "USValbrun" for "US VALBRUN".
  private func parted(_ name: Printed<String>) -> Printed<String> {
    let word = name.value.prefix { $0 != " " && $0 != "-" }
    let capitals = word.prefix(while: \.isUppercase)
    guard capitals.count > 2, let last = word.last, last.isLowercase else { return name }
    let head = capitals.dropLast()
    let rest = name.value.dropFirst(head.count)
    let spaced = FoldedText(head + " " + rest)
    guard FoldedText(document.bytes[...]).firstIndex(of: spaced) != nil else { return name }
    return Printed(String(head + " " + rest), raw: name.value, source: name.source)
  }

  /// "association Les Amis du moulin", "coopérative Les Jardins" by their own names; "association sportive du
  /// collège" is one.
  private func withoutKind(_ name: Printed<String>) -> Printed<String> {
    let kind = name.value.prefix { $0 != " " }
    let own = name.value.dropFirst(kind.count + 1)
    let isOwn =
      kind == "association"
      ? own.first.map { $0.isUppercase || $0.isNumber } ?? false
      : kind.allSatisfy(\.isLowercase)
        && ["Les ", "Le ", "La ", "L'", "L’"].contains(where: own.hasPrefix)
    guard isOwn, !["le", "la", "les"].contains(kind) else { return name }
    return Printed(String(own), raw: name.value, source: name.source)
  }

  /// Whether words for a kind of body may stand before its own name: "garage solidaire La Roue".
  private static func mayHoldKind(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    let kind = words.prefix { $0.first?.isLowercase ?? false }
    return kind.count > 1 && kind.count < words.count
      && !kind.contains { $0.utf8.count <= 3 || $0.contains("'") || $0.contains("’") }
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

  /// Whether a sentence gives money, or may: a clause, a proposal, the words over a list.
  private static func begins(_ sentence: ActSentence) -> Bool {
    OperativeVerb.isClause(sentence) || SentenceSense.isProposal(sentence)
      || ["subvention", "aides ", "fonds de concours"].contains { sentence.folded.contains($0) }
        && (sentence.folded.bytes.last == 0x3A || sentence.holds(passives))
  }
}
