import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Reconciliation

/// One damage at a time, drawn from what OCR does to numbers, in an act whose numbers all agree.
struct NumberMutationTests {
  /// What OCR does to a printed number.
  private enum Damage: String, CaseIterable {
    case lostComma = "comma lost"
    case lostSpace = "space lost"
    case dotForSpace = "dot for a space"
    case misreadDigit = "digit misread"
    case droppedDigit = "digit dropped"
    case letterForDigit = "letter for a digit"
  }

  /// What became of a damage.
  private enum Outcome: String, CaseIterable {
    case repaired
    case flagged
    case harmless
    case silent
  }

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
      line.expenditure?.raw = grouped(sum)
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
      + act.budgetLines.indices.map(Subject.expenditure)
      + act.decisions.indices.flatMap { index in
        [VoteOption.yes, .abstain, .absent].map { Subject.vote(decision: index, $0) }
      }
  }

  // MARK: - Damage

  private static let confusions: [Character: [Character]] = [
    "0": ["8", "6"], "1": ["4", "7"], "2": ["7"], "3": ["8"], "4": ["2", "1", "9"], "5": ["6"],
    "6": ["5", "8"], "7": ["1"], "8": ["3", "6"], "9": ["4"],
  ]
  private static let letters: [Character: Character] = [
    "0": "O", "1": "l", "4": "a", "5": "S", "8": "B", "9": "g",
  ]

  private static func damaged(
    _ print: String,
    by damage: Damage,
    using random: inout SeededGenerator
  ) -> String? {
    var text = Array(print)
    func places(_ test: (Character) -> Bool) -> [Int] { text.indices.filter { test(text[$0]) } }
    switch damage {
    case .lostComma:
      guard let place = text.firstIndex(of: ",") else { return nil }
      text.remove(at: place)
    case .lostSpace, .dotForSpace:
      guard let place = places({ $0 == " " }).dropLast().randomElement(using: &random) else {
        return nil
      }
      if damage == .lostSpace { text.remove(at: place) } else { text[place] = "." }
    case .misreadDigit:
      guard let place = places({ confusions[$0] != nil }).randomElement(using: &random),
        let other = confusions[text[place]]?.randomElement(using: &random)
      else { return nil }
      text[place] = other
    case .droppedDigit:
      guard let place = places({ $0 == "4" || $0 == "1" }).randomElement(using: &random) else {
        return nil
      }
      text.remove(at: place)
    case .letterForDigit:
      guard let place = places({ letters[$0] != nil }).randomElement(using: &random) else {
        return nil
      }
      text[place] = letters[text[place]] ?? text[place]
    }
    return String(text)
  }

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
    case .expenditure(let index):
      act.budgetLines[index].expenditure = amount
      if amount == nil { act.budgetLines[index].unreadableExpenditure = print }
    case .grantQuantity(let index):
      act.grants[index].quantity = Int(print)
      act.grants[index].description = print
      if Int(print) == nil { act.grants[index].doubts.insert(.quantity) }
    case .totalQuantity(let index):
      act.totals[index].quantity = Int(print)
      if Int(print) == nil { act.totals[index].needsReview = true }
    case .vote(let decision, let option):
      act.decisions[decision].vote[option]?.count = Int(print)
      if Int(print) == nil { act.decisions[decision].vote[option]?.needsReview = true }
    default: break
    }
  }

  private static func isFlagged(_ subject: Subject, in act: Deliberation) -> Bool {
    switch subject {
    case .grantAmount(let index), .grantQuantity(let index): act.grants[index].needsReview
    case .totalAmount(let index), .totalQuantity(let index):
      act.totals[index].needsReview || act.totals[index].amount == nil
    case .expenditure(let index):
      act.budgetLines[index].needsReview || act.budgetLines[index].unreadableExpenditure != nil
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
    var counts: [String: Int] = [:]
    var silent: [String] = []
    var (determined, mended) = (0, 0)
    var open: [String] = []
    var count = 0
    while count < 2_000 {
      let subject = try #require(subjects.randomElement(using: &random))
      let damage = try #require(Damage.allCases.randomElement(using: &random))
      let print = subject.raw(in: correct) ?? ""
      guard let broken = Self.damaged(print, by: damage, using: &random), !broken.isEmpty else {
        continue
      }
      count += 1
      var act = correct
      Self.put(broken, as: subject, into: &act)
      let isDetermined = Self.determines(act, subject, subject.value(in: correct))
      let wasHarmless = subject.value(in: act) == subject.value(in: correct)
      var diagnostics = DiagnosticList()
      ActReconciler().reconcile(&act, reporting: &diagnostics)
      let wrong = subjects.filter { other in
        other.value(in: act) != other.value(in: correct) && !Self.isFlagged(other, in: act)
      }
      let outcome: Outcome
      if !wrong.isEmpty {
        outcome = .silent
        silent.append("\(subject.pointer) \(print) → \(broken)")
      } else if wasHarmless {
        outcome = .harmless
      } else {
        outcome = subject.value(in: act) == subject.value(in: correct) ? .repaired : .flagged
      }
      counts["\(damage.rawValue)/\(outcome.rawValue)", default: 0] += 1
      if isDetermined, !wasHarmless {
        determined += 1
        if outcome == .repaired {
          mended += 1
        } else {
          open.append("\(subject.pointer) \(print) → \(broken)")
        }
      }
    }
    print(Self.table(counts))
    #expect(silent.isEmpty, "\(Set(silent).sorted().prefix(20))")
    print("of \(determined) that the sums determine, \(mended) are repaired")
    #expect(mended * 100 >= determined * 95, "\(Set(open).sorted().prefix(40))")
  }

  /// Whether the sums determine a damaged number: of all values that a failed check asks for and that
  /// the damage of a print explains, its own is the only one with which every check holds.
  private static func determines(_ act: Deliberation, _ subject: Subject, _ value: Int?) -> Bool {
    let findings = ActReconciler.findings(in: act)
    var closing: Set<Finding.Demand> = []
    for demand in Set(findings.filter(\.failed).flatMap(\.demands)) where demand.values.count == 1 {
      let wanted = demand.values.lowerBound
      guard let raw = demand.subject.raw(in: act) else { continue }
      let read = demand.subject.value(in: act)
      let strength =
        demand.subject.isMoney
        ? NumberDamage.explains(raw, cents: wanted, readAs: read)
        : NumberDamage.explains(raw, count: wanted, readAs: read)
      guard strength != .none else { continue }
      var mended = act
      demand.subject.set(wanted, in: &mended)
      if ActReconciler.findings(in: mended).allSatisfy({ !$0.failed }) { closing.insert(demand) }
    }
    return closing.count == 1 && closing.first?.subject == subject
      && closing.first?.values.lowerBound == value
  }

  private static func table(_ counts: [String: Int]) -> String {
    func padded(_ text: String) -> String {
      text + String(repeating: " ", count: max(0, 20 - text.count))
    }
    let head = padded("") + Outcome.allCases.map { padded($0.rawValue) }.joined()
    let rows = Damage.allCases.map { damage in
      padded(damage.rawValue)
        + Outcome.allCases.map { outcome in
          padded(String(counts["\(damage.rawValue)/\(outcome.rawValue)"] ?? 0))
        }.joined()
    }
    return ([head] + rows).joined(separator: "\n")
  }
}
