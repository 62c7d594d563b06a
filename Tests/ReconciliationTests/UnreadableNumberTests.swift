import DeliberationModel
import PageModel
import Testing

@testable import Reconciliation

struct `A number that cannot be read or is near to another` {
  private func reconciled(_ act: Deliberation) -> Deliberation {
    var act = act
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, reporting: &diagnostics)
    return act
  }

  @Test(arguments: [("8O", 80), ("a2", 42), ("l976", 1976)])
  func `reads a total of quantities that cannot be read as the sum of its rows`(
    print: String,
    quantity: Int
  ) {
    var act = InventedAct.places([quantity - 12, 12], cents: 500)
    act.totals[0].quantity = nil
    act.totals[0].unreadableQuantity = print
    act.totals[0].needsReview = true
    act = reconciled(act)
    #expect(act.totals[0].quantity == quantity)
    #expect(act.totals[0].unreadableQuantity == nil)
    #expect(!act.totals[0].needsReview)
    #expect(act.repairs.map(\.raw) == [print])
  }

  @Test(arguments: [("2B", 28), ("S", 5), ("3a", 34)])
  func `of votes that cannot be read is what attendance leaves`(print: String, yes: Int) {
    var act = InventedAct.vote(present: yes + 3, absent: 2, recused: 3, [.no: 0, .abstain: 3])
    act.decisions[0].vote[.yes] = VoteCount(count: nil)
    act.decisions[0].vote[.yes]?.unreadable = print
    let mended = reconciled(act)
    #expect(mended.decisions[0].vote[.yes]?.count == yes)
    #expect(mended.decisions[0].vote[.yes]?.confidence == 94)
    #expect(mended.checks.allSatisfy { $0.status == .passed })
  }

  @Test func `of votes is in doubt where a list may have lost names`() {
    let act = reconciled(InventedAct.vote(present: 20, absent: 2, [.yes: 20, .absent: 4]))
    #expect(act.decisions[0].vote[.absent]?.count == 4)
    #expect(act.decisions[0].vote[.absent]?.needsReview == true)
    #expect(act.decisions[0].vote[.absent]?.confidence == 50)
    #expect(act.decisions[0].vote[.yes]?.confidence == 99)
  }

  @Test func `of a report that is near to a round total is in doubt and stays`() {
    var act = InventedAct.table(
      [InventedAct.Row(cents: 8_800_000)],
      [
        InventedAct.Printed(cents: 8_800_000),
        InventedAct.Printed(operation: nil, cents: 8_800_000),
      ]
    )
    act.report = InventedAct.report(amounts: [8_800_000, 6_800_000])
    let mended = reconciled(act)
    #expect(mended.report?.amounts.map(\.value.cents) == [8_800_000, 6_800_000])
    #expect(mended.report?.amountsInDoubt == [1])
    #expect(mended.totals.allSatisfy { !$0.needsReview && $0.confidence == 99 })
  }
}
