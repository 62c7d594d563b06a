import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `A vote count` {
  private func votes(_ printed: String) throws -> [VoteOption: VoteCount] {
    let parsed = try ParsedAct(body: "DECIDE :\nArticle 1 :\nDe signer.\n\n\(printed)\n(Adopté)")
    return try #require(parsed.act.decisions.first).vote
  }

  @Test(arguments: [
    ("Pour : 24 voix", VoteOption.yes, 24),
    ("Pour : 24", .yes, 24),
    ("Pour 24 voix", .yes, 24),
    ("POUR :\n24 voix", .yes, 24),
    ("Contre : 0 voix", .no, 0),
    ("Contre : néant", .no, 0),
    ("Abstention :  7", .abstain, 7),
    ("Abstentions : deux", .abstain, 2),
    ("Abstention : 7 (Groupe Sourdre)", .abstain, 7),
    ("Absents  sans  délégation  de  vote : 4", .absent, 4),
    ("Absent sans délégation de vote :\n4", .absent, 4),
    ("N'ont pas pris part au vote : 3", .absent, 3),
  ])
  func `is read with and without its unit`(printed: String, option: VoteOption, count: Int) throws {
    let votes = try votes(printed)
    #expect(votes.mapValues(\.count) == [option: count])
    #expect(votes.values.map(\.needsReview) == [false])
  }

  @Test(arguments: [
    ("Pour : l4 voix", 14), ("Pour : 2O voix", 20), ("Pour : 3| voix", 31),
  ])
  func `is doubtful where letters stand for digits`(printed: String, count: Int) throws {
    let vote = try #require(try votes(printed)[.yes])
    #expect(vote.count == count)
    #expect(vote.needsReview)
  }

  @Test(arguments: [
    (
      "Groupe Sourdre en Commun ; Groupe Centre ; Non-inscrit",
      ["Groupe Sourdre en Commun", "Groupe Centre", "Non-inscrit"]
    ),
    ("Groupe UDI ; GROUPE CENTRE", ["Groupe UDI", "GROUPE CENTRE"]),
    ("Les Verts", ["Les Verts"]), ("PS ; UDI", ["PS", "UDI"]),
  ])
  func `names its groups`(printed: String, groups: [String]) throws {
    let vote = try #require(try votes("Pour : 24 voix (\(printed))")[.yes])
    #expect(vote.groups == groups)
  }

  @Test(arguments: [
    "Pour : 24 voix (Groupe Centre et\nRuralités ; Non-\ninscrit)",
    "Pour :\n24 voix (Groupe Centre et Ruralités ;\nNon-inscrit)",
    "Pour : 24 voix\n(Groupe Centre et Ruralités ; Non-inscrit)",
  ])
  func `names groups that are split over lines`(printed: String) throws {
    let vote = try #require(try votes(printed)[.yes])
    #expect(vote.count == 24)
    #expect(vote.groups == ["Groupe Centre et Ruralités", "Non-inscrit"])
  }

  @Test func `is found below the end of its groups`() throws {
    let vote = try #require(
      try votes("Abstention :\nRuralités)\n6 (Groupe Sourdre ; Groupe Centre et")[.abstain]
    )
    #expect(vote.count == 6)
    #expect(vote.groups == ["Groupe Sourdre", "Groupe Centre et Ruralités"])
  }

  @Test func `names the people who cast it`() throws {
    let parsed = try ParsedAct(
      body:
        "DECIDE :\nArticle 1 :\nDe signer.\nContre : 2 (M. Paul ROUX, Mme Odile MOREL)\n(Adopté)"
    )
    let decision = try #require(parsed.act.decisions.first)
    #expect(decision.positions.map(\.person.name) == ["Paul ROUX", "Odile MOREL"])
    #expect(decision.positions.map(\.option) == [.no, .no])
    #expect(decision.vote[.no]?.groups == [])
  }

  @Test func `that cannot be read is missing and flagged where it stands`() throws {
    let marked = MarkedText(
      "La Commission permanente,\nDECIDE :\nArticle 1 :\nDe signer.\n1️⃣Pour : ggs voix\n(Adopté)"
    )
    let parsed = try ParsedAct(marked.text)
    #expect(parsed.act.decisions.map { $0.vote[.yes]?.count } == [nil])
    let finding = try #require(parsed.diagnostics.first { $0.code == "vote.missing-count" })
    #expect(finding.location.line == marked.line(of: "1️⃣"))
  }

  @Test(arguments: [
    "Groupe Sourdre ; Groupe Val et Plaine ; Non-inscrit",
    "Groupe Sourdre : Groupe Val et Plaine : Non-inscrit",
    "Groupe Sourdre Groupe Val et Plaine ; Non-inscrit",
    "Groupe Sourdre: Groupe Val et : Plaine ; Non-inscrit",
    "Groupe Sourdre, Groupe Val et Plaine. ; Non-inscrit",
  ])
  func `has its groups however a scan prints what parts them`(printed: String) throws {
    let vote = try #require(try votes("Pour : 24 voix (\(printed))")[.yes])
    #expect(vote.groups == ["Groupe Sourdre", "Groupe Val et Plaine", "Non-inscrit"])
  }
}
