import DeliberationModel
import Testing

@testable import Reconciliation

struct `The rows of an operation` {
  @Test(arguments: [
    (total: 30_000, status: CheckStatus.passed),
    (total: 31_000, status: .failed),
  ])
  func `add up to its printed total`(total: Int, status: CheckStatus) throws {
    let rows = [InventedAct.Row(cents: 10_000), InventedAct.Row(cents: 20_000)]
    let act = InventedAct.table(rows, [InventedAct.Printed(cents: total)])
    let finding = try #require(OperationTotal().findings(in: act).first)
    #expect(finding.check.status == status)
    #expect(finding.check.expected == .amount(Amount(cents: 30_000)))
    #expect(finding.check.found == .amount(Amount(cents: total)))
    #expect(
      finding.check.subjects == ["/grants/0/amount", "/grants/1/amount", "/totals/0/amount"]
    )
  }

  @Test func `are not compared where two totals are printed of it`() {
    let totals = [InventedAct.Printed(cents: 10_000), InventedAct.Printed(cents: 20_000)]
    let act = InventedAct.table([InventedAct.Row(cents: 10_000)], totals)
    #expect(OperationTotal().statuses(in: act).isEmpty)
  }
}
