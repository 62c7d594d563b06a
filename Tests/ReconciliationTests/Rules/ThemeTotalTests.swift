import DeliberationModel
import Testing

@testable import Reconciliation

struct `The operations of a theme` {
  @Test(arguments: [
    (theme: 30_000, status: CheckStatus.passed),
    (theme: 20_000, status: .failed),
  ])
  func `add up to its printed total`(theme: Int, status: CheckStatus) {
    let act = InventedAct.table(
      [InventedAct.Row(cents: 10_000), InventedAct.Row(operation: "2", cents: 20_000)],
      [
        InventedAct.Printed(cents: 10_000), InventedAct.Printed(operation: "2", cents: 20_000),
        InventedAct.Printed(operation: nil, cents: theme),
      ]
    )
    #expect(ThemeTotal().statuses(in: act) == [status])
  }

  @Test func `count by their rows where they have no total`() {
    let act = InventedAct.table(
      [InventedAct.Row(cents: 10_000), InventedAct.Row(operation: "2", cents: 20_000)],
      [InventedAct.Printed(operation: nil, cents: 30_000)]
    )
    #expect(ThemeTotal().statuses(in: act) == [.passed])
  }
}
