import DeliberationModel
import Testing

@testable import Reconciliation

struct `The quantities of an operation` {
  @Test(arguments: [
    (total: 30, status: CheckStatus.passed),
    (total: 39, status: .failed),
  ])
  func `add up to the printed total`(total: Int, status: CheckStatus) {
    let act = InventedAct.places([10, 20], cents: 500, total: total)
    #expect(OperationQuantity().statuses(in: act) == [status])
  }

  @Test func `are not compared where no total of them is printed`() {
    var act = InventedAct.places([10, 20], cents: 500)
    act.totals[0].quantity = nil
    #expect(OperationQuantity().statuses(in: act).isEmpty)
  }
}
