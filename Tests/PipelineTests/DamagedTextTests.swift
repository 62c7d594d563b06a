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
  private static let runs = 600

  private static func reading(_ text: String) throws -> ActReading {
    var diagnostics = DiagnosticList()
    let acts = try Extractor().deliberations(
      of: Document(printing: text),
      DamagedAct.definition(),
      reporting: &diagnostics
    )
    return ActReading(acts, diagnostics)
  }

  // MARK: - Outcomes

  @Test func `damaged once stays wrong nowhere without a flag`() throws {
    let correct = try Self.reading(DamagedAct.text)
    #expect(correct.facts.allSatisfy { !$0.isFlagged } && correct.warnings.isEmpty)
    #expect(correct.facts.count == 56)
    var random = SeededGenerator(seed: 11)
    var table = OutcomeTable()
    var silent: [DamagedAct.Target: [String]] = [:]
    var runs: [DamagedAct.Target: Int] = [:]
    var count = 0
    while count < Self.runs {
      guard let damage = DamagedAct.damage(using: &random) else { continue }
      count += 1
      let reading = try Self.reading(damage.text)
      let outcome = reading.outcome(against: correct)
      table.add(outcome, to: "\(damage.target.rawValue): \(damage.kind)")
      runs[damage.target, default: 0] += 1
      if outcome == .silent {
        let (wrong, lost) = reading.differences(from: correct)
        silent[damage.target, default: []].append(
          "\(damage.what), wrong \(wrong.map(\.text)), lost \(lost)"
        )
      }
    }
    print(table.text)
    for target in [DamagedAct.Target.amount, .quantity, .count, .councillor] {
      #expect(silent[target] == nil, "\(target): \(silent[target] ?? [])")
    }
    for (target, share) in [(DamagedAct.Target.beneficiary, 100), (.territory, 100), (.label, 50)] {
      let most = (runs[target] ?? 0) / share
      #expect((silent[target]?.count ?? 0) <= most, "\(target): \(silent[target] ?? [])")
    }
  }
}
