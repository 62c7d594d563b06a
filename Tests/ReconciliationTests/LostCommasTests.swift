import DeliberationModel
import PageModel
import Testing

@testable import Reconciliation

struct LostCommasTests {
  private typealias Row = InventedAct.Row

  private func reconciled(_ rows: [InventedAct.Row], isExact: Bool = false) -> Deliberation {
    var act = InventedAct.table(rows, [])
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, isExact: isExact, reporting: &diagnostics)
    return act
  }

  private static let whole = (1...8).map { Row(cents: $0 * 100_050) }

  @Test func `sets the comma where the column prints cents, and doubts the row`() {
    let act = reconciled(Self.whole + [Row(cents: 120_000_000, raw: "1200000€")])
    #expect(act.grants.last?.amount?.value == Amount(cents: 1_200_000))
    #expect(act.grants.last?.amount?.raw == "1200000€")
    #expect(act.grants.last?.doubts.contains(.amount) == true)
    #expect(act.repairs.map(\.rule) == ["grants.amount-form"])
  }

  @Test(arguments: ["1 200 000 €", "12,00 €", "2500 €", "12 000,00 €"])
  func `leaves a sum that parts its figures, or is short`(raw: String) {
    let act = reconciled(Self.whole + [Row(cents: 120_000_000, raw: raw)])
    #expect(act.grants.last?.amount?.value == Amount(cents: 120_000_000))
  }

  @Test func `leaves a column that prints whole euros`() {
    let rows = (1...5).map { Row(cents: $0 * 1_000_000, raw: "\($0)0000 €") }
    #expect(reconciled(rows).repairs.isEmpty)
  }

  @Test func `leaves a text that no recognition read`() {
    let act = reconciled(Self.whole + [Row(cents: 120_000_000, raw: "1200000€")], isExact: true)
    #expect(act.grants.last?.amount?.value == Amount(cents: 120_000_000))
  }

  @Test func `trusts a sum that the total proves`() {
    var act = InventedAct.table(
      Self.whole + [Row(cents: 120_000_000, raw: "1200000€")],
      [InventedAct.Printed(cents: 36 * 100_050 + 1_200_000)]
    )
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, reporting: &diagnostics)
    #expect(act.grants.last?.needsReview == false)
  }

  @Test func `makes no total out of a sum in doubt`() {
    // The comma goes back to a wrong place: "33333 34" lost a figure too.
    var act = InventedAct.table(
      Self.whole + [Row(cents: 33_333_400, raw: "333334")],
      [InventedAct.Printed(cents: 36 * 100_050 + 3_333_334)]
    )
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, reporting: &diagnostics)
    #expect(act.totals.first?.amount?.value == Amount(cents: 36 * 100_050 + 3_333_334))
    #expect(act.grants.last?.needsReview == true)
  }
}
