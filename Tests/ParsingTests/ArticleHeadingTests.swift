import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `An article's heading` {
  @Test(arguments: [
    ("Article 1 :", 1), ("Article 1er", 1), ("Article 1er.- D'accorder", 1), ("ARTICLE 2", 2),
    ("Article 1  4   :", 14), ("Article 1  0 :", 10), ("Article premier :", 1),
    ("Article ler :", 1), ("Article 12.", 12), ("Article 3 - De fixer", 3),
    ("Article 7 : 5 000 €", 7),
    ("Article 24:", 24), ("Article unique : De fixer", 1), ("ARTICLE UNIQUE", 1),
  ])
  func `gives the article's number`(printed: String, number: Int) throws {
    let heading = try #require(ArticleHeading(FoldedText(printed), after: 7))
    #expect(heading.number == number)
  }

  @Test(arguments: [
    "articles 18, 20 et 29 ;", "Article 5 de la convention", "Articles 1 et 2", "article",
    "Article :",
    "article L.263-1", "article 12 bis du code",
  ])
  func `is not seen in a line that only speaks of articles`(printed: String) {
    #expect(ArticleHeading(FoldedText(printed), after: 7) == nil)
  }

  @Test(arguments: [
    ("Article 1 : D'accorder une aide", "D'accorder une aide"),
    ("Article 1er.- De fixer", "De fixer"),
    ("Article 2 :\nDe retenir\nl'opération.", "De retenir l'opération."),
  ])
  func `is not part of the article's text`(printed: String, text: String) throws {
    let act = try ParsedAct(body: "DECIDE :\n\n" + printed).act
    #expect(act.articles.map(\.text.value) == [text])
  }

  @Test func `counts only at the head of a line that is nothing else`() throws {
    let act = try ParsedAct(
      body: """
        DECIDE :
        Article 1 :
        D'appliquer les dispositions reprises aux
        articles 18, 20 et 29 ;
        Article 5 de la convention compris.

        Article  1  4   :
        D'autoriser le Président à signer.
        """
    ).act
    #expect(act.articles.map(\.number) == [1, 14])
    #expect(act.articles.map(\.numberIsPrinted) == [true, true])
  }

  @Test func `is missing where dashes open the clauses, which are counted`() throws {
    let act = try ParsedAct(
      body: "DECIDE\n- d'accorder 500 € au club ;\n- de signer\nla convention.\n(Adopté)"
    ).act
    #expect(act.articles.map(\.number) == [1, 2])
    #expect(act.articles.map(\.numberIsPrinted) == [false, false])
    #expect(
      act.articles.map(\.text.value) == ["d'accorder 500 € au club ;", "de signer la convention."]
    )
    #expect(act.decisions.map(\.articles) == [[1, 2]])
  }
}
