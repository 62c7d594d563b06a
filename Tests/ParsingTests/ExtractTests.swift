import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// Extracts of a register: one act, whose head counts the members and the votes.
struct `An extract of the register` {
  private func printed(
    counts: String = "Nombre de membres en exercice : 9",
    roll: String = "Présents : Luc PETIT, Anne ROUX, Jean MOREL",
    secretary: String = "Secrétaire de séance : Anne ROUX",
    title: String = "Objet : Vente d'une parcelle",
    decision: String = "Le conseil municipal, après en avoir délibéré, DÉCIDE d'approuver la vente."
  ) -> String {
    """
    COMMUNE DE VALBRUN

    \(counts)

    Délibération n° 2024-17

    Séance du 4 mai 2024
    Sous la présidence de M. Luc PETIT, Maire

    \(roll)

    \(secretary)

    \(title)

    Monsieur le Maire expose que la parcelle est sans usage.

    \(decision)
    """
  }

  @Test(arguments: [
    "En exercice : 9   Présents : 3   Votants : 3   Pour : 2   Contre : 0   Abstention : 1",
    "Nombre de conseillers :\n- en exercice : 9\n- présents : 3\n- votants : 3\n- pour : 2\n- contre : 0\n- abstentions : 1",
    "Votants : 3\nPour : 2\nContre : 0\nAbstention : 1",
  ])
  func `takes the votes from the counts above its roll`(counts: String) throws {
    let act = try ParsedAct(printed(counts: counts)).act
    #expect(
      act.decisions.map { $0.vote.compactMapValues(\.count) } == [[.yes: 2, .no: 0, .abstain: 1]]
    )
    #expect(act.decisions.map(\.result?.value) == [.adopted])
    #expect(act.number?.value == "2024-17")
    #expect(act.title?.value == "Vente d'une parcelle")
    #expect(act.attendance.people[.present]?.count == 3)
  }

  @Test func `loses no votes of its head that it does not take`() throws {
    let parsed = try ParsedAct(printed(counts: "Pour : 3\nContre : 0\nPour : 2\nContre : 1"))
    #expect(parsed.act.decisions.map(\.vote.isEmpty) == [true])
    #expect(parsed.codes("act").contains("act.unplaced-text"))
  }

  @Test(arguments: [
    "Présents titulaires/suppléants :\nLuc PETIT, Anne ROUX, Jean MOREL",
    "Conseillers présents à l'ouverture de la séance :\nLuc PETIT, Anne ROUX, Jean MOREL",
  ])
  func `has its head end below a roll in any wording`(roll: String) throws {
    let act = try ParsedAct(
      printed(counts: "- votants : 3\n- pour : 3\n- contre : 0", roll: roll)
    ).act
    #expect(act.session.date?.value.description == "2024-05-04")
    #expect(act.attendance.people[.present]?.count == 3)
    #expect(act.decisions.count == 1)
  }

  @Test(arguments: [
    "Le conseil municipal a nommé Mme Anne ROUX secrétaire de séance.",
    "Le conseil municipal désigne Anne ROUX comme secrétaire de séance.",
    "Est nommée secrétaire de séance Anne ROUX.",
  ])
  func `names the secretary whom the assembly chose`(secretary: String) throws {
    #expect(try ParsedAct(printed(secretary: secretary)).act.session.secretary?.name == "Anne ROUX")
  }

  @Test(arguments: [
    "OBJET – Vente d'une parcelle", "Objet :\nVente d'une parcelle",
    "OBJET DE LA DÉLIBÉRATION\nVente d'une parcelle", "OBJET    Vente d'une parcelle",
  ])
  func `has a title behind any form of its label`(title: String) throws {
    #expect(try ParsedAct(printed(title: title)).act.title?.value == "Vente d'une parcelle")
  }

  @Test func `has a title in capitals that ends where prose begins`() throws {
    let act = try ParsedAct(
      printed(
        title: "VENTE D'UNE PARCELLE",
        decision: "Le conseil a décidé de vendre.\n\nVote : unanimité"
      )
    ).act
    #expect(act.title?.value == "VENTE D'UNE PARCELLE")
  }

  @Test(arguments: [
    "Après en avoir délibéré, le conseil municipal DÉCIDE par 2 voix pour,\n1 voix contre et 0 abstention(s) :\n1°) de vendre la parcelle.",
    "DÉCIDE\n\nArticle 1 : de vendre la parcelle.\n\nPour : 2\nContre : 1\nAbstentions : 0",
    "Le conseil municipal a délibéré et a décidé de vendre la parcelle.\n\nPour : 2\nContre : 1\nAbstentions : 0",
  ])
  func `tells its votes and its result in many forms`(decision: String) throws {
    let act = try ParsedAct(printed(decision: decision)).act
    #expect(
      act.decisions.map { $0.vote.compactMapValues(\.count) } == [[.yes: 2, .no: 1, .abstain: 0]]
    )
    #expect(act.decisions.map(\.result?.value) == [.adopted])
  }

  @Test func `has counts in doubt that its head tells otherwise`() throws {
    let act = try ParsedAct(
      printed(
        counts: "Votants : 3   Pour : 3   Contre : 0",
        decision: "DÉCIDE de vendre la parcelle.\n\nPour : 2\nContre : 1"
      )
    ).act
    #expect(act.decisions.flatMap { $0.vote.values.map(\.needsReview) } == [true, true])
  }

  @Test(arguments: [
    ("Délibération D2024-31", "D2024-31"), ("Délibération DEL2024_048", "DEL2024_048"),
    ("N° de délibération : 24-063", "24-063"),
  ])
  func `gives a number without "n°" whole`(line: String, number: String) throws {
    let text = printed().replacing("Délibération n° 2024-17", with: line)
    #expect(try ParsedAct(text).act.number?.value == number)
  }

  @Test(arguments: [
    ("• AJOURNE l'examen de la vente à la prochaine séance.", VoteResult.adjourned),
    ("• APPROUVE la vente.", .adopted),
  ])
  func `has a result by the verb of its clause`(clause: String, result: VoteResult) throws {
    let decision = "Le conseil municipal, après en avoir délibéré :\n" + clause
    let act = try ParsedAct(printed(decision: decision)).act
    #expect(act.decisions.map(\.result?.value) == [result])
  }

  @Test func `has a title in capitals between its number and the sitting`() throws {
    let text = printed().replacing(
      "Délibération n° 2024-17",
      with: "N° 2024-17\n\nVENTE D'UNE PARCELLE – EXERCICE 2024"
    )
    .replacing("Objet : Vente d'une parcelle\n\n", with: "")
    #expect(try ParsedAct(text).act.title?.value == "VENTE D'UNE PARCELLE – EXERCICE 2024")
  }

  @Test(arguments: ["présidant la séance", "étant président de séance"])
  func `names who presided by his presiding`(words: String) throws {
    let text = printed().replacing(
      "Sous la présidence de M. Luc PETIT, Maire",
      with: "Le conseil s'est réuni à 20 h, M. Luc PETIT, Maire, \(words)."
    )
    #expect(try ParsedAct(text).act.session.president?.name == "Luc PETIT")
  }
}
