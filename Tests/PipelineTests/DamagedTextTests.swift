import DeliberationModel
import PageModel
import Pipeline
import TestSupport
import Testing

/// One damage of OCR at a time in the text of a correct act, which is read and proved anew.
///
/// What is said of a damage: that it was repaired right, that what it changed is flagged, that it
/// changed nothing, or that a value is wrong or lost and nothing says so.
struct DamagedTextTests {
  private static let runs = 900

  private enum Outcome: String, CaseIterable {
    case repaired
    case flagged
    case harmless
    case silent
  }

  // MARK: - What an act says

  /// A value of an act, and whether a program is told not to trust it.
  private struct Fact: Hashable {
    var text: String
    var isFlagged: Bool
    /// Whether only a check or a warning can flag it.
    var isNamed = false
  }

  private struct Reading {
    var facts: [Fact]
    var hasRepairs: Bool
    var warnings: Set<String>
  }

  private static func reading(_ text: String) throws -> Reading {
    var diagnostics = DiagnosticList()
    let acts = try Extractor().deliberations(
      of: Document(printing: text),
      DamagedAct.definition(),
      reporting: &diagnostics
    )
    guard let act = acts.first, acts.count == 1 else {
      return Reading(facts: [], hasRepairs: false, warnings: ["\(acts.count) acts"])
    }
    let failed = act.checks.filter { $0.status == .failed }.map(\.message)
    let warnings = diagnostics.items.filter { $0.severity != .note }.map(\.message)
    return Reading(
      facts: facts(of: act),
      hasRepairs: !act.repairs.isEmpty || diagnostics.items.contains { $0.severity == .note },
      warnings: Set(failed + warnings)
    )
  }

  private static func key(_ text: String?) -> String { text.map { FoldedText($0).key } ?? "-" }

  private static func facts(of act: Deliberation) -> [Fact] {
    var facts: [Fact] = act.grants.map { grant in
      let parts = [
        "row", grant.theme ?? "-", grant.operation ?? "-", key(grant.territory),
        key(grant.beneficiary?.value), "\(grant.quantity ?? -1)",
        "\(grant.amount?.value.cents ?? -1)",
      ]
      return Fact(text: parts.joined(separator: "/"), isFlagged: grant.needsReview)
    }
    facts += act.totals.map { total in
      let parts = [
        "total", total.theme ?? "-", total.operation ?? "-", "\(total.quantity ?? -1)",
        "\(total.amount?.value.cents ?? -1)",
      ]
      return Fact(text: parts.joined(separator: "/"), isFlagged: total.needsReview)
    }
    facts += act.budgetLines.map { line in
      Fact(
        text: "budget/\(line.expenditure?.value.cents ?? -1)",
        isFlagged: line.needsReview || line.expenditure == nil
      )
    }
    for article in act.articles {
      facts += article.amounts.enumerated().map { place, amount in
        Fact(
          text: "article/\(article.number)/\(amount.value.cents)",
          isFlagged: article.amountsInDoubt.contains(place),
          isNamed: true
        )
      }
    }
    for decision in act.decisions {
      facts += VoteOption.allCases.compactMap { option in
        decision.vote[option].map {
          Fact(
            text: "vote/\(option)/\($0.count ?? -1)",
            isFlagged: $0.needsReview || $0.count == nil
          )
        }
      }
      facts += decision.recusals.map { named("recused/\(key($0.person.name))") }
    }
    for status in AttendanceStatus.allCases {
      facts += (act.attendance.people[status] ?? []).map { named("\(status)/\(key($0.name))") }
    }
    return facts
  }

  private static func named(_ text: String) -> Fact {
    Fact(text: text, isFlagged: false, isNamed: true)
  }

  private static func outcome(of damaged: Reading, against correct: Reading) -> Outcome {
    let hasNews = !damaged.warnings.isSubset(of: correct.warnings)
    var missing = correct.facts.map(\.text)
    var isFlagged = false
    for fact in damaged.facts {
      if let place = missing.firstIndex(of: fact.text) {
        missing.remove(at: place)
      } else if fact.isFlagged || (fact.isNamed && hasNews) {
        isFlagged = true
      } else {
        return .silent
      }
    }
    if !missing.isEmpty { return isFlagged || hasNews ? .flagged : .silent }
    return damaged.hasRepairs ? .repaired : .harmless
  }

  // MARK: - Outcomes

  @Test func `damaged once stays wrong nowhere without a flag`() throws {
    let correct = try Self.reading(DamagedAct.text)
    #expect(correct.facts.allSatisfy { !$0.isFlagged } && correct.warnings.isEmpty)
    #expect(correct.facts.count == 44)
    var random = SeededGenerator(seed: 11)
    var counts: [String: Int] = [:]
    var silent: [DamagedAct.Target: [String]] = [:]
    var runs: [DamagedAct.Target: Int] = [:]
    var count = 0
    while count < Self.runs {
      guard let damage = DamagedAct.damage(using: &random) else { continue }
      count += 1
      let outcome = Self.outcome(of: try Self.reading(damage.text), against: correct)
      counts["\(damage.target.rawValue): \(damage.kind)/\(outcome.rawValue)", default: 0] += 1
      runs[damage.target, default: 0] += 1
      if outcome == .silent { silent[damage.target, default: []].append(damage.what) }
    }
    print(Self.table(counts))
    for target in [DamagedAct.Target.amount, .quantity, .count, .councillor] {
      #expect(silent[target] == nil, "\(target): \(silent[target] ?? [])")
    }
    for (target, share) in [(DamagedAct.Target.beneficiary, 100), (.territory, 100), (.label, 10)] {
      let most = (runs[target] ?? 0) / share
      #expect((silent[target]?.count ?? 0) <= most, "\(target): \(silent[target] ?? [])")
    }
  }

  private static func table(_ counts: [String: Int]) -> String {
    func padded(_ text: String, to width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let names = Set(counts.keys.map { String($0.split(separator: "/")[0]) }).sorted()
    let head =
      padded("", to: 40)
      + Outcome.allCases.map { padded($0.rawValue, to: 10) }.joined()
    let rows = names.map { name in
      padded(name, to: 40)
        + Outcome.allCases.map { padded(String(counts["\(name)/\($0.rawValue)"] ?? 0), to: 10) }
        .joined()
    }
    return ([head] + rows).joined(separator: "\n")
  }
}
