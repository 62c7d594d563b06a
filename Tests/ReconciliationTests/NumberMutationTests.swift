import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Reconciliation

/// One damage at a time, drawn from what OCR does to numbers, in an act whose numbers all agree.
struct NumberMutationTests {
  // MARK: - The act

  /// Two themes, four operations with totals, articles, a budget, and three vote blocks.
  private static func correctAct() -> Deliberation {
    let tables: [(theme: String, operation: String, places: [Int], cents: [Int])] = [
      ("1", "1", [42, 17, 130, 65, 24, 88, 350, 11], []),
      ("1", "2", [], [1_203_050, 845_915, 2_310_000, 97_533, 1_450_060]),
      ("2", "1", [], [35_000_000]),
      ("2", "2", [14, 36, 9, 120, 75], []),
    ]
    var rows: [InventedAct.Row] = []
    var totals: [InventedAct.Printed] = []
    var themes: [String: Int] = [:]
    for table in tables {
      let price = table.theme == "1" ? 12_500 : 25_000
      let cents = table.places.isEmpty ? table.cents : table.places.map { $0 * price }
      for (place, sum) in cents.enumerated() {
        let quantity = table.places.isEmpty ? nil : table.places[place]
        rows.append(
          InventedAct.Row(
            theme: table.theme,
            operation: table.operation,
            quantity: quantity,
            cents: sum,
            raw: grouped(sum)
          )
        )
      }
      let sum = cents.reduce(0, +)
      let places = table.places.reduce(0, +)
      totals.append(
        InventedAct.Printed(
          theme: table.theme,
          operation: table.operation,
          quantity: places > 0 ? places : nil,
          cents: sum,
          raw: grouped(sum)
        )
      )
      themes[table.theme, default: 0] += sum
    }
    for theme in ["1", "2"] {
      let sum = themes[theme] ?? 0
      totals.append(
        InventedAct.Printed(theme: theme, operation: nil, cents: sum, raw: grouped(sum))
      )
    }
    var act = InventedAct.table(rows, totals)
    act.articles = ["1", "2"].enumerated().map { index, theme in
      InventedAct.article(
        index + 1,
        "le financement de la thématique \(theme)",
        cents: [themes[theme] ?? 0]
      )
    }
    act.budgetLines = ["1", "2"].map { theme in
      let sum = themes[theme] ?? 0
      var line = InventedAct.budget("X\(theme)", commitment: 90_000_000, expenditure: sum)
      line[.expenditure]?.raw = grouped(sum)
      return line
    }
    let votes = InventedAct.vote(present: 38, absent: 6, [:])
    act.attendance = votes.attendance
    act.decisions = [14, 13, 5].map { recused in
      InventedAct.decision(
        recused: recused,
        [.yes: 38 - recused, .no: 0, .abstain: recused, .absent: 6]
      )
    }
    act.decisions[0].articles = [1, 2]
    return act
  }

  /// The print of some cents: "1 203 050,00 €".
  private static func grouped(_ cents: Int) -> String {
    Euros.text(cents: cents).replacing("\u{202F}", with: " ")
  }

  /// The numbers that are damaged.
  private static func subjects(of act: Deliberation) -> [Subject] {
    act.grants.indices.map(Subject.grantAmount)
      + act.grants.indices.filter { act.grants[$0].quantity != nil }.map(Subject.grantQuantity)
      + act.totals.indices.map(Subject.totalAmount)
      + act.totals.indices.filter { act.totals[$0].quantity != nil }.map(Subject.totalQuantity)
      + act.budgetLines.indices.map { .budget($0, .expenditure) }
      + act.decisions.indices.flatMap { index in
        [VoteOption.yes, .abstain, .absent].map { Subject.vote(decision: index, $0) }
      }
  }

  // MARK: - Damage

  /// Puts a print into the act as a reader would.
  private static func put(_ print: String, as subject: Subject, into act: inout Deliberation) {
    let amount = AmountScanner.euros(in: FoldedText(print)).last.map {
      Printed($0.amount, raw: print)
    }
    switch subject {
    case .grantAmount(let index):
      act.grants[index].amount = amount
      if amount == nil { act.grants[index].doubts.insert(.amount) }
    case .totalAmount(let index):
      act.totals[index].amount = amount
      if amount == nil { act.totals[index].unreadable = print }
    case .budget(let index, _):
      act.budgetLines[index][.expenditure] = amount
      if amount == nil { act.budgetLines[index].unreadable[.expenditure] = print }
    case .grantQuantity(let index):
      act.grants[index].quantity = Int(print)
      act.grants[index].description = print
      if Int(print) == nil { act.grants[index].doubts.insert(.quantity) }
    case .totalQuantity(let index):
      act.totals[index].quantity = Int(print)
      if Int(print) == nil {
        act.totals[index].needsReview = true
        act.totals[index].unreadableQuantity = print
      }
    case .vote(let decision, let option):
      act.decisions[decision].vote[option]?.count = Int(print)
      if Int(print) == nil {
        act.decisions[decision].vote[option]?.needsReview = true
        act.decisions[decision].vote[option]?.unreadable = print
      }
    default: break
    }
  }

  private static func isFlagged(_ subject: Subject, in act: Deliberation) -> Bool {
    switch subject {
    case .grantAmount(let index), .grantQuantity(let index): act.grants[index].needsReview
    case .totalAmount(let index), .totalQuantity(let index):
      act.totals[index].needsReview || act.totals[index].amount == nil
    case .budget(let index, _):
      act.budgetLines[index].needsReview || act.budgetLines[index].unreadable[.expenditure] != nil
    case .vote(let decision, let option):
      act.decisions[decision].vote[option].map { $0.needsReview || $0.count == nil } ?? true
    default: false
    }
  }

  // MARK: - Outcomes

  @Test func `never stays wrong without a flag`() throws {
    let correct = Self.correctAct()
    #expect(ActReconciler.findings(in: correct).allSatisfy { !$0.failed })
    let subjects = Self.subjects(of: correct)
    var random = SeededGenerator(seed: 4)
    let sums = PrintedSums(correct)
    var table = OutcomeTable()
    var silent: [String] = []
    var (determined, mended) = (0, 0)
    var open: [String] = []
    var count = 0
    while count < 2_000 {
      let subject = try #require(subjects.randomElement(using: &random))
      let print = subject.raw(in: correct) ?? ""
      guard let damage = OCRDamage.drawn(from: OCRDamage.ofNumber(print), using: &random) else {
        continue
      }
      let broken = damage.text
      count += 1
      var act = correct
      Self.put(broken, as: subject, into: &act)
      let isDetermined = sums.determine(subject.pointer, printed: broken)
      let wasHarmless = subject.value(in: act) == subject.value(in: correct)
      var diagnostics = DiagnosticList()
      ActReconciler().reconcile(&act, reporting: &diagnostics)
      let wrong = subjects.filter { other in
        other.value(in: act) != other.value(in: correct) && !Self.isFlagged(other, in: act)
      }
      let outcome: DamageOutcome
      if !wrong.isEmpty {
        outcome = .silent
        silent.append("\(subject.pointer) \(print) → \(broken)")
      } else if wasHarmless {
        outcome = .harmless
      } else {
        outcome = subject.value(in: act) == subject.value(in: correct) ? .repaired : .flagged
      }
      table.add(outcome, to: damage.kind)
      if isDetermined, !wasHarmless {
        determined += 1
        if outcome == .repaired {
          mended += 1
        } else {
          open.append("\(subject.pointer) \(print) → \(broken)")
        }
      }
    }
    print(table.text)
    #expect(silent.isEmpty, "\(Set(silent).sorted().prefix(20))")
    print("of \(determined) that the sums determine, \(mended) are repaired")
    #expect(mended * 100 >= determined * 95, "\(Set(open).sorted().prefix(40))")
  }
}
