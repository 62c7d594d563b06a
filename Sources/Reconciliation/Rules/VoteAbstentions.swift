import DeliberationModel

/// In acts that count recused members as abstaining, the abstentions of a block are the members
/// present who are recused in it.
///
/// It is a rule where most blocks with recused members agree, or the only one; of an only one that
/// does not, where its votes are all members once the recused ones are its abstentions.
struct VoteAbstentions: ReconciliationRule {
  let id = "votes.abstentions"

  func findings(in act: Deliberation) -> [Finding] {
    let blocks = act.decisions.indices.filter { index in
      act.decisions[index].vote[.abstain].map { $0.count != nil || $0.unreadable != nil } ?? false
    }
    let telling = act.decisions.filter(\.tellsOfRecusals)
    let open = blocks.first { isClosed(by: $0, in: act) }
    guard !telling.isEmpty || open != nil else { return [] }
    guard act.countsRecusedAsAbstaining || (telling.count <= 1 && open != nil) else {
      return [notApplicable("the act does not count recused members as abstaining")]
    }
    return blocks.map { finding(about: $0, in: act) }
  }

  /// Whether the recused members are what the other counts of a block leave of all who vote.
  private func isClosed(by index: Int, in act: Deliberation) -> Bool {
    let decision = act.decisions[index]
    guard let yes = decision.vote[.yes]?.count, !decision.recusedPresent.isEmpty else {
      return false
    }
    let sum = yes + (decision.vote[.no]?.count ?? 0) + decision.recusedPresent.count
    return sum == act.attendance.voters
  }

  private func finding(about index: Int, in act: Deliberation) -> Finding {
    let recused = act.decisions[index].recusedPresent.count
    let count = act.decisions[index].vote[.abstain]?.count
    let subject = Subject.vote(decision: index, .abstain)
    return finding(
      count == recused,
      expected: .count(recused),
      found: count.map { .count($0) },
      (count.map { "\($0) members abstain" } ?? "the members who abstain cannot be read")
        + ", \(recused) members present are recused",
      about: [subject],
      demands: [Finding.Demand(subject, recused)]
    )
  }
}

extension Decision {
  /// Whether the block has recused members and a count of abstentions, so that it tells whether they
  /// are the same.
  fileprivate var tellsOfRecusals: Bool {
    vote[.abstain]?.count != nil && !recusedPresent.isEmpty
  }
}

extension Decision {
  /// Whether nobody is named as abstaining but members who are recused.
  fileprivate var abstainingAreRecused: Bool {
    let recused = recusedPresent
    return positions.allSatisfy { $0.option != .abstain || recused.contains($0.person.name) }
  }
}

extension Deliberation {
  /// Whether in most blocks with recused members these are the abstentions.
  var countsRecusedAsAbstaining: Bool {
    let telling = decisions.filter(\.tellsOfRecusals)
    let agreeing = telling.count {
      $0.vote[.abstain]?.count == $0.recusedPresent.count && $0.abstainingAreRecused
    }
    return agreeing * 2 > telling.count
  }
}
