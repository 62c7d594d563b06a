import DeliberationModel
import Testing

@testable import Reconciliation

struct `The total of a theme` {
  private func act(total cents: Int, raw: String? = nil, report: [Int]) -> Deliberation {
    var act = InventedAct.table(
      [InventedAct.Row(cents: 611_093_500)],
      [InventedAct.Printed(operation: nil, cents: cents, raw: raw)]
    )
    act.report = InventedAct.report(amounts: report)
    return act
  }

  @Test(arguments: [
    (report: [88_000_000, 611_093_500], statuses: [CheckStatus.passed]),
    ([88_000_000, 671_093_500], [.failed]),
    ([671_093_500, 611_093_600], []),
    ([88_000_000], []),
    ([], []),
  ])
  func `is what the prose of the report says, where it says it`(
    report: [Int],
    statuses: [CheckStatus]
  ) {
    #expect(ReportTotals().statuses(in: act(total: 611_093_500, report: report)) == statuses)
  }

  @Test func `is no misprint of an amount that an article completes`() {
    var act = act(total: 276_503_366, report: [216_503_366])
    act.articles = [InventedAct.article(1, "la thématique 1, pour 600 000 €", cents: [60_000_000])]
    #expect(ReportTotals().statuses(in: act) == [])
  }
}
