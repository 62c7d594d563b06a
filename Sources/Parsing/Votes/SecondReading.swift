import DeliberationModel
import PageModel

/// Compares the decision of an act that stands alone, which its sections tell, with what its sentences and
/// the tally in its head say of the same vote.
///
/// What the sections leave open is taken; a count that is told in two ways is in doubt.
struct SecondReading {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Completes the one decision of an act; several decisions are left as they are.
  ///
  /// A result that is not printed follows from counts that are those of all who could vote.
  func complete(_ act: inout Deliberation, _ lines: [Int], _ tally: Decision?) {
    if act.decisions.isEmpty { act.decisions = [tally].compactMap(\.self) }
    guard act.decisions.count == 1 else { return }
    let roll = VoteRoll(of: act, in: document)
    let sentences = ActSentences.sentences(of: lines, in: document)
    let told = DecisionReader(document, roll: roll).decisions(sentences).map(\.decision)
    for other in (told.count == 1 ? told : []) + [tally].compactMap(\.self) {
      Self.merge(other, into: &act.decisions[0])
      doubt(&act.decisions[0], other)
      guard act.decisions[0].result == nil, let result = other.result else { continue }
      let cast = act.decisions[0].vote.values.compactMap(\.count).reduce(0, +)
      if other.vote.isEmpty || Self.voters(act.attendance).contains(cast) {
        act.decisions[0].result = result
      }
    }
  }

  /// Takes that a motion was put off, withdrawn or rejected where a verb alone was read as adopting it,
  /// and doubts a decision whose results differ: "AJOURNE l'examen de la convention".
  private func doubt(_ decision: inout Decision, _ other: Decision) {
    guard let known = decision.result?.value, let told = other.result, told.value != known else {
      return
    }
    let isUndone = [VoteResult.adjourned, .withdrawn, .rejected].contains(told.value)
    if known == .adopted, isUndone, decision.vote.isEmpty { decision.result = told }
    decision.needsReview = true
  }

  /// How many could vote: as printed, and as the lists name them.
  private static func voters(_ attendance: Attendance) -> [Int] {
    let present = attendance.people[.present]?.count ?? 0
    let named = present > 0 ? present + attendance.proxies.count : nil
    return [attendance.counts[.voters], named].compactMap(\.self)
  }

  /// Takes what the sentences tell and the sections left open.
  private static func merge(_ other: Decision, into decision: inout Decision) {
    let isContradicted = decision.vote.contains { option, count in
      guard let known = count.count, let told = other.vote[option]?.count else { return false }
      return known != told
    }
    if isContradicted {
      for option in decision.vote.keys { decision.vote[option]?.needsReview = true }
      return
    }
    for (option, count) in other.vote where decision.vote[option]?.count == nil {
      decision.vote[option] = count
    }
    let named = Set(decision.positions.map(\.option))
    decision.positions += other.positions.filter { !named.contains($0.option) }
    if decision.recusals.isEmpty { decision.recusals = other.recusals }
    if other.isUnanimous, (decision.vote[.no]?.count ?? 0) == 0 { decision.isUnanimous = true }
  }
}
