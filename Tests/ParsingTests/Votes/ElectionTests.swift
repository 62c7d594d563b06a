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
