import DeliberationModel
import PageModel
import Testing

@testable import Reconciliation

struct `A damaged number` {
  private func reconciled(_ act: Deliberation) -> Deliberation {
    var act = act
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, reporting: &diagnostics)
    return act
  }

  private func rows(_ cents: [Int], raw: [Int: String] = [:]) -> [InventedAct.Row] {
    cents.enumerated().map { index, cents in InventedAct.Row(cents: cents, raw: raw[index]) }
  }

  @Test(arguments: [
    (raw: "71850 €", cents: 7_185_000),
    ("7185,0 €", 718_500),
    ("7.18.50 €", 7_185_000),
  ])
  func `that lost its comma is what the rows say`(raw: String, cents: Int) throws {
    let act = reconciled(
      InventedAct.table(
        rows([30_025, 41_825]),
        [InventedAct.Printed(cents: cents, raw: raw)]
      )
    )
    #expect(act.totals[0].amount == Printed(Amount(cents: 71_850), raw: raw))
    #expect(!act.totals[0].needsReview)
    let repair = try #require(act.repairs.first)
    #expect(repair.path == "/totals/0/amount")
    #expect(repair.raw == raw)
    #expect(repair.value == .amount(Amount(cents: 71_850)))
    #expect(repair.rule == "grants.operation-total")
    #expect(act.checks.allSatisfy { $0.status == .passed })
  }

  @Test func `is repaired with others of its sum that lost theirs`() {
    let act = reconciled(
      InventedAct.table(
        rows([3_002_500, 4_182_500, 90_000], raw: [0: "30025 €", 1: "41825 €"]),
        [InventedAct.Printed(cents: 161_850)]
      )
    )
    #expect(act.grants.map(\.amount?.value.cents) == [30_025, 41_825, 90_000])
  }

  @Test func `is flagged where two values would do`() {
    let act = reconciled(
      InventedAct.table(
        rows([3_002_500, 3_002_500], raw: [0: "30025 €", 1: "30025 €"]),
        [InventedAct.Printed(cents: 3_032_525)]
      )
    )
    #expect(act.repairs.isEmpty)
    #expect(act.grants.map(\.needsReview) == [true, true])
    #expect(act.checks.map(\.status) == [.failed])
  }

  @Test(arguments: [(41, 40), (31, 30)])
  func `of the act's own is reported and not repaired`(printed: Int, sum: Int) {
    let act = reconciled(
      InventedAct.table(
        rows([sum * 50_000, sum * 50_000]),
        [InventedAct.Printed(cents: printed * 100_000)]
      )
    )
    #expect(act.repairs.isEmpty)
    #expect(act.totals[0].amount?.value.cents == printed * 100_000)
    #expect(act.totals[0].needsReview)
  }

  @Test(arguments: [(index: 3, quantity: 2), (0, 19), (4, 7)])
  func `of places is what the price and the total say`(index: Int, quantity: Int) {
    let places = [44, 15, 26, 37, 48, 59]
    var act = InventedAct.places(places, cents: 12_500)
    act.grants[index].quantity = quantity
    act.grants[index].description = String(quantity)
    let mended = reconciled(act)
    #expect(mended.grants.map(\.quantity) == places)
    #expect(mended.repairs.map(\.path) == ["/grants/\(index)/quantity"])
    #expect(mended.grants.allSatisfy { !$0.needsReview })
  }

  @Test func `that a letter stands in is read`() {
    var act = InventedAct.places([42, 15, 26, 37, 48, 59], cents: 12_500)
    act.grants[0].quantity = nil
    act.grants[0].description = "a2"
    act.grants[0].doubts = [.quantity]
    let mended = reconciled(act)
    #expect(mended.grants[0].quantity == 42)
    #expect(!mended.grants[0].needsReview)
  }

  @Test func `of votes is what attendance and recusals say`() {
    var act = InventedAct.vote(present: 20, recused: 4, [.yes: 16, .no: 0, .abstain: 1])
    act.decisions.append(InventedAct.decision(recused: 3, [.yes: 17, .no: 0, .abstain: 3]))
    act.decisions.append(InventedAct.decision(recused: 5, [.yes: 15, .no: 0, .abstain: 5]))
    let mended = reconciled(act)
    #expect(mended.decisions[0].vote[.abstain]?.count == 4)
    #expect(mended.repairs.map(\.path) == ["/decisions/0/vote/abstain/count"])
  }

  @Test func `that lost its minus sign is what the total says`() {
    let act = reconciled(
      InventedAct.table(
        rows([3_000_000, 5_400_000]),
        [InventedAct.Printed(cents: -2_400_000)]
      )
    )
    #expect(act.grants.map(\.amount?.value.cents) == [3_000_000, -5_400_000])
    #expect(act.repairs.map(\.raw) == ["54000,00 €"])
  }

  @Test func `that runs together with its quantity is parted by the price or the total`() {
    var act = InventedAct.places([42, 15, 26, 37, 48, 5, 9], cents: 16_000)
    for index in [1, 5] {
      let quantity = act.grants[index].quantity ?? 0
      let raw = "\(quantity) \(quantity * 160),00 €"
      act.grants[index].amount = Printed(Amount(cents: 90_000_000), raw: raw)
      act.grants[index].quantity = nil
      act.grants[index].description = nil
    }
    let mended = reconciled(act)
    #expect(mended.grants.map(\.quantity) == [42, 15, 26, 37, 48, 5, 9])
    #expect(mended.grants[5].amount?.value.cents == 80_000)
    #expect(mended.grants.allSatisfy { !$0.needsReview })
    let alone = reconciled(
      InventedAct.table(
        [
          InventedAct.Row(quantity: 3, cents: 70_000),
          InventedAct.Row(cents: 580_000, raw: "5 800,00"),
        ],
        [InventedAct.Printed(quantity: 8, cents: 150_000)]
      )
    )
    #expect(alone.grants[1].quantity == 5)
    #expect(alone.grants[1].amount?.value.cents == 80_000)
  }

  @Test func `is repaired though its row brings to light another price`() {
    var act = InventedAct.places([42, 15, 26, 37, 48, 59, 60], cents: 12_500)
    act.grants[6].amount = Printed(Amount(cents: 700_000), raw: "7 000,00 €")
    act.totals[0].amount?.value.cents -= 50_000
    for index in 0..<2 {
      let cents = act.grants[index].amount?.value.cents ?? 0
      act.grants[index].amount = Printed(Amount(cents: cents * 100), raw: "\(cents) €")
    }
    let mended = reconciled(act)
    #expect(mended.grants[0].amount?.value.cents == 42 * 12_500)
    #expect(mended.grants.map(\.needsReview) == [false, false, false, false, false, false, true])
  }

  @Test func `of the report's budget is what the act's own says`() {
    var act = Deliberation()
    act.budgetLines = [InventedAct.budget("X1", commitment: 288_300_000, expenditure: 2_000_000)]
    var report = Report(source: SourceLocation())
    report.budgetLines = [InventedAct.report("X1", [nil, 288_300_000, 2_000_000, 286_300_000])]
    report.budgetLines[0].unreadable[.commitment] = "5 ga3 990 09"
    report.budgetLines[0].needsReview = true
    act.report = report
    let line = reconciled(act).report?.budgetLines.first
    #expect(
      line?[.commitment] == Printed(Amount(cents: 288_300_000), raw: "5 ga3 990 09")
    )
    #expect(line?.unreadable == [:])
    #expect(line?.needsReview == false)
  }

  @Test(arguments: [(exact: false, cents: 41_825), (true, 41_325)])
  func `that is misread is what alone closes the sum, unless the text is exact`(
    exact: Bool,
    cents: Int
  ) {
    var act = InventedAct.table(
      rows([30_025, 41_325, 90_600]),
      [InventedAct.Printed(cents: 162_450)]
    )
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, isExact: exact, reporting: &diagnostics)
    #expect(act.grants[1].amount?.value.cents == cents)
    #expect(act.grants[1].needsReview == exact)
    #expect(act.repairs.map(\.confidence) == (exact ? [] : [88]))
  }

  @Test func `that is misread is flagged where two numbers could close the sum`() {
    let act = reconciled(
      InventedAct.table(rows([41_325, 51_325]), [InventedAct.Printed(cents: 93_150)])
    )
    #expect(act.repairs.isEmpty)
    #expect(act.grants.map(\.needsReview) == [true, true])
  }

  @Test(arguments: [(blocks: 1, yes: 5), (2, 6)])
  func `of votes is misread only where another block proves the list`(blocks: Int, yes: Int) {
    var act = InventedAct.vote(present: 6, [.yes: 5, .no: 0, .abstain: 0])
    for _ in 1..<blocks {
      act.decisions.append(InventedAct.decision([.yes: 6, .no: 0, .abstain: 0]))
    }
    let mended = reconciled(act)
    #expect(mended.decisions[0].vote[.yes]?.count == yes)
    #expect(mended.decisions[0].vote[.yes]?.needsReview == (blocks == 1))
  }

  @Test func `of a budget is what the report has available`() {
    var act = Deliberation()
    act.budgetLines = [InventedAct.budget("X1", commitment: nil, expenditure: 2_000_000)]
    act.budgetLines[0].unreadable[.commitment] = "5 ggs 095 00"
    var report = Report(source: SourceLocation())
    report.budgetLines =
      [InventedAct.report("X1", [nil, 141_300_000, 2_000_000, 139_300_000])]
      + (2...4).map { InventedAct.report("X\($0)", [50_000, 50_000, 10_000, 40_000]) }
    act.report = report
    let mended = reconciled(act)
    #expect(mended.budgetLines[0][.commitment]?.value.cents == 141_300_000)
    #expect(mended.budgetLines[0][.commitment]?.raw == "5 ggs 095 00")
    #expect(mended.budgetLines[0].unreadable[.commitment] == nil)
    #expect(!mended.budgetLines[0].needsReview)
  }
}

struct `A doubt of a reader` {
  @Test func `is lifted where a sum or a price proves the number`() {
    var act = InventedAct.places([44, 15, 26, 37, 48, 59], cents: 12_500)
    act.grants[2].doubts = [.amount, .quantity]
    act.grants[3].doubts = [.amount, .name]
    act.totals[0].needsReview = true
    for index in act.grants.indices { act.grants[index].beneficiary?.value += " \(index)" }
    var diagnostics = DiagnosticList()
    ActReconciler().reconcile(&act, reporting: &diagnostics)
    #expect(act.grants[2].doubts.isEmpty)
    #expect(act.grants[3].doubts == [.name])
    #expect(!act.totals[0].needsReview)
  }

  @Test func `of a name is lifted where another row prints it clearly`() {
    var act = InventedAct.table(
      [
        InventedAct.Row(cents: 100, name: "Les Amis du Verger"),
        InventedAct.Row(cents: 100, name: "LES AMIS DU VERGER"),
        InventedAct.Row(cents: 100, name: "Les Amis du"),
      ],
      []
    )
    act.grants[1].doubts = [.name]
    act.grants[2].doubts = [.name]
    NameDoubts().settle(in: &act)
    #expect(act.grants.map(\.needsReview) == [false, false, true])
  }

  @Test func `of a territory is lifted away from the edges of its block`() {
    let names = ["A", "B", "C", "D", "E", "C"]
    var act = InventedAct.table(
      names.map { InventedAct.Row(cents: 100, name: "Régie \($0)") },
      []
    )
    for index in act.grants.indices { act.grants[index].territory = "Val d'Orge" }
    act.grants[5].operation = "2"
    for index in [0, 2, 5] { act.grants[index].doubts = [.territory] }
    TerritoryDoubts().settle(in: &act)
    #expect(act.grants.map(\.needsReview) == [true, false, false, false, false, false])
  }
}
