import DeliberationModel
import PageModel
import Reconciliation
import Testing

struct `The people of an act` {
  private static let roster = [
    Councillor(name: "Bernard LEROY", honorific: .monsieur),
    Councillor(name: "Mireille HINGREZ-CÉRÉDA", honorific: .madame),
    Councillor(name: "Paul MARTIN", honorific: .monsieur),
  ]

  private func act(present: [String], recused: [String]) -> Deliberation {
    var act = Deliberation()
    act.attendance.people[.present] = present.map { Person(name: $0, honorific: .monsieur) }
    var decision = Decision()
    decision.recusals = recused.map { Recusal(person: Person(name: $0), status: .present) }
    act.decisions = [decision]
    return act
  }

  private func reconciled(
    _ act: Deliberation,
    by roster: [Councillor]
  ) -> (act: Deliberation, codes: [String]) {
    var act = act
    var diagnostics = DiagnosticList()
    PeopleReconciler(councillors: roster).reconcile(&act, reporting: &diagnostics)
    return (act, diagnostics.items.map(\.code))
  }

  @Test func `are spelled as in the roster, beside their print`() throws {
    let (act, codes) = reconciled(
      act(present: ["Bernard LERQY", "Mireille HINGREZ-CEREDA"], recused: ["Paul MARTIN"]),
      by: Self.roster
    )
    let people = try #require(act.attendance.people[.present])
    #expect(people.map(\.name) == ["Bernard LEROY", "Mireille HINGREZ-CÉRÉDA"])
    #expect(people.map(\.raw) == ["Bernard LERQY", "Mireille HINGREZ-CEREDA"])
    #expect(codes.isEmpty)
    #expect(act.repairs.map(\.path) == ["/attendance/present/0/name"])
    #expect(act.repairs.map(\.rule) == ["names.roster"])
  }

  @Test func `are spelled as in the attendance list where there is no roster`() throws {
    let (act, codes) = reconciled(
      act(present: ["Bernard LEROY"], recused: ["Bernard LERQY"]),
      by: []
    )
    let person = try #require(act.decisions.first?.recusals.first).person
    #expect(person.name == "Bernard LEROY")
    #expect(person.raw == "Bernard LERQY")
    #expect(person.honorific == .monsieur)
    #expect(codes.isEmpty)
    #expect(act.repairs.map(\.path) == ["/decisions/0/recusals/0/person/name"])
    #expect(act.repairs.map(\.rule) == ["names.attendance"])
  }

  @Test func `keep their print where nobody known is near, with a warning`() {
    let (act, codes) = reconciled(act(present: ["Zoé ÉVRARD"], recused: []), by: Self.roster)
    #expect(act.attendance.people[.present] == [Person(name: "Zoé ÉVRARD", honorific: .monsieur)])
    #expect(codes == ["person.unknown"])
  }

  @Test func `are spelled wherever the act names them`() {
    var act = act(present: ["Bernard LEROY"], recused: [])
    let damaged = Person(name: "Bernard LERQY")
    act.session.president = damaged
    act.session.secretary = damaged
    act.attendance.proxies = [Proxy(from: damaged, to: damaged), Proxy(from: damaged, to: nil)]
    act.decisions[0].positions = [Position(person: damaged, option: .no)]
    let (read, _) = reconciled(act, by: Self.roster)
    let people = [
      read.session.president, read.session.secretary, read.attendance.proxies[0].from,
      read.attendance.proxies[0].to, read.attendance.proxies[1].from,
      read.decisions[0].positions[0].person,
    ]
    #expect(people.allSatisfy { $0?.name == "Bernard LEROY" && $0?.raw == "Bernard LERQY" })
    #expect(read.attendance.proxies[1].to == nil)
  }

  @Test func `give no finding where there is nobody to compare with`() {
    let (_, codes) = reconciled(act(present: [], recused: ["Zoé ÉVRARD"]), by: [])
    #expect(codes.isEmpty)
  }
}
