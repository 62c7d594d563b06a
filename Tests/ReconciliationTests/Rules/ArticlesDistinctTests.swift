import DeliberationModel
import Testing

@testable import Reconciliation

struct `An article of an act` {
  private static let agreement =
    "D'autoriser le Président à signer l'avenant à la convention « Jardins partagés du Val »."
  private static let again =
    "D'autoriser le Président à signer les conventions correspondantes citées en annexe 7."

  @Test(arguments: [
    ([agreement, again, agreement], [CheckStatus.failed]),
    ([agreement, again, again], [.passed]),
    ([agreement, "D'accorder une aide à l'association « Jardins partagés du Val »."], [.passed]),
    ([again, again], []),
    ([agreement], []),
    (["« Non ».", "« Non »."], []),
  ])
  func `that names one thing says what no other says`(texts: [String], statuses: [CheckStatus]) {
    var act = Deliberation()
    act.articles = texts.enumerated().map { InventedAct.article($0.offset + 1, $0.element) }
    #expect(ArticlesDistinct().statuses(in: act) == statuses)
  }
}
