import DeliberationModel

/// Repairs damaged numbers where the rules leave one value.
///
/// A value must be what a rule asks for and what damage explains; marks that are lost count more
/// than digits that are misread, which need a second rule, or that no other value closes the sum. It
/// must break no rule that holds.
struct NumberRepairer {
  /// Whether figures may have been misread, as they never are in a text that no recognition read.
  private let allowsMisreading: Bool

  /// Makes a repairer.
  init(allowsMisreading: Bool = true) {
    self.allowsMisreading = allowsMisreading
  }

  /// A value that would make rules hold.
  private struct Candidate: Hashable {
    var subject: Subject
    var value: Int
  }

  /// The points that a repair needs: its damage (2 for marks, 1 for digits) and its rules.
  private static let needed = 3
  /// The most rounds of repairs; each may make another one plain.
  private static let rounds = 8
  /// The most sums of one total that may have lost their commas at once.
  private static let mostCommas = 10

  /// Repairs the numbers of an act and brings the findings up to date.
  func repair(_ act: inout Deliberation, _ findings: inout [Finding]) {
    for _ in 0..<Self.rounds {
      if apply(plainRepairs(in: act, findings), to: &act, &findings) { continue }
      if apply(lostCommas(in: act, findings), to: &act, &findings) { continue }
      guard apply(closingRepair(in: act, findings), to: &act, &findings) else { return }
    }
  }

  // MARK: - Candidates

  private struct Score {
    var points = 0
    var rule = ""
    var strength = NumberDamage.Strength.none
  }

  /// The candidates that have points enough and no rival.
  private func plainRepairs(
    in act: Deliberation,
    _ findings: [Finding]
  ) -> [(candidate: Candidate, rule: String, confidence: Int)] {
    var scores: [Candidate: Score] = [:]
    var order: [Candidate] = []
    let failed = findings.indices.filter { findings[$0].failed }
    let proved = Set(findings.filter { $0.passed && $0.proves }.flatMap(\.subjects))
    var asked: [Int: [Candidate]] = [:]
    for index in failed {
      for demand in findings[index].demands {
        let isSure = hasProvedTotal(findings[index], proved)
        let isLast = demand.subject.value(in: act) == nil
        if isLast, Self.holdsDoubts(findings[index], beside: demand.subject, in: act) { continue }
        for (value, strength) in values(of: demand, in: act, totalIsProved: isSure) {
          let candidate = Candidate(subject: demand.subject, value: value)
          if scores[candidate] == nil { order.append(candidate) }
          var score = scores[candidate] ?? Score(points: strength.rawValue)
          score.strength = strength
          score.points += weight(of: findings[index], for: demand.subject, proved, in: act)
          // The theme proves the total, so the error is in a row.
          if isSure, demand.subject.isGrantAmount { score.points += 1 }
          if score.rule.isEmpty { score.rule = findings[index].check.rule }
          scores[candidate] = score
          asked[index, default: []].append(candidate)
        }
      }
    }
    var good = order.filter { (scores[$0]?.points ?? 0) >= Self.needed }
    // Of the values that one rule allows, only one may be left.
    var isGood = Set(good)
    for index in failed {
      let rivals = (asked[index] ?? []).filter(isGood.contains)
      guard rivals.count > 1 else { continue }
      let best = rivals.map { scores[$0]?.points ?? 0 }.max() ?? 0
      let winners = rivals.filter { scores[$0]?.points == best }
      isGood.subtract(winners.count > 1 ? rivals : rivals.filter { !winners.contains($0) })
    }
    good.removeAll { !isGood.contains($0) }
    let subjects = good.reduce(into: [:]) { $0[$1.subject, default: 0] += 1 }
    return good.filter { subjects[$0.subject] == 1 }
      .map { candidate in
        let score = scores[candidate] ?? Score()
        return (candidate, score.rule, min(99, 85 + score.points * 3))
      }
  }

  /// A price is worth two rules for a quantity whose sum is proved, and for a sum that recognition
  /// read beside a quantity that it did not doubt; else one.
  private func weight(
    of finding: Finding,
    for subject: Subject,
    _ proved: Set<Subject>,
    in act: Deliberation
  ) -> Int {
    switch subject {
    case .grantQuantity(let index) where proved.contains(.grantAmount(index)): finding.weight
    case .grantAmount(let index)
    where allowsMisreading && !act.grants[index].doubts.contains(.quantity): finding.weight
    default: 1
    }
  }

  /// Whether another rule proves the total that a sum of rows is held against.
  private func hasProvedTotal(_ finding: Finding, _ proved: Set<Subject>) -> Bool {
    finding.subjects.contains { subject in
      if case .totalAmount = subject { proved.contains(subject) } else { false }
    }
  }

  /// The values of a demand, with the damage that explains each.
  private func values(
    of demand: Finding.Demand,
    in act: Deliberation,
    totalIsProved: Bool
  ) -> [(value: Int, strength: NumberDamage.Strength)] {
    let subject = demand.subject
    let read = subject.value(in: act)
    let raw = subject.raw(in: act)
    if subject.isMoney {
      var value = demand.values.lowerBound
      if demand.values.count > 1 {
        guard let read, read.isMultiple(of: 100), demand.values.contains(read / 100) else {
          return []
        }
        value = read / 100
      }
      guard let raw else {
        // A sum that cannot be read is what a total that is proved leaves for it.
        guard totalIsProved, read == nil, value > 0, case .grantAmount = subject else { return [] }
        return [(value, .marks)]
      }
      if read == nil || NumberShape.isUnreadable(raw), NumberShape.fits(raw, cents: value) {
        return [(value, .marks)]
      }
      if case .grantAmount(let index) = subject,
        GluedQuantity.partings(of: index, in: act).contains(where: { $0.cents == value })
      {
        return [(value, .marks)]
      }
      return [(value, explained(NumberDamage.explains(raw, cents: value, readAs: read)))]
    }
    guard let raw, !raw.isEmpty else { return [] }
    if demand.values.count == 1 {
      let value = demand.values.lowerBound
      guard value > 0 || subject.isVote else { return [] }
      return [(value, explained(NumberDamage.explains(raw, count: value, readAs: read)))]
    }
    guard demand.values.count <= 1000, allowsMisreading else { return [] }
    let misread = demand.values.filter { value in
      NumberDamage.explains(raw, count: value, readAs: read, mostWrong: 1) != .none
    }
    return misread.count == 1 ? [(misread[0], .digits)] : []
  }

  private func explained(_ strength: NumberDamage.Strength) -> NumberDamage.Strength {
    strength == .digits && !allowsMisreading ? .none : strength
  }

  /// The only sums of a total that, with a comma before their last two figures, make it hold.
  private func lostCommas(
    in act: Deliberation,
    _ findings: [Finding]
  ) -> [(candidate: Candidate, rule: String, confidence: Int)] {
    for finding in findings where finding.failed && finding.weight == 1 {
      let amounts = finding.demands.compactMap { demand -> (candidate: Candidate, less: Int)? in
        guard case .grantAmount = demand.subject, let read = demand.subject.value(in: act),
          let raw = demand.subject.raw(in: act), read > 0, read.isMultiple(of: 100),
          NumberDamage.explains(raw, cents: read / 100, readAs: read) == .marks,
          demand.values.count == 1
        else { return nil }
        return (Candidate(subject: demand.subject, value: read / 100), read - read / 100)
      }
      guard (2...Self.mostCommas).contains(amounts.count), let first = finding.demands.last,
        let read = first.subject.value(in: act)
      else { continue }
      let excess = read - first.values.lowerBound
      let sets = (1..<(1 << amounts.count)).filter { set in
        amounts.indices.reduce(0) { $0 + (set >> $1 & 1 == 1 ? amounts[$1].less : 0) } == excess
      }
      guard sets.count == 1 else { continue }
      return amounts.indices.filter { sets[0] >> $0 & 1 == 1 }
        .map { (amounts[$0].candidate, finding.check.rule, 95) }
    }
    return []
  }

  /// The most values that are tried to close one sum.
  private static let mostTries = 40

  /// The one misread number of a failed rule with which it holds, if damage explains no other.
  private func closingRepair(
    in act: Deliberation,
    _ findings: [Finding]
  ) -> [(candidate: Candidate, rule: String, confidence: Int)] {
    guard allowsMisreading else { return [] }
    let proved = Set(findings.filter { $0.passed && $0.proves }.flatMap(\.subjects))
    for finding in findings where finding.failed {
      let isSure = hasProvedTotal(finding, proved)
      let candidates = finding.demands.flatMap { demand -> [Candidate] in
        guard demand.values.count == 1 else { return [] }
        if demand.subject.isVote {
          let canRepair =
            isProvedElsewhere(finding, in: findings) || isListed(demand, in: act, proved)
          if !canRepair || proved.contains(demand.subject) { return [] }
        }
        if Self.holdsDoubts(finding, beside: demand.subject, in: act) { return [] }
        return values(of: demand, in: act, totalIsProved: isSure)
          .filter { $0.strength != .none }
          .map { Candidate(subject: demand.subject, value: $0.value) }
      }
      guard (1...Self.mostTries).contains(candidates.count) else { continue }
      let closing = candidates.map { ($0, finding.check.rule, 88) }.filter { repair in
        var (tried, after) = (act, findings)
        return attempt([repair], on: &tried, &after)
          && !after.contains { $0.failed && Self.key($0) == Self.key(finding) }
      }
      if closing.count == 1 { return closing }
    }
    return []
  }

  /// Whether reading doubted another sum of a finding: what would close it may be that one's error.
  private static func holdsDoubts(
    _ finding: Finding,
    beside subject: Subject,
    in act: Deliberation
  ) -> Bool {
    finding.subjects.contains { other in
      guard other != subject, case .grantAmount(let index) = other else { return false }
      return act.grants[index].doubts.contains(.amount)
    }
  }

  /// Whether another block proves the list that the counts of a block are held against: a name that
  /// is lost from the list contradicts every block.
  private func isProvedElsewhere(_ finding: Finding, in findings: [Finding]) -> Bool {
    findings.contains { $0.passed && $0.proves && $0.check.rule == finding.check.rule }
  }

  /// The fewest members by which a count exceeds a list that may have lost a name or two.
  private static let farFromList = 3

  /// Whether a count contradicts a list that the block itself proves: the list cannot have names too
  /// many, and hardly lost several.
  ///
  /// Each option must have its count, and another count of the block must agree with its list.
  private func isListed(
    _ demand: Finding.Demand,
    in act: Deliberation,
    _ proved: Set<Subject>
  ) -> Bool {
    guard case .vote(let decision, let option) = demand.subject,
      let read = demand.subject.value(in: act),
      [VoteOption.yes, .no, .abstain].allSatisfy(act.decisions[decision].counted.contains),
      VoteOption.allCases.contains(where: { other in
        other != option && proved.contains(.vote(decision: decision, other))
      })
    else { return false }
    let value = demand.values.lowerBound
    return value > read || read - value >= Self.farFromList
  }

  // MARK: - Repairs

  /// The most repairs that are tried alone in a round: each asks all rules again.
  private static let mostAlone = 200

  /// Makes repairs together, or those that can be made alone; says whether any was made.
  private func apply(
    _ repairs: [(candidate: Candidate, rule: String, confidence: Int)],
    to act: inout Deliberation,
    _ findings: inout [Finding]
  ) -> Bool {
    guard !repairs.isEmpty else { return false }
    if attempt(repairs, on: &act, &findings) { return true }
    guard repairs.count > 1 else { return false }
    var isMade = false
    for repair in repairs.prefix(Self.mostAlone) where attempt([repair], on: &act, &findings) {
      isMade = true
    }
    return isMade
  }

  private func attempt(
    _ repairs: [(candidate: Candidate, rule: String, confidence: Int)],
    on act: inout Deliberation,
    _ findings: inout [Finding]
  ) -> Bool {
    var mended = act
    for (candidate, rule, confidence) in repairs {
      let subject = candidate.subject
      let raw = subject.raw(in: act)
      func set(_ subject: Subject, _ value: Int) {
        subject.set(value, in: &mended)
        mended.repairs.append(
          Repair(
            path: subject.pointer,
            raw: raw?.isEmpty == false ? raw : nil,
            value: subject.checked(value),
            rule: rule,
            confidence: confidence
          )
        )
      }
      set(subject, candidate.value)
      if case .grantAmount(let index) = subject,
        let parted = GluedQuantity.partings(of: index, in: act)
          .first(where: { $0.cents == candidate.value })
      {
        set(.grantQuantity(index), parted.quantity)
      }
    }
    let after = ActReconciler.findings(in: mended)
    let touched = Set(repairs.map(\.candidate.subject.pointer))
    // A price that comes to light may contradict other rows, which were so before; and what is known
    // now may say what a number that cannot be read should be.
    let isNew = Self.contradictions(of: after, notAmong: findings).contains { finding in
      finding.subjects.allSatisfy { $0.value(in: mended) != nil }
        && (!finding.doubtsProved || finding.check.subjects.contains(where: touched.contains))
    }
    guard !isNew, !Self.contradictions(of: findings, notAmong: after).isEmpty else { return false }
    act = mended
    findings = after
    return true
  }

  /// What contradicts itself and did not before, or no longer does: a rule and the numbers it compares.
  ///
  /// Most findings are what they were and at their place, and so cost one comparison.
  private static func contradictions(
    of findings: [Finding],
    notAmong others: [Finding]
  ) -> [Finding] {
    let moved = findings.indices.filter { place in
      findings[place].failed
        && !(others.indices.contains(place) && others[place].failed
          && others[place].check.rule == findings[place].check.rule
          && others[place].check.subjects == findings[place].check.subjects)
    }
    guard !moved.isEmpty else { return [] }
    var keys = Set(moved.map { key(findings[$0]) })
    let pointers = Set(moved.flatMap { findings[$0].check.subjects })
    for other in others where other.failed {
      if other.check.subjects.first.map(pointers.contains) ?? true { keys.remove(key(other)) }
    }
    return moved.map { findings[$0] }.filter { keys.contains(key($0)) }
  }

  private static func key(_ finding: Finding) -> [String] {
    [finding.check.rule] + finding.check.subjects.sorted()
  }
}

extension Subject {
  /// Whether the number is the sum of a row.
  var isGrantAmount: Bool {
    if case .grantAmount = self { true } else { false }
  }

  /// Whether the number counts votes.
  var isVote: Bool {
    if case .vote = self { true } else { false }
  }
}
