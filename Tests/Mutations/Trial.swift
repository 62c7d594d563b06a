import TestSupport

/// One damage of one print of an act, and what became of it.
struct Trial: Sendable {
  let number: Int
  let target: CorpusAct.Target
  let kind: String
  /// The damage for people: `000 /grants/3/amount: 2 080,00 € → 2 030,00 €`.
  let what: String
  let outcome: DamageOutcome
  /// Whether the act says the print twice: a sum holds the number, a list the person.
  let isCompared: Bool
  /// Whether the sums leave one reading of the damaged print.
  let isDetermined: Bool
  /// What is wrong or lost, of a silent one.
  let differences: String

  /// Draws a place and a damage; nothing where the act has no such place.
  init?(_ number: Int, _ act: CorpusAct, using random: inout SeededGenerator) {
    let targets = CorpusAct.Target.allCases.filter { act.places[$0] != nil }
    guard let target = targets.randomElement(using: &random),
      let place = act.places[target]?.randomElement(using: &random),
      let damage = OCRDamage.drawn(
        from: target.isNumber ? OCRDamage.ofNumber(place.print) : OCRDamage.ofWords(place.print),
        using: &random
      )
    else { return nil }
    let reading = act.reading(place, damagedAs: damage.text)
    self.number = number
    self.target = target
    kind = damage.kind
    what = "\(act.name) \(place.pointer): \(place.print) → \(damage.text)"
    outcome = reading.outcome(against: act.correct)
    isCompared = target == .councillor || act.sums.holds(place.pointer)
    isDetermined = act.sums.determine(place.pointer, printed: damage.text)
    let (wrong, lost) = reading.differences(from: act.correct)
    differences =
      "wrong: \(wrong.filter { !$0.isFlagged }.map(\.text)), lost: \(lost),"
      + " said: \(reading.warnings.subtracting(act.correct.warnings).sorted())"
  }
}
