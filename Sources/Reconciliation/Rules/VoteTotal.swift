import DeliberationModel

/// For, against and abstaining are the members who vote: those present, and those excused who gave
/// a proxy.
///
/// Some acts count recused members as abstaining, others not at all: in an act that does not do the
/// first, the members less those recused will do as well. A board where nobody gave a proxy prints
/// none. A vote without a count of those in favour, or an act that lists who is excused and nobody as
/// present, has lost something; one count that cannot be read is what the others leave.
struct VoteTotal: ReconciliationRule {
  let id = "votes.total"

  func findings(in act: Deliberation) -> [Finding] {
    let blocks = act.decisions.indices.filter { !act.decisions[$0].vote.isEmpty }
    let attendance = act.attendance
    let isListed = !(attendance.people[.present] ?? []).isEmpty
    let isApart = !act.countsRecusedAsAbstaining
    var found = blocks.compactMap { index -> Finding? in
      if act.decisions[index].counted.contains(.yes) { return nil }
      if isListed, let open = open(index, of: act, isApart) { return open }
      return finding(
        false,
        "the vote has no count of those in favour that can be read",
        at: ["/decisions/\(index)/vote"]
      )
    }
    let counted = blocks.filter { act.decisions[$0].counted.contains(.yes) }
    guard !counted.isEmpty else { return found }
    guard isListed else {
      let others = [AttendanceStatus.excused, .absent].contains { status in
        !(attendance.people[status] ?? []).isEmpty
      }
      let message = "the act lists nobody as present"
      found.append(others ? finding(false, message, at: []) : notApplicable(message))
      return found
    }
    let electorates = Electorates(act)
    let excludes = refutedWay(counted, of: act, electorates)
    return found
      + counted.map { index in
        open(index, of: act, isApart) ?? compared(index, of: act, isApart, electorates, excludes)
      }
  }

  /// The way to count those who are excused and gave no proxy that fewer votes of the act bear out.
  ///
  /// They are away, or vote: an act counts them in one way. A vote by itself proves neither; then the
  /// printed number of voters alone says that they are away.
  private func refutedWay(
    _ blocks: [Int],
    of act: Deliberation,
    _ electorates: Electorates
  ) -> Int? {
    var proved = [0, 0]
    for index in blocks {
      let ways = electorates.ways(of: act.decisions[index]).map(\.voting)
      guard ways.count > 1, ways[0] != ways[1], act.attendance.proxies.isEmpty else { return nil }
      let sum = act.decisions[index].votesCast
      for way in ways.indices where ways[way] == sum { proved[way % 2] += 1 }
    }
    guard proved.reduce(0, +) > 1, proved[0] != proved[1] else {
      let roll = act.attendance.electorate()?.voting
      return act.attendance.counts[.voters] == roll ? nil : 0
    }
    return proved[0] < proved[1] ? 0 : 1
  }

  private static let voting: [VoteOption] = [.yes, .no, .abstain]

  /// A block of which every count can be read; recused members may be apart from those who abstain.
  private func compared(
    _ index: Int,
    of act: Deliberation,
    _ isApart: Bool,
    _ electorates: Electorates,
    _ refuted: Int?
  ) -> Finding {
    let decision = act.decisions[index]
    let options = Self.voting.filter(decision.counted.contains)
    let sum = decision.votesCast ?? 0
    let aside = isApart ? decision.recusedPresent.count : 0
    // Ways to count those who are excused take turns: away, voting, away …
    let possible = electorates.ways(of: decision)
    let ways = possible.indices.lazy.filter { $0 % 2 != refuted }.map { possible[$0].voting }
    let voters = act.attendance.voters
    let printed = act.attendance.counts[.voters]
    let holds = ways.contains(sum) || printed == sum || printed == sum + aside
    var finding = finding(index, options, holds: holds, voters: voters, sum: sum)
    if !holds {
      finding.demands = options.compactMap { option in
        let value = (decision.vote[option]?.count ?? 0) + voters - sum
        return value < 0 ? nil : Finding.Demand(.vote(decision: index, option), value)
      }
    }
    return finding
  }

  /// A block of which one count cannot be read: the members whom the others leave.
  private func open(_ index: Int, of act: Deliberation, _ isApart: Bool) -> Finding? {
    let decision = act.decisions[index]
    let options = Self.voting.filter { decision.vote[$0] != nil }
    let unread = options.filter { decision.vote[$0]?.count == nil }
    guard let option = unread.first, unread.count == 1, decision.vote[option]?.unreadable != nil
    else { return nil }
    let voters = act.attendance.voters
    let sum = options.reduce(0) { $0 + (decision.vote[$1]?.count ?? 0) }
    var finding = finding(index, options, holds: false, voters: voters, sum: sum)
    let apart = isApart ? decision.recusedPresent.count : 0
    finding.demands = Set([voters - sum, voters - sum - apart]).sorted()
      .filter { $0 >= 0 }
      .map { Finding.Demand(.vote(decision: index, option), $0) }
    return finding
  }

  private func finding(
    _ index: Int,
    _ options: [VoteOption],
    holds: Bool,
    voters: Int,
    sum: Int
  ) -> Finding {
    finding(
      holds,
      expected: .count(voters),
      found: .count(sum),
      "\(sum) votes are counted, \(voters) members are present or gave a proxy",
      about: options.map { .vote(decision: index, $0) }
    )
  }
}

extension Decision {
  /// The options whose count can be read.
  var counted: [VoteOption] { VoteOption.allCases.filter { vote[$0]?.count != nil } }

  /// The names of the recused members who are present.
  var recusedPresent: Set<String> {
    Set(recusals.filter { $0.status == .present }.map(\.person.name))
  }
}

extension Attendance {
  /// The members who vote: those present and those who gave a proxy, which are all who are excused
  /// where no proxy is printed.
  var voters: Int {
    let excused = people[.excused]?.count ?? 0
    return (people[.present]?.count ?? 0) + (proxies.isEmpty ? excused : proxies.count)
  }
}
