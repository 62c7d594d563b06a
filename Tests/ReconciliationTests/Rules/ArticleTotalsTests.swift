import DeliberationModel
import Testing

@testable import Reconciliation

struct `The sum that an article states` {
  @Test(arguments: [
    (
      text: "l'opération n°2 de la thématique 1, pour 200 €", cents: [20_000],
      statuses: [CheckStatus.passed]
    ),
    ("les opérations de la thématique 1, pour 300 €", [30_000], [.passed]),
    ("les opérations de la thématique 1, pour 310 €", [31_000], [.failed]),
    ("la thématique 1, pour 300 € dont 20 €", [30_000, 2_000], []),
    ("une subvention de 300 €", [30_000], []),
  ])
  func `is the printed total of what it names`(
    text: String,
    cents: [Int],
    statuses: [CheckStatus]
  ) {
    var act = InventedAct.table(
      [InventedAct.Row(cents: 10_000), InventedAct.Row(operation: "2", cents: 20_000)],
      [
        InventedAct.Printed(operation: "2", cents: 20_000),
        InventedAct.Printed(operation: nil, cents: 30_000),
      ]
    )
    act.articles = [InventedAct.article(1, text, cents: cents)]
    #expect(ArticleTotals().statuses(in: act) == statuses)
  }

  @Test(arguments: [([10_000], CheckStatus.passed), ([12_000], .failed), ([], .failed)])
  func `is a part of it where the report states the rest`(report: [Int], status: CheckStatus) {
    var act = InventedAct.table(
      [InventedAct.Row(cents: 30_000)],
      [InventedAct.Printed(operation: nil, cents: 30_000)]
    )
    act.articles = [InventedAct.article(1, "la thématique 1, pour 200 €", cents: [20_000])]
    act.report = InventedAct.report(amounts: report)
    #expect(ArticleTotals().statuses(in: act) == [status])
  }
}
