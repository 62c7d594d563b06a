import DeliberationModel
import Testing

@testable import Reconciliation

struct `The position of a member` {
  private func options(of act: Deliberation) -> [String: VoteOption] {
    var act = act
    DerivedPositions().settle(in: &act)
    let derived = act.decisions[0].positions.filter { $0.stated == .derived }
    return Dictionary(derived.map { ($0.person.name, $0.option) }) { first, _ in first }
  }

  @Test func `is what the counts leave`() {
    let act = InventedAct.vote(
      present: 3,
      excused: 1,
      absent: 1,
      recused: 1,
      [.yes: 3, .no: 0, .abstain: 1, .absent: 1]
    )
    #expect(
      options(of: act) == ["P0": .abstain, "P1": .yes, "P2": .yes, "E0": .yes, "A0": .absent]
    )
  }

  @Test func `is none for a recused member who is not counted`() {
    let act = InventedAct.vote(present: 3, recused: 1, [.yes: 2, .no: 0, .abstain: 0])
    #expect(options(of: act) == ["P1": .yes, "P2": .yes])
  }

  @Test func `is printed for some and follows for the others`() {
    var act = InventedAct.vote(present: 3, [.yes: 2, .no: 1, .abstain: 0])
    act.decisions[0].positions = [Position(person: Person(name: "P1"), option: .no)]
    #expect(options(of: act) == ["P0": .yes, "P2": .yes])
  }

  @Test(arguments: [
    (counts: [VoteOption.yes: 3, .no: 1, .abstain: 1], why: "one more than the members"),
    ([.yes: 2, .no: 1, .abstain: 1], "who voted no is not said"),
    ([.yes: 3, .no: 0, .abstain: 1, .absent: 2], "one more absent than listed"),
    ([.no: 0], "no count of those in favour"),
    ([:], "no counts"),
  ])
  func `is not derived where the counts do not close`(counts: [VoteOption: Int], why: String) {
    let act = InventedAct.vote(present: 4, absent: 1, recused: 1, counts)
    #expect(options(of: act).isEmpty, "\(why)")
  }

  @Test func `is not derived from a count in doubt or from a list that names one person twice`() {
    var act = InventedAct.vote(present: 2, [.yes: 2, .no: 0, .abstain: 0])
    act.decisions[0].vote[.no]?.needsReview = true
    #expect(options(of: act).isEmpty)
    act = InventedAct.vote(present: 2, [.yes: 2, .no: 0, .abstain: 0])
    act.attendance.people[.present] = [Person(name: "P0"), Person(name: "P0")]
    #expect(options(of: act).isEmpty)
  }
}
