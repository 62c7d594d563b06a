import DeliberationModel
import Testing

@testable import Reconciliation

struct `The price of a place` {
  @Test(arguments: [
    (quantities: [3, 5, 8, 13, 21], broken: 0, statuses: [CheckStatus.passed]),
    ([3, 5, 8, 13, 21], 1, [.passed, .failed]),
    ([3, 5, 8, 13, 21], 2, [.notApplicable]),
    ([3, 5, 8, 13], 0, []),
  ])
  func `is one in an operation that pays by place`(
    quantities: [Int],
    broken: Int,
    statuses: [CheckStatus]
  ) {
    var act = InventedAct.places(quantities, cents: 12_500)
    for index in 0..<broken { act.grants[index].quantity = 40 + index * 7 }
    #expect(UnitPrice().statuses(in: act) == statuses)
  }

  @Test func `may be another one for two rows or more`() {
    var act = InventedAct.places([3, 5, 8, 13, 21, 34, 55, 89, 144, 233], cents: 12_500)
    for index in 0..<2 {
      let quantity = act.grants[index].quantity ?? 0
      act.grants[index].amount?.value = Amount(cents: quantity * 20_000)
    }
    #expect(UnitPrice().statuses(in: act) == [.passed])
  }

  @Test func `parts a quantity from the sum that it is printed with`() {
    var act = InventedAct.places([3, 5, 8, 13, 21, 762], cents: 12_500)
    act.grants[5].quantity = nil
    act.grants[5].amount = Printed(Amount(cents: 762_095_250_00), raw: "762 95 250,00")
    let demands = UnitPrice().findings(in: act).flatMap(\.demands)
    #expect(demands == [Finding.Demand(.grantAmount(5), 9_525_000)])
  }

  @Test func `is about the same where sums are rounded`() {
    var act = InventedAct.places([30, 50, 80, 130, 210], cents: 16_071)
    act.grants[4].quantity = 250
    #expect(UnitPrice().statuses(in: act) == [.passed, .failed])
  }
}
