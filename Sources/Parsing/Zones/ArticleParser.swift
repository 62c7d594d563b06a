import DeliberationModel
import PageModel

/// Reads an article: its number, prose, amounts, the annexes it cites and its budget table.
struct ArticleParser {
  let document: Document
  let definition: Definition

  /// Reads the section under "Article 1 :".
  func article(
    _ section: Section,
    reporting diagnostics: inout DiagnosticList
  ) -> (article: Article, budgetLines: [BudgetLine])? {
    guard let head = section.parts.first else { return nil }
    let folded = FoldedText(document.bytes[head.bounds])
    guard let heading = ArticleHeading(folded, after: 0) else { return nil }
    var parts = section.parts
    parts[0].bounds = folded.offsets[heading.end]..<head.bounds.upperBound
    return read(parts, number: heading.number, isPrinted: true, reporting: &diagnostics)
  }

  /// Reads operative text that has no heading of an article.
  func clause(
    _ parts: [Section.Part],
    number: Int,
    isPrinted: Bool = false,
    reporting diagnostics: inout DiagnosticList
  ) -> (article: Article, budgetLines: [BudgetLine]) {
    read(parts, number: number, isPrinted: isPrinted, reporting: &diagnostics)
  }

  private func read(
    _ parts: [Section.Part],
    number: Int,
    isPrinted: Bool,
    reporting diagnostics: inout DiagnosticList
  ) -> (article: Article, budgetLines: [BudgetLine]) {
    let table = BudgetTableParser(document: document, operationCode: definition.operationCode)
      .read(parts, reporting: &diagnostics)
    var passage = Passage()
    for part in table.prose { passage.append(part.bounds, line: part.line, of: document) }
    let mended = FrenchMending.mended(passage.text)
    let location = parts.first.map { document.location(of: document.lines[$0.line]) }
    var source = passage.isEmpty ? (location ?? SourceLocation()) : passage.location(in: document)
    if let location, location.page == source.page, location.line != nil { source = location }
    var article = Article(
      number: number,
      numberIsPrinted: isPrinted,
      text: Printed(mended.value, raw: mended.raw, source: source)
    )
    let folded = FoldedText(passage.bytes[...])
    let printed = PrintedAmounts(
      in: passage,
      folded: folded,
      of: document,
      reporting: &diagnostics
    )
    article.amounts = printed.amounts
    article.amountsInDoubt = printed.inDoubt
    article.annexes = NumberList.numbers(after: "annexe", in: folded)
    return (article, table.lines)
  }
}
