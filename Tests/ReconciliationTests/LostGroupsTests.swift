import DeliberationModel
import Testing

@testable import Reconciliation

struct LostGroupsTests {
  /// Rows as `theme.operation`, with "-" for what is lost.
  private func mended(_ rows: String) -> String {
    var act = InventedAct.table(rows.split(separator: " ").map { _ in .init(cents: 100) }, [])
    for (index, row) in rows.split(separator: " ").enumerated() {
      let parts = row.split(separator: ".").map { $0 == "-" ? nil : String($0) }
      act.grants[index].theme = parts[0]
      act.grants[index].operation = parts[1]
    }
    LostGroups().mend(&act)
    return act.grants.map { ($0.theme ?? "-") + "." + ($0.operation ?? "-") }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("1.1 -.1 1.1", "1.1 1.1 1.1"), ("1.1 -.- 1.1", "1.1 1.1 1.1"),
    ("1.1 -.1 -.2 1.2", "1.1 1.1 1.2 1.2"), ("1.1 1.- 1.1", "1.1 1.1 1.1"),
  ])
  func `come back between two rows that have the same`(rows: String, expected: String) {
    #expect(mended(rows) == expected)
  }

  @Test(arguments: ["1.1 -.1 2.1", "1.1 1.- 1.2", "-.1 1.1", "1.1 -.1", "1.1 2.- 3.1"])
  func `stay lost at the edge of a group`(rows: String) {
    #expect(mended(rows) == rows)
  }

  @Test func `are in doubt, and a repair says what they were given`() {
    var act = InventedAct.table([.init(cents: 100), .init(cents: 100), .init(cents: 100)], [])
    let operation = act.grants[1].operation
    act.grants[1].operation = nil
    LostGroups().mend(&act)
    #expect(act.grants[1].operation == operation)
    #expect(act.grants.map(\.doubts) == [[], [.operation], []])
    #expect(act.repairs.map(\.path) == ["/grants/1/operation"])
  }
}
