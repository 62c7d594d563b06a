import DeliberationModel
import Testing

@testable import Reconciliation

struct `Who can vote on a decision` {
  private func electorate(
    _ act: Deliberation,
    _ change: (inout Deliberation) -> Void = { _ in }
  ) -> Electorate? {
    var act = act
    change(&act)
    Electorates.settle(in: &act)
    return act.decisions.first?.electorate
  }

  @Test func `are those present and those represented, without those who step aside`() {
    let act = InventedAct.vote(present: 10, excused: 2, recused: 1, [.yes: 10])
    let found = electorate(act) { act in
      act.attendance.proxies = [Proxy(from: Person(name: "E0"), to: Person(name: "P5"))]
    }
    #expect(found == Electorate(present: 10, represented: 1, voting: 10))
  }

  @Test func `are not those who are excused and gave no proxy, unless the counts say so`() {
    #expect(electorate(InventedAct.vote(present: 8, excused: 2, [.yes: 8]))?.voting == 8)
    #expect(electorate(InventedAct.vote(present: 8, excused: 2, [.yes: 10]))?.voting == 10)
  }

  @Test(arguments: [(yes: 9, voting: 9), (yes: 8, voting: 8)])
  func `are with or without the proxy of one who stepped aside, as the counts say`(
    yes: Int,
    voting: Int
  ) {
    let act = InventedAct.vote(present: 9, excused: 1, recused: 1, [.yes: yes])
    let found = electorate(act) { act in
      act.attendance.proxies = [Proxy(from: Person(name: "E0"), to: Person(name: "P0"))]
    }
    #expect(found?.voting == voting)
  }

  @Test func `are not known where nobody is listed`() {
    #expect(electorate(InventedAct.vote(present: 0, [.yes: 3])) == nil)
  }
}
