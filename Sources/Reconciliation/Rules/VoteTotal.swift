import DeliberationModel

/// For, against and abstaining are the members who vote: those present, and those excused who gave
/// a proxy.
///
/// Some acts count recused members as abstaining, others not at all: the members less those recused
/// will do as well. A board where nobody gave a proxy prints none. A vote without a count of those in
/// favour, or an act that lists who is excused and nobody as present, has lost something.
struct VoteTotal: ReconciliationRule {
  let id = "votes.total"

  func findings(in act: Deliberation) -> [Finding] {
    let counted = act.decisions.indices.filter { act.decisions[$0].counted.contains(.yes) }
    let uncounted = act.decisions.indices.filter { index in
      !act.decisions[index].vote.isEmpty && !act.decisions[index].counted.contains(.yes)
    }
    .map { index in
      finding(
        false,
        "the vote has no count of those in favour that can be read",
        at: ["/decisions/\(index)/vote"]
      )
    }
    guard !counted.isEmpty else { return uncounted }
    let present = act.attendance.people[.present]?.count ?? 0
    guard present > 0 else {
      let others = [AttendanceStatus.excused, .absent].contains { status in
        !(act.attendance.people[status] ?? []).isEmpty
      }
      let message = "the act lists nobody as present"
      return uncounted + [others ? finding(false, message, at: []) : notApplicable(message)]
    }
    let excused = act.attendance.people[.excused]?.count ?? 0
    let proxies = act.attendance.proxies.isEmpty ? excused : act.attendance.proxies.count
    let voters = present + proxies
    return uncounted
      + counted.map { index in
        let decision = act.decisions[index]
        let options = [VoteOption.yes, .no, .abstain].filter(decision.counted.contains)
        let subjects = options.map { Subject.vote(decision: index, $0) }
        let sum = options.reduce(0) { $0 + (decision.vote[$1]?.count ?? 0) }
        let recused = Set(decision.recusals.filter { $0.status == .present }.map(\.person.name))
        let possible = [voters, act.attendance.counts[.voters] ?? voters]
          .flatMap { [$0, $0 - recused.count] }
        let holds = possible.contains(sum)
        let check = Check(
          rule: id,
          holds ? .passed : .failed,
          expected: .count(voters),
          found: .count(sum),
          message: "\(sum) votes are counted, \(voters) members are present or gave a proxy",
          subjects: subjects.map(\.pointer)
        )
        var finding = Finding(check: check, subjects: subjects)
        if !holds {
          finding.demands = options.compactMap { option in
            let value = (decision.vote[option]?.count ?? 0) + voters - sum
            return value < 0 ? nil : Finding.Demand(.vote(decision: index, option), value)
          }
        }
        return finding
      }
  }
}

extension Decision {
  /// The options whose count can be read.
  var counted: [VoteOption] { VoteOption.allCases.filter { vote[$0]?.count != nil } }
}
