import DeliberationModel
import PageModel
import Testing

@testable import Reconciliation

/// Rows of one euro, each as `theme.operation`, whose number may be lost behind its label.
struct `An operation whose number was misread` {
  private func act(_ rows: String, totals: [InventedAct.Printed] = []) -> Deliberation {
    let names = rows.split(separator: " ")
    var act = InventedAct.table(names.map { _ in .init(cents: 100) }, totals)
    for (index, name) in names.enumerated() {
      let parts = name.split(separator: ".")
      act.grants[index].theme = String(parts[0])
      act.grants[index].operation = parts[1] == "-" ? nil : String(parts[1])
      act.grants[index].operationTitle = parts[1] == "-" ? "Opération & : Relais" : "Relais"
    }
    return act
  }

  private func operations(of act: Deliberation) -> String {
    act.grants.map { grant in
      let name = (grant.theme ?? "-") + "." + (grant.operation ?? "-")
      return name + (grant.doubts.contains(.operation) ? "?" : "")
    }
    .joined(separator: " ")
  }

  @Test(arguments: [
    ("3.5 3.- 3.7", "3.5 3.6? 3.7"), ("1.1 1.- 1.- 1.3 2.1", "1.1 1.2? 1.2? 1.3 2.1"),
  ])
  func `is the only one between its neighbours, in doubt`(rows: String, expected: String) {
    var act = act(rows)
    SkippedOperations().mend(&act)
    #expect(operations(of: act) == expected)
    #expect(act.grants.allSatisfy { $0.operationTitle == "Relais" })
  }

  @Test(arguments: [
    "3.5 3.- 3.8", "3.5 3.- 3.6", "3.5 3.- 4.7", "3.- 3.7", "3.5 3.-", "3.6 3.5 3.- 3.7",
    "3.a 3.- 3.7",
  ])
  func `stays unknown where its neighbours leave another place, or none`(rows: String) {
    var act = act(rows)
    SkippedOperations().mend(&act)
    #expect(operations(of: act) == rows)
    #expect(act.repairs.isEmpty)
  }

  @Test func `is proved by the total that adds up its rows`() {
    var act = act(
      "3.5 3.- 3.- 3.7",
      totals: [
        .init(theme: "3", operation: "5", cents: 100),
        .init(theme: "3", operation: nil, cents: 200),
        .init(theme: "3", operation: "7", cents: 100),
        .init(theme: "3", operation: nil, cents: 400),
      ]
    )
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, reporting: &diagnostics)
    #expect(act.totals.map(\.operation) == ["5", "6", "7", nil])
    #expect(operations(of: act) == "3.5 3.6 3.6 3.7")
    #expect(act.checks.allSatisfy { $0.status != .failed })
  }
}
