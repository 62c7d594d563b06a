import DeliberationModel
import PageModel
import Testing

@testable import Reconciliation

struct `A member` {
  private func statuses(_ change: (inout Attendance) -> Void) -> [CheckStatus] {
    var act = InventedAct.vote(present: 3, excused: 1, absent: 1, [.yes: 4])
    change(&act.attendance)
    return AttendanceDistinct().statuses(in: act)
  }

  @Test func `stands in one list`() {
    #expect(statuses { _ in } == [.passed])
    #expect(statuses { $0.people[.absent]?.append(Person(name: "P1")) } == [.failed])
  }

  @Test func `who is there gives no proxy`() {
    let proxy = Proxy(from: Person(name: "P1"), to: Person(name: "P2"))
    #expect(statuses { $0.proxies = [proxy] } == [.failed])
  }

  @Test func `who is away votes for nobody`() {
    let proxy = Proxy(from: Person(name: "E0"), to: Person(name: "A0"))
    #expect(statuses { $0.proxies = [proxy] } == [.failed])
  }

  @Test func `is dropped from no list by a check that fails`() {
    var act = InventedAct.vote(present: 3, absent: 1, [.yes: 9])
    act.attendance.people[.absent]?.append(Person(name: "P1"))
    act.attendance.proxies = [Proxy(from: Person(name: "P1"), to: Person(name: "P2"))]
    let before = act.attendance
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, isExact: true, reporting: &diagnostics)
    #expect(act.attendance == before)
    #expect(act.decisions.first?.vote[.yes]?.count == 9)
    #expect(act.decisions.first?.vote[.yes]?.needsReview == true)
    #expect(act.checks.filter { $0.status == .failed }.count >= 3)
  }
}
