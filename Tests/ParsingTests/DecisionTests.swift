import DeliberationModel
import PageModel
import TestSupport
import Testing

struct `A decision` {
  @Test func `is one vote block over the articles before it`() throws {
    let act = try ParsedAct(
      body: """
        Apres en avoir délibére,
        DEC1DE :
        Article 1 :
        De signer.
        Article 2 :
        De payer.
        Dans les conditions de vote ci-dessous :
        Pour : 20 voix
        Contre : 0 voix
        Abstention : 2
        Absents sans délégation de vote : 4
        (Adopté)
        kkkkkkkhkkkkkhkkkkhkk
        DECIDE :
        Article 3 :
        De rendre.
        Pour : 3 voix
        Contre : 19 voix
        (Rejeté)
        """
    ).act
    #expect(act.decisions.map(\.articles) == [[1, 2], [3]])
    #expect(act.decisions.map { $0.result?.value } == [.adopted, .rejected])
    #expect(
      act.decisions.map { $0.vote.mapValues(\.count) } == [
        [.yes: 20, .no: 0, .abstain: 2, .absent: 4], [.yes: 3, .no: 19],
      ]
    )
  }

  @Test func `has its result on the article where that is outside every counted block`() throws {
    let act = try ParsedAct(
      body: """
        DECIDE :
        Article 1 :
        De signer.
        Pour : 20 voix
        (Adopté)
        Article 2 :
        Les dépenses sont imputées au budget.
        (Adopté)
        """
    ).act
    #expect(act.decisions.map(\.articles) == [[1]])
    #expect(act.articles.map(\.result) == [nil, .adopted])
  }

  @Test(arguments: [
    (
      "Apres en avoir délibéré, à l'unanimité,\nDECIDE :\nArticle 1 :\nDe signer.",
      VoteResult.adopted
    ),
    ("DÉCIDE à l'unanimité :\nArticle 1 :\nDe signer.", .adopted),
    ("DÉCIDE :\nArticle 1 :\nDe signer.\nAdopté à l'unanimité", .adopted),
    ("DÉCIDE :\nArticle 1 :\nDe signer.\n\nADOPTÉ À L'UNANIMITÉ.", .adopted),
  ])
  func `is unanimous where the act says so`(body: String, result: VoteResult) throws {
    let act = try ParsedAct(body: body).act
    #expect(act.decisions.map(\.isUnanimous) == [true])
    #expect(act.decisions.map { $0.result?.value } == [result])
    #expect(act.decisions.map(\.articles) == [[1]])
  }

  @Test(arguments: [
    ("(Adopté)", VoteResult.adopted), ("(ADOPTE)", .adopted), ("Adopté à la majorité", .adopted),
    ("(Rejeté)", .rejected), ("Retiré de l'ordre du jour", .withdrawn), ("Dont acte", .noted),
    ("(Ajourné)", .adjourned),
  ])
  func `has the result that is printed`(printed: String, result: VoteResult) throws {
    let act = try ParsedAct(body: "DECIDE :\nArticle 1 :\nDe signer.\n\n\(printed)").act
    #expect(act.decisions.map { $0.result?.value } == [result])
    #expect(act.decisions.map(\.isUnanimous) == [false])
  }

  @Test func `without a result is flagged where its votes begin`() throws {
    let marked = MarkedText(
      "La Commission permanente,\nDECIDE :\nArticle 1 :\nDe signer.\n\n1️⃣Pour : 20 voix\nContre : 0"
    )
    let parsed = try ParsedAct(marked.text)
    #expect(parsed.act.decisions.map(\.result) == [nil])
    let finding = try #require(
      parsed.diagnostics.first { $0.code == "decision.missing-result" }
    )
    #expect(finding.location.line == marked.line(of: "1️⃣"))
  }

  @Test func `begins anew where an option is counted a second time`() throws {
    let act = try ParsedAct(
      body: "DECIDE :\nArticle 1 :\nDe signer.\nPour : 20 voix\nPour : 18 voix\n(Adopté)"
    ).act
    #expect(act.decisions.map { $0.vote[.yes]?.count } == [20, 18])
  }
}
