import DeliberationModel

/// In acts that count recused members as abstaining, the abstentions of a block are the members
/// present who are recused in it.
///
/// It is a rule where most blocks with recused members agree, or the only one.
struct VoteAbstentions: ReconciliationRule {
  let id = "votes.abstentions"

  func findings(in act: Deliberation) -> [Finding] {
    let blocks = act.decisions.indices.filter { act.decisions[$0].vote[.abstain]?.count != nil }
    let pairs = blocks.map { index in
      (
        index: index,
        count: act.decisions[index].vote[.abstain]?.count ?? 0,
        recused: Set(
          act.decisions[index].recusals.filter { $0.status == .present }.map(\.person.name)
        ).count
      )
    }
    let telling = pairs.filter { $0.recused > 0 }
    guard !telling.isEmpty else { return [] }
    let agreeing = telling.count { $0.count == $0.recused }
    guard agreeing * 2 > telling.count else {
      return [notApplicable("the act does not count recused members as abstaining")]
    }
    return pairs.map { pair in
      let subject = Subject.vote(decision: pair.index, .abstain)
      var found = finding(
        pair.count == pair.recused,
        expected: .count(pair.recused),
        found: .count(pair.count),
        "\(pair.count) members abstain, \(pair.recused) members present are recused",
        at: [subject.pointer]
      )
      found.subjects = [subject]
      found.proves = true
      if pair.count != pair.recused {
        found.demands = [Finding.Demand(subject, pair.recused)]
      }
      return found
    }
  }
}
