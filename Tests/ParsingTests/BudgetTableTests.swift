import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `A budget table` {
  private static let pattern = "A99-999A99"
  private static let header = """
    Les dépenses sont imputées sur le budget départemental comme suit :

    Code Imputation
    Opération budgétaire Libellé opération AE € Dépenses €

    """

  private func parsed(_ rows: String) throws -> ParsedAct {
    try ParsedAct(
      body: "DECIDE :\nArticle 1 :\n\(Self.header)\n\(rows)\n(Adopté)",
      operationCode: Self.pattern
    )
  }

  @Test func `gives a line for each operation code`() throws {
    let parsed = try parsed(
      """
      C04-441A03 | 65742/93441 Entreprises d'insertion 80 000,00 | 44160,00
      C04-441B02 | 65748/93441 Régies de quartier 250 000,00 192 360,50
      """
    )
    let lines = parsed.act.budgetLines
    #expect(lines.map(\.operationCode.value) == ["C04-441A03", "C04-441B02"])
    #expect(lines.map(\.budgetCode) == ["65742/93441", "65748/93441"])
    #expect(lines.map(\.label) == ["Entreprises d'insertion", "Régies de quartier"])
    #expect(lines.map { $0[.commitment]?.value.cents } == [8_000_000, 25_000_000])
    #expect(lines.map { $0[.expenditure]?.value.cents } == [4_416_000, 19_236_050])
    #expect(parsed.codes("budget").isEmpty)
  }

  @Test func `has cells that wrap over lines`() throws {
    let lines = try parsed(
      """
      Chantiers d'insertion : aide
      C04-441A01 | 65748/93441 au poste d'encadrement 900 000,00 | 642 000,00
      C04-441A03 | 65742/93441 Entreprises 80 000,00 | 44160,00
      d'insertion
      """
    ).act.budgetLines
    #expect(
      lines.map(\.label) == [
        "Chantiers d'insertion : aide au poste d'encadrement", "Entreprises d'insertion",
      ]
    )
    #expect(lines.map { $0[.expenditure]?.value.cents } == [64_200_000, 4_416_000])
  }

  @Test func `is not part of the article's prose or amounts`() throws {
    let article = try #require(
      try parsed("C04-441A03 | 65742/93441 Entreprises 80 000,00 | 44160,00").act.articles.first
    )
    #expect(
      article.text.value == "Les dépenses sont imputées sur le budget départemental comme suit :"
    )
    #expect(article.amounts.isEmpty)
  }

  @Test func `flags an amount that cannot be read and keeps its print`() throws {
    let parsed = try parsed("C04-441A03 | 65742/93441 Entreprises | 5 ggs 095 00 | 44160,00")
    let line = try #require(parsed.act.budgetLines.first)
    #expect(line[.commitment] == nil)
    #expect(line.unreadable[.commitment] == "5 ggs 095 00")
    #expect(line[.expenditure]?.value.cents == 4_416_000)
    #expect(line.label == "Entreprises")
    #expect(parsed.codes("budget") == ["budget.missing-amount"])
  }

  @Test func `flags a row without amounts`() throws {
    let parsed = try parsed("C04-441A03 | 65742/93441 Entreprises")
    let line = try #require(parsed.act.budgetLines.first)
    #expect(line[.expenditure] == nil)
    #expect(line.unreadable[.expenditure] == "")
    #expect(parsed.codes("budget") == ["budget.missing-amount", "budget.missing-amount"])
  }

  @Test func `has codes that the authority's pattern repairs, beside their print`() throws {
    let parsed = try parsed("C02-428010 | 6568/93446 Entreprises 80 000,00 | 44160,00")
    let line = try #require(parsed.act.budgetLines.first)
    #expect(line.operationCode.value == "C02-428O10")
    #expect(line.operationCode.raw == "C02-428010")
  }
}

struct `An operation code` {
  @Test(arguments: [
    ("C02-446A05", "C02-446A05", nil), ("C02-428010", "C02-428O10", "C02-428010"),
    ("€02-428O10", "C02-428O10", "€02-428O10"), ("CO2-44lA05", "C02-441A05", "CO2-44lA05"),
    ("C02–446A05", "C02-446A05", "C02–446A05"),
  ])
  func `is read by the authority's pattern`(printed: String, value: String, raw: String?) throws {
    let code = try #require(OperationCode.read(printed[...], pattern: "A99-999A99"))
    #expect(code.value == value)
    #expect(code.raw == raw)
  }

  @Test(arguments: [
    ("C02-446A0", "A99-999A99"), ("C02-446A055", "A99-999A99"), ("X02/446A05", "A99-999A99"),
    ("Dépenses", nil), ("2023-216", nil), ("Pas-de-Calais", nil), ("65748/93441", nil), ("", nil),
  ])
  func `is not seen in other words`(printed: String, pattern: String?) {
    #expect(OperationCode.read(printed[...], pattern: pattern) == nil)
  }

  @Test(arguments: [("C04-441A01", true), ("OP12-2024A", true)])
  func `has a shape where no pattern is known`(printed: String, isCode: Bool) {
    #expect((OperationCode.read(printed[...], pattern: nil) != nil) == isCode)
  }

  @Test(arguments: [
    ("6568/93446", true), ("204142//9153", true), ("65748", false), ("et/ou", false),
    ("01/07/2021", true), ("/", false),
  ])
  func `is told from an imputation`(printed: String, isBudgetCode: Bool) {
    #expect(OperationCode.isBudgetCode(printed[...]) == isBudgetCode)
  }
}
