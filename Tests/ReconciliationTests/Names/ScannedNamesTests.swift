import DeliberationModel
import Testing

@testable import Reconciliation

/// Names of a scanned table; those after `?` were read without confidence.
struct `A name that recognition was not sure of` {
  private func reconciled(
    _ names: [String],
    territory: String? = nil,
    knowsTerritories: Bool = false
  ) -> Deliberation {
    var act = InventedAct.table(names.map { _ in InventedAct.Row(cents: 100) }, [])
    for (index, name) in names.enumerated() {
      act.grants[index].beneficiary = Printed(String(name.trimmingPrefix("?")))
      act.grants[index].territory = territory
      act.grants[index].doubts = name.hasPrefix("?") ? [.name, .territory] : []
    }
    ScannedNames(knowsTerritories: knowsTerritories).reconcile(&act)
    return act
  }

  @Test func `is in no doubt where other rows print the same clearly`() {
    let act = reconciled(["Les Tilleuls", "Les Tilleuls", "?Les Tilleuls"], territory: "Nord")
    #expect(act.grants.map(\.doubts) == [[], [], []])
    #expect(act.repairs.isEmpty)
  }

  @Test func `is spelled as other rows print it, with what was read beside it`() throws {
    let act = reconciled(["Les Tilleuls", "Les Tilleuls", "?Les Tiileuls"], territory: "Nord")
    let name = try #require(act.grants.last?.beneficiary)
    #expect((name.value, name.raw) == ("Les Tilleuls", "Les Tiileuls"))
    #expect(act.grants.last?.doubts == [])
    #expect(act.repairs.map(\.path) == ["/grants/2/beneficiary"])
  }

  @Test func `stays doubtful where one row alone prints a name near to it`() {
    let act = reconciled(["Les Tilleuls", "?Les Tiileuls"])
    #expect(act.grants.last?.doubts == [.name, .territory])
  }

  @Test func `leaves its territory to the lexicon of the authority`() {
    let act = reconciled(["?Les Tilleuls"], territory: "Nord", knowsTerritories: true)
    #expect(act.grants.map(\.doubts) == [[.name]])
  }
}
