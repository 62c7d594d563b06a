import DeliberationModel
import PageModel
import Testing

@testable import Reconciliation

struct `The counts beside the lists` {
  @Test(arguments: [(printed: 3, statuses: [CheckStatus.passed]), (4, [.failed])])
  func `are those of the lists, and both stay where they differ`(
    printed: Int,
    statuses: [CheckStatus]
  ) {
    var act = InventedAct.vote(present: 3, [.yes: 3])
    act.attendance.counts = [.present: printed]
    #expect(AttendanceCounts().statuses(in: act) == statuses)
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, isExact: true, reporting: &diagnostics)
    #expect(act.attendance.counts[.present] == printed)
    #expect(act.attendance.people[.present]?.count == 3)
  }

  @Test func `compare with nothing where somebody goes during the session`() {
    var act = InventedAct.vote(present: 2, [.yes: 2])
    act.attendance.counts = [.present: 3]
    act.attendance.movements = [
      Movement(person: Person(name: "P3"), isArrival: false, act: nil)
    ]
    #expect(AttendanceCounts().findings(in: act).isEmpty)
  }
}
