import DeliberationModel

/// The members counted as absent are those whom the act lists as absent; an act that lists who is
/// present and who is excused lists them too.
struct VoteAbsent: ReconciliationRule {
  let id = "votes.absent"

  func findings(in act: Deliberation) -> [Finding] {
    let listed = act.attendance.people[.absent]?.count ?? 0
    let listsAll = [AttendanceStatus.present, .excused].allSatisfy { status in
      !(act.attendance.people[status] ?? []).isEmpty
    }
    guard listed > 0 || listsAll else { return [] }
    return act.decisions.indices.compactMap { index in
      let subject = Subject.vote(decision: index, .absent)
      guard let count = act.decisions[index].vote[.absent]?.count else {
        guard act.decisions[index].vote[.absent]?.unreadable != nil, listed > 0 else { return nil }
        return finding(
          false,
          expected: .count(listed),
          "the members counted as absent cannot be read, \(listed) are listed",
          about: [subject],
          demands: [Finding.Demand(subject, listed)]
        )
      }
      return finding(
        count == listed,
        expected: .count(listed),
        found: .count(count),
        "\(count) members are counted as absent, \(listed) are listed",
        about: [subject],
        demands: listed > 0 ? [Finding.Demand(subject, listed)] : []
      )
    }
  }
}
