import DeliberationModel

/// What the checks say of each number: proved, suspect, or nothing.
///
/// `needs_review` follows from it. A total, a budget line, a vote count or a part of a grant row that
/// reading or recognition doubted is trusted again once a check that holds proves it; one that a failed
/// check compares, and that no other check proves, is not trusted. Of such suspects only those are
/// flagged whose print is near to what the check asks for, where there are any.
struct NumberDoubts {
  private let findings: [Finding]
  private var proved: Set<Subject> = []

  /// Weighs the findings.
  init(_ findings: [Finding]) {
    self.findings = findings
    for finding in findings where finding.passed && finding.proves {
      proved.formUnion(finding.subjects)
    }
  }

  /// Lifts the flags of what is proved, then flags the suspects of the rules that do not hold.
  func settle(in act: inout Deliberation) {
    lift(in: &act)
    for finding in findings where finding.failed {
      for subject in suspects(of: finding, in: act) { subject.flag(in: &act) }
    }
  }

  /// The fewest numbers of a finding that may be wrong.
  ///
  /// A number whose print is near to the value that would make the rule hold is a better suspect
  /// than the rest.
  private func suspects(of finding: Finding, in act: Deliberation) -> [Subject] {
    if finding.doubtsProved { return finding.subjects }
    let open = finding.subjects.filter { !proved.contains($0) }
    let near = finding.demands.filter { demand in
      guard !proved.contains(demand.subject), demand.values.count == 1 else { return false }
      guard let raw = demand.subject.raw(in: act) else { return true }
      let value = demand.values.lowerBound
      return NumberDamage.isNear(raw, to: value, isMoney: demand.subject.isMoney)
    }
    return near.isEmpty ? open : near.map(\.subject)
  }

  // MARK: - What is proved

  private func lift(in act: inout Deliberation) {
    let operations = provedOperations
    for index in act.grants.indices {
      if proved.contains(.grantAmount(index)) { act.grants[index].doubts.remove(.amount) }
      if proved.contains(.grantQuantity(index)) { act.grants[index].doubts.remove(.quantity) }
      if operations.contains(index) { act.grants[index].doubts.remove(.operation) }
    }
    for index in act.totals.indices where provesTotal(index, in: act) {
      act.totals[index].needsReview = false
    }
    for index in act.articles.indices {
      act.articles[index].amountsInDoubt = act.articles[index].amountsInDoubt.filter { place in
        !proved.contains(.articleAmount(article: index, place: place))
      }
    }
    for index in act.budgetLines.indices {
      let isProved = Subject.line(index).allSatisfy(proved.contains)
      if isProved { act.budgetLines[index].needsReview = false }
    }
    for index in act.decisions.indices {
      for option in act.decisions[index].counted
      where proved.contains(.vote(decision: index, option)) {
        act.decisions[index].vote[option]?.needsReview = false
      }
    }
    liftReport(in: &act)
  }

  /// The rows whose sums add up to the printed total of their operation.
  private var provedOperations: Set<Int> {
    var rows: Set<Int> = []
    for finding in findings where finding.passed && finding.check.rule == OperationTotal().id {
      for case .grantAmount(let index) in finding.subjects { rows.insert(index) }
    }
    return rows
  }

  private func provesTotal(_ index: Int, in act: Deliberation) -> Bool {
    guard proved.contains(.totalAmount(index)) else { return false }
    if proved.contains(.totalQuantity(index)) { return true }
    guard act.totals[index].quantity == nil else { return false }
    // A total of the quantities may be printed and not be readable.
    let total = act.totals[index]
    return !act.grants.contains { grant in
      grant.quantity != nil && total.operation != nil && grant.operation == total.operation
        && grant.theme == total.theme
    }
  }

  private func liftReport(in act: inout Deliberation) {
    let doubts = act.report?.amountsInDoubt ?? []
    act.report?.amountsInDoubt = doubts.filter { !proved.contains(.reportAmount($0)) }
    for index in (act.report?.budgetLines ?? []).indices {
      let isProved = Subject.reportLine(index).allSatisfy(proved.contains)
      if isProved { act.report?.budgetLines[index].needsReview = false }
    }
  }
}
