import DeliberationModel
import Testing

@testable import Reconciliation

struct `A row whose operation was misread` {
  /// The rows after mending, as `theme.operation`, with "?" after those in doubt.
  private func mended(_ rows: String) -> String {
    var act = InventedAct.table(rows.split(separator: " ").map { _ in .init(cents: 100) }, [])
    for (index, row) in rows.split(separator: " ").enumerated() {
      let parts = row.split(separator: ".").map { $0 == "-" ? nil : String($0) }
      act.grants[index].theme = parts[0]
      act.grants[index].operation = parts[1]
    }
    StrayRows().mend(&act)
    let changed = act.grants.count { $0.doubts.contains(.operation) }
    #expect(act.repairs.isEmpty == (changed == 0))
    return act.grants.map { grant in
      let name = (grant.theme ?? "-") + "." + (grant.operation ?? "-")
      return name + (grant.doubts.contains(.operation) ? "?" : "")
    }
    .joined(separator: " ")
  }

  @Test(arguments: [
    ("1.1 1.1 2.11 2.1 2.11 2.11", "1.1 1.1 2.11 2.11? 2.11 2.11"),
    ("1.1 1.1 1.2 1.2 3.2 1.2", "1.1 1.1 1.2 1.2 1.2? 1.2"),
  ])
  func `is among the rows that it stands with, in doubt`(rows: String, expected: String) {
    #expect(mended(rows) == expected)
  }

  @Test(arguments: [
    "1.1 1.2 1.1 1.2 1.1 1.2 1.1", "1.1 1.2 1.1 1.3 1.3 1.2", "1.1 2.1 3.1 2.1 3.1",
    "1.1 1.1 1.2 1.3 1.3", "1.1 1.2 1.1",
    "1.1 1.- 1.1 1.2",
  ])
  func `stays where the table is not ordered, or the row is not alone`(rows: String) {
    #expect(mended(rows) == rows)
  }
}
