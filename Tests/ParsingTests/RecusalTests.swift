import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `A recusal` {
  private static let blocks = (
    first: "Article 1 :\nDe signer.\nPour : 20 voix\n(Adopté)\n",
    second: "Article 2 :\nDe payer.\nPour : 18 voix\n(Adopté)\n"
  )

  @Test(arguments: [
    (
      "Mme Odile MOREL, intéressée à l'affaire, n'a pris part ni au débat ni au vote.",
      RecusalStatus.present
    ),
    (
      "M. Paul ROUX, intéressé et excusé, n'a pas donné de délégation de vote.",
      .excusedWithoutProxy
    ),
    (
      "M. Luc PETIT, invité sans voix délibérative, n'a pas pris part au débat.",
      .withoutVote
    ),
    ("Madame Odile MOREL quitte la salle et ne prend pas part au vote.", .present),
  ])
  func `says in what way the person attended`(printed: String, status: RecusalStatus) throws {
    let act = try ParsedAct(body: printed + "\n\nDECIDE :\n" + Self.blocks.first).act
    let recusals = act.decisions.flatMap(\.recusals)
    #expect(recusals.map(\.status) == [status])
  }

  @Test func `names all people of a list whose commas were read as full stops`() throws {
    let act = try ParsedAct(
      body:
        "Mesdames Lise ROUX, Odile MOREL. Anne PETIT, ainsi que messieurs Luc DUBOIS. Paul LOPEZ, "
        + "intéressés à l'affaire, n'ont pas pris part au vote.\n\nDECIDE :\n" + Self.blocks.first
    ).act
    let names = act.decisions.flatMap(\.recusals).map(\.person.name)
    #expect(names == ["Lise ROUX", "Odile MOREL", "Anne PETIT", "Luc DUBOIS", "Paul LOPEZ"])
  }

  @Test(arguments: [
    "MOREL\n\nApres en avoir délibéré,\nDECIDE :\n", "DECIDE :\n\nMOREL\n\n",
    "kkkkkkkkhkkkkkkhk\n\nMOREL\n\nDECIDE :\n",
  ])
  func `belongs to its decision whether printed before or after the deciding words`(
    order: String
  ) throws {
    let sentence = "Madame Odile MOREL, intéressée, n'a pris part ni au débat ni au vote."
    let head = order.replacing("MOREL", with: sentence)
    let act = try ParsedAct(body: "DECIDE :\n" + Self.blocks.first + head + Self.blocks.second).act
    #expect(act.decisions.map { $0.recusals.map(\.person.name) } == [[], ["Odile MOREL"]])
    #expect(act.decisions.map(\.articles) == [[1], [2]])
  }

  @Test func `that is printed once for the report holds for every decision`() throws {
    let act = try ParsedAct(
      body: """
        Madame Odile MOREL et Monsieur Paul ROUX, intéressés à l'affaire et excusés,
        n'ont pas donné de délégation de vote pour ce rapport.

        DECIDE :
        \(Self.blocks.first)
        Monsieur Luc PETIT, intéressé, n'a pris part ni au débat ni au vote.

        DECIDE :
        \(Self.blocks.second)
        """
    ).act
    let names = act.decisions.map { $0.recusals.map(\.person.name) }
    #expect(names == [["Odile MOREL", "Paul ROUX"], ["Odile MOREL", "Paul ROUX", "Luc PETIT"]])
    #expect(
      act.decisions.map { $0.recusals.map(\.status) }.last == [
        .excusedWithoutProxy, .excusedWithoutProxy, .present,
      ]
    )
  }

  @Test(arguments: [
    ("de l'article 12 ci-dessous", [12]),
    ("des articles 10 à 15 ci-dessous", [10, 11, 12, 13, 14, 15]),
    ("des articles 1, 3 et 4", [1, 3, 4]), ("du présent rapport", []),
  ])
  func `names the articles it touches`(printed: String, articles: [Int]) throws {
    let document = Document(
      printing: "M. Paul ROUX, intéressé, n'a pris part ni au débat ni au vote \(printed)."
    )
    let paragraph = try #require(RecusalParser(document: document).paragraph(document.passage))
    #expect(paragraph.recusals.map(\.articles) == [articles])
  }

  @Test func `that names articles belongs to the decisions over them wherever it is printed`()
    throws
  {
    let act = try ParsedAct(
      body: """
        M. Paul ROUX, intéressé, n'a pris part ni au débat ni au vote de l'article 2.

        DECIDE :
        \(Self.blocks.first)
        DECIDE :
        \(Self.blocks.second)
        """
    ).act
    #expect(act.decisions.map { $0.recusals.map(\.person.name) } == [[], ["Paul ROUX"]])
  }

  @Test func `gives every person of its list, over line ends and lost commas`() throws {
    let act = try ParsedAct(
      body: """
        Mesdames Mme Sabah AIT-
        CHIKHEBBIH et Lise D'HALLOY ainsi que messieurs Marc
        KUCHCINSKI Ludovic LOQUET, intéressés à I'affaire, n'ont pris part
        ni au débat ni au vote.
        DECIDE :
        \(Self.blocks.first)
        """
    ).act
    #expect(
      act.decisions.flatMap(\.recusals).map(\.person.name) == [
        "Sabah AIT-CHIKHEBBIH", "Lise D'HALLOY", "Marc KUCHCINSKI", "Ludovic LOQUET",
      ]
    )
  }

  @Test(arguments: [
    "Madame Odile MOREL présente le rapport.", "Monsieur le Président remercie les services.",
  ])
  func `is not read from a paragraph that only names people`(printed: String) throws {
    let document = Document(printing: printed)
    #expect(RecusalParser(document: document).paragraph(document.passage) == nil)
  }
}
