import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// What looks like a fact and is none.
struct `Nothing is read` {
  @Test(arguments: [
    "Voté pour 2027 un crédit de 4 000 €.",
    "La loi de 2021 pour la transition impose un plan.",
    "Le conseil examine 4 dossiers, dont 2 pour des travaux et 2 contre avis technique.",
    "Un tarif de 12 € pour 5 séances, contre 10 € hier.",
    "L'article 12 pour ce qui est de l'abstention des membres",
    "La délibération n° 44 pour la voirie",
  ])
  func `of a vote in a phrase that states none`(printed: String) {
    #expect(ReadVotes(printed).counts.isEmpty)
  }

  @Test func `without a flag of more voices than there are members`() {
    let read = ReadVotes(
      "Le conseil, par 40 voix pour et 1 contre, approuve.",
      present: ["Paul ROUX", "Odile MOREL", "Luc PETIT"]
    )
    #expect(read.counts == [.yes: 40, .no: 1])
    #expect(read.decisions.first?.vote[.yes]?.needsReview == true)
  }

  @Test(arguments: [
    ("Le conseil municipal prend acte de la présentation du bilan.", VoteResult.noted),
    ("Le comité se prononce contre la fermeture de la classe.", .rejected),
    ("Le conseil n'approuve pas l'avenant proposé.", .rejected),
  ])
  func `of an adoption where the verb says something else`(printed: String, result: VoteResult) {
    #expect(ReadVotes(printed).results == [result])
  }

  private func head(_ printed: String) -> SessionHead {
    let document = Document(printing: printed)
    return SessionHead(Array(document.lines.indices), of: document)
  }

  @Test(arguments: [
    "Absents : M. Yves NOIR\n\nTARIFS DE LA CANTINE",
    "Absents : M. Yves NOIR.\nVote du budget primitif",
    "Absents : M. Yves NOIR\n\nConvention avec le Département",
  ])
  func `of a person in the title below a list`(printed: String) {
    let head = head("Présents : M. Paul ROUX, Mme Odile MOREL\n" + printed)
    #expect(head.attendance.people[.absent]?.map(\.name) == ["Yves NOIR"])
  }

  @Test(arguments: [
    "Approbation du procès-verbal de la séance du 3 mars 2031",
    "Le compte rendu de la réunion du 3 mars 2031 est adopté.",
  ])
  func `of the session's day in a line about another session`(printed: String) {
    let head = head("CONSEIL MUNICIPAL\nPrésents : M. Paul ROUX, Mme Odile MOREL\n\n" + printed)
    #expect(head.session.date == nil)
  }
}
