import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `A vote stated in a sentence` {
  private func statement(_ printed: String) -> VoteStatement {
    let document = Document(printing: printed)
    return VoteStatement(document.passage, of: document)
  }

  @Test(
    arguments: [
      ("par 25 voix pour, 2 contre et 3 abstentions", [25, 2, 3]),
      ("Par vingt-cinq voix pour, deux voix contre et une abstention", [25, 2, 1]),
      ("Pour 25 – Contre 2 – Abstentions 3", [25, 2, 3]),
      ("VOTE : Pour : 25 - Contre : 0 - Abstention(s) : 3", [25, 0, 3]),
      ("Votants : 30 Pour : 25 Contre : 2 Abstentions : 3", [25, 2, 3]),
      ("Pour 25 Contre 2 Abstention 0", [25, 2, 0]),
      ("25 POUR, 2 CONTRE, 0 ABSTENTION", [25, 2, 0]),
      ("à la majorité (3 contre : M. Paul ROUX, Mme Odile MOREL et M. Luc PETIT)", [nil, 3, nil]),
      ("à l'unanimité moins 2 abstentions", [nil, nil, 2]),
      ("27 voix pour, aucune abstention", [27, nil, 0]),
      ("22 voix favorables et 3 voix défavorables", [22, 3, nil]),
    ] as [(String, [Int?])]
  )
  func `gives the number for each option`(printed: String, counts: [Int?]) {
    let read = statement(printed)
    #expect([.yes, .no, .abstain].map { read.counts[$0]?.count } == counts)
  }

  @Test(arguments: [
    "une aide pour 3 ans", "lutter contre 2 fléaux", "une somme de 25 000 euros pour 2 communes",
    "Vu l'article L. 2121-29, pour 12 % du coût", "la délibération du 12 mars 2024 contre le bruit",
    "Article 3 : pour un montant de 1 500 €",
  ])
  func `is not seen in other prose`(printed: String) {
    #expect(statement(printed).isEmpty)
  }

  @Test(arguments: [
    "décide à l'unanimité de louer le local pour 9 ans",
    "à l'unanimité, décide de maintenir les taux pour 2016",
  ])
  func `counts nobody in what a unanimous clause is for`(printed: String) {
    let read = statement(printed)
    #expect(read.counts.isEmpty)
    #expect(read.isUnanimous)
  }

  @Test func `names who voted against and who abstained`() {
    let read = statement(
      "par 10 voix pour, 2 contre (M. Paul ROUX et Mme Odile MOREL), 1 abstention : Mme Lise CARON"
    )
    #expect(read.positions.map(\.person.name) == ["Paul ROUX", "Odile MOREL", "Lise CARON"])
    #expect(read.positions.map(\.option) == [.no, .no, .abstain])
    #expect(read.counts.values.map(\.needsReview) == [false, false, false])
  }

  @Test func `is doubtful where fewer are named than are counted`() {
    let read = statement("par 10 voix pour et 3 contre (M. Paul ROUX, Mme Odile MOREL)")
    #expect(read.counts[.no]?.needsReview == true)
  }

  @Test func `tells groups from people`() {
    let read = statement("Pour : 48 Contre : 8 (UMP + M. Viguié) Abstention : 4 (Verts)")
    #expect(read.counts[.no]?.groups == ["UMP"])
    #expect(read.positions.map(\.person.name) == ["Viguié"])
    #expect(read.counts[.abstain]?.groups == ["Verts"])
  }

  @Test(arguments: [
    ("à l'unanimité", true, true), ("à l'unanimité des suffrages exprimés", true, true),
    ("à l'unanimité moins une abstention", false, true), ("à la majorité", false, true),
    ("par 12 voix pour et 3 contre", false, true), ("par 3 voix pour et 12 contre", false, false),
    ("", false, false),
  ])
  func `is unanimous, or adopted, by what it says`(
    printed: String,
    isUnanimous: Bool,
    isAdopted: Bool
  ) {
    #expect(statement(printed).isUnanimous == isUnanimous)
    #expect(statement(printed).isAdopted == isAdopted)
  }
}

struct `A decision of a commune` {
  private func act(_ body: String) throws -> Deliberation {
    try ParsedAct("Le Conseil municipal,\nVu le code ;\n\n" + body).act
  }

  @Test(arguments: [
    "Pour          Contre          Abstention\n7             1               1",
    "VOTE\nPour\tContre\tAbstention\n7\t1\t1",
    "Votants\tPour\tContre\tAbstentions\n9\t7\t1\t1",
    "Pour\t7\nContre\t1\nAbstention\t1",
    "VOTE : Pour 7 – Contre 1 – Abstention 1",
    "Le projet est adopté :\nPour : 7\nContre : 1\nAbstention : 1",
  ])
  func `counts the votes of a table`(printed: String) throws {
    let act = try act("DÉCIDE :\n- de signer la convention.\n\n\(printed)\n\nADOPTÉ À LA MAJORITÉ")
    #expect(act.decisions.count == 1)
    let vote = act.decisions.first?.vote.mapValues(\.count)
    #expect(vote == [.yes: 7, .no: 1, .abstain: 1])
    #expect(act.decisions.first?.result?.value == .adopted)
    #expect(act.decisions.first?.articles == [1])
  }

  @Test(arguments: [
    ("après en avoir délibéré, à l'unanimité, APPROUVE le projet.", VoteResult.adopted),
    ("après en avoir délibéré, par 7 voix pour et 1 contre, approuve le projet.", .adopted),
    ("ouï l'exposé,\nAPPROUVE le projet.", .adopted),
    ("ouï l'exposé,\nPREND ACTE du rapport.", .noted),
    ("après en avoir délibéré, DÉCIDE d'approuver le projet.", .adopted),
  ])
  func `follows from the verb of its clause`(printed: String, result: VoteResult) throws {
    let act = try ParsedAct("Vu le code ;\nLe Conseil municipal, " + printed).act
    #expect(act.decisions.map(\.result?.value) == [result])
    #expect(act.articles.count == 1)
    #expect(act.decisions.first?.articles == [1])
  }

  @Test(arguments: [
    ("Ainsi, la commune de Vaux, après avoir délibéré, accepte l'échange.", VoteResult.adopted),
    ("La ville, après en avoir dûment délibéré, refuse l'échange des terrains.", .rejected),
  ])
  func `follows from what the place decides in words of the law`(
    printed: String,
    result: VoteResult
  ) throws {
    let act = try ParsedAct("Le prix est celui des domaines.\n\n" + printed).act
    #expect(act.decisions.map(\.result?.value) == [result])
  }

  @Test func `counts those whom it names against it`() throws {
    let act = try ParsedAct(
      """
      Le Conseil municipal, après en avoir délibéré à la majorité :
      - APPROUVE les tarifs.

      Ont voté contre : M. Paul ROUX, Mme Odile MOREL
      S'est abstenue : Mme Lise CARON
      """
    ).act
    let decision = try #require(act.decisions.first)
    #expect(decision.vote.mapValues(\.count) == [.no: 2, .abstain: 1])
    #expect(decision.positions.map(\.person.name) == ["Paul ROUX", "Odile MOREL", "Lise CARON"])
    #expect(decision.result?.value == .adopted)
  }

  @Test func `does not follow from a proposal`() throws {
    let act = try act("Il est proposé au Conseil municipal :\n- d'approuver le projet.")
    #expect(act.articles.map(\.text.value) == ["d'approuver le projet."])
    #expect(act.decisions.isEmpty)
  }

  @Test(arguments: [
    "N'a pas pris part au vote : Mme Odile MOREL",
    "Mme Odile MOREL quitte la séance et ne prend pas part au vote.",
    "M. Luc PETIT prend la présidence. Mme Odile MOREL se retire.",
  ])
  func `names who takes no part between the vote and the result`(printed: String) throws {
    let act = try act("DÉCIDE :\n- de signer.\n\nPour : 7\nContre : 0\n\(printed)\n\nAdopté")
    #expect(act.decisions.map { $0.recusals.map(\.person.name) } == [["Odile MOREL"]])
    #expect(act.decisions.first?.recusals.first?.status == .present)
  }
}
