import DeliberationModel
import Testing

@testable import Reconciliation

import PageModel

struct `The balance of a report's line` {
  @Test(
    arguments: [
      (cents: [90_000, 90_000, 20_000, 70_000], statuses: [CheckStatus.passed]),
      ([90_000, 90_000, 20_000, 60_000], [.failed]),
      ([90_000, nil, 20_000, 60_000], []),
    ] as [([Int?], [CheckStatus])]
  )
  func `is what is available less what is proposed`(cents: [Int?], statuses: [CheckStatus]) {
    var act = Deliberation()
    var report = Report(source: SourceLocation())
    report.budgetLines = [InventedAct.report("X1", cents)]
    act.report = report
    #expect(ReportBalance().statuses(in: act) == statuses)
  }

  @Test(arguments: [("8OO,OO", [CheckStatus.failed]), ("8OO OOO", []), (nil, [])])
  func `says a number whose print has its shape`(print: String?, statuses: [CheckStatus]) {
    var act = Deliberation()
    var report = Report(source: SourceLocation())
    report.budgetLines = [InventedAct.report("X1", [90_000, nil, 20_000, 60_000])]
    report.budgetLines[0].unreadable[.available] = print
    act.report = report
    #expect(ReportBalance().statuses(in: act) == statuses)
  }
}
