import DeliberationModel
import Testing

@testable import Reconciliation

struct `A recused person` {
  @Test(arguments: [
    (name: "P1", recusal: RecusalStatus.present, status: CheckStatus.passed),
    ("E1", .present, .passed),
    ("A1", .present, .failed),
    ("A1", .excusedWithoutProxy, .passed),
    ("P1", .withoutVote, .failed),
    ("Zoé INCONNUE", .present, .failed),
  ])
  func `is on the attendance list with the status of the recusal`(
    name: String,
    recusal: RecusalStatus,
    status: CheckStatus
  ) {
    var act = InventedAct.vote(present: 3, excused: 3, absent: 3, [:])
    act.decisions[0].recusals = [Recusal(person: Person(name: name), status: recusal)]
    #expect(RecusedAttendance().statuses(in: act) == [status])
  }
}
