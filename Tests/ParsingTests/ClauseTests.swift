import DeliberationModel
import TestSupport
import Testing

@testable import Parsing

struct `An operative clause` {
  private func clauses(_ body: String) throws -> [Article] {
    try ParsedAct("Le Conseil municipal,\nVu le code ;\n\n" + body).act.articles
  }

  @Test(arguments: [
    "DÉCIDE :\n- d'approuver le projet ;\n- d'autoriser le Maire à\nsigner.",
    "DÉCIDE à l'unanimité :\n• d'approuver le projet ;\n• d'autoriser le Maire à\nsigner.",
    "Il est proposé au Conseil de :\n- d'approuver le projet ;\n- d'autoriser le Maire à\nsigner.",
    "Après étude, il est demandé au Conseil Municipal :\n\n- d'approuver le projet ;\n\n"
      + "- d'autoriser le Maire à\nsigner.",
  ])
  func `is opened by a dash`(body: String) throws {
    let articles = try clauses(body)
    #expect(
      articles.map(\.text.value)
        == ["d'approuver le projet ;", "d'autoriser le Maire à signer."]
    )
    #expect(articles.map(\.numberIsPrinted) == [false, false])
  }

  @Test func `is opened by a number that counts up, which is printed`() throws {
    let articles = try clauses("DÉLIBÈRE\n\n1° - Approuve le projet.\n2° - Fixe :\n3) Vote.")
    #expect(articles.map(\.text.value) == ["Approuve le projet.", "Fixe :", "Vote."])
    #expect(articles.map(\.number) == [1, 2, 3])
    #expect(articles.map(\.numberIsPrinted) == [true, true, true])
  }

  @Test func `is opened by a verb in capitals and keeps it`() throws {
    let articles = try clauses(
      "après en avoir délibéré,\nAPPROUVE le projet\nannexé ;\nAUTORISE le Maire à signer."
    )
    #expect(
      articles.map(\.text.value)
        == ["APPROUVE le projet annexé ;", "AUTORISE le Maire à signer."]
    )
  }

  @Test func `holds the list that it announces`() throws {
    let articles = try clauses(
      "DÉCIDE d'attribuer :\n- 1 500 € au Club ;\n- 200 € à la Chorale.\nPRÉCISE que c'est prévu."
    )
    #expect(articles.count == 2)
    #expect(articles.first?.amounts.map(\.value.cents) == [150_000, 20_000])
  }

  @Test func `is not opened by a verb at the head of a broken line`() throws {
    let articles = try clauses(
      "DÉCIDE :\n- de suivre la commission, qui\napprouve le projet ;\n- de signer."
    )
    #expect(articles.count == 2)
  }
}
