import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `An election in minutes` {
  @Test(
    arguments: [
      (
        "Le conseil désigne Mme Odile MOREL en tant que déléguée titulaire et M. Luc PETIT en tant que délégué suppléant.",
        ["Odile MOREL"], ["Luc PETIT"]
      ),
      (
        "Sont élus délégués du syndicat :\n- Mme Odile MOREL, titulaire\n- M. Luc PETIT, suppléant",
        ["Odile MOREL"], ["Luc PETIT"]
      ),
      (
        "Le conseil a désigné les membres du jury ainsi qu'il suit :\nTITULAIRES\nMme Odile MOREL\nSUPPLÉANTS\nM. Luc PETIT",
        ["Odile MOREL"], ["Luc PETIT"]
      ),
      ("Madame Odile MOREL a été proclamée maire et immédiatement installée.", ["Odile MOREL"], []),
      (
        "Suite à la démission de M. Paul ROUX, le conseil élit :\n- Mme Odile MOREL, déléguée",
        ["Odile MOREL"], []
      ),
      (
        "Le conseil désigne Mme Odile MOREL membre de la commission en remplacement de M. Paul ROUX.",
        ["Odile MOREL"], []
      ),
      (
        "Mme Odile MOREL, seule candidate, est désignée déléguée par 9 voix pour et 2 abstentions.",
        ["Odile MOREL"], []
      ),
      (
        "Mme Odile MOREL accepte de remplacer M. Paul ROUX. Elle est élue déléguée suppléante.",
        [], ["Odile MOREL"]
      ),
      ("M. Luc PETIT est élu délégué par 9 voix contre 2 à Mme Odile MOREL.", ["Luc PETIT"], []),
      (
        "Le conseil désigne M. Luc PETIT pour siéger à l'assemblée de la société d'économie mixte.",
        ["Luc PETIT"], []
      ),
    ] as [(String, [String], [String])]
  )
  func `says who is elected and as what`(
    printed: String,
    members: [String],
    alternates: [String]
  ) {
    let elected = ReadVotes(printed).elections.flatMap(\.elected)
    #expect(elected.filter { $0.capacity == .member }.map(\.person.name) == members)
    #expect(elected.filter { $0.capacity == .alternate }.map(\.person.name) == alternates)
  }

  @Test(
    arguments: [
      "Mme Odile MOREL est désignée secrétaire de séance.",
      "Sont candidats : Mme Odile MOREL, M. Luc PETIT.",
      "Il est proposé de désigner Mme Odile MOREL.",
      "Le conseil désigne la commune comme mandataire du groupement.",
    ]
  )
  func `is not seen where nobody is elected`(printed: String) {
    #expect(ReadVotes(printed).elections.isEmpty)
  }

  @Test(
    arguments: [
      "M. Luc PETIT obtient 9 voix, Mme Odile MOREL 2 voix ; un bulletin blanc.",
      "Ont obtenu : M. Luc PETIT 9 voix, Mme Odile MOREL 2 voix.",
      "Nombre de votants : 11\nM. Luc PETIT : 9 voix (neuf)\n\nMme Odile MOREL : 2 voix (deux)\n",
    ]
  )
  func `counts the votes of each candidate`(printed: String) {
    let round = ReadVotes(printed + "\nM. Luc PETIT est élu délégué.").elections.first?.rounds.first
    #expect(round?.candidates.map(\.votes) == [9, 2])
  }

  @Test func `has the ballot with its candidates`() throws {
    let read = ReadVotes(
      """
      Nombre de votants : 11
      Nombre de suffrages déclarés nuls : 1
      Suffrages exprimés : 10
      Majorité absolue : 6
      Petit Luc	3
      Morel Odile	7

      Madame Odile MOREL a été proclamée maire.
      """,
      present: ["Odile MOREL", "Luc PETIT"]
    )
    let election = try #require(read.elections.first)
    let round = try #require(election.rounds.first)
    #expect(round.votesCast == 11)
    #expect(round.void == 1)
    #expect(round.candidates.map(\.person?.name) == ["Luc PETIT", "Odile MOREL"])
    #expect(round.candidates.map(\.votes) == [3, 7])
    #expect(election.office == "maire")
  }
}
