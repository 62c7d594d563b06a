import DeliberationModel

/// Says who could vote on each decision: those present and those represented, without those who
/// stepped aside.
///
/// Where the counts of a block add up to one way to count them, that way is the act's; else what the
/// roll says stands, and `VoteTotal` reports the difference.
struct Electorates {
  func settle(in act: inout Deliberation) {
    let countsRecused = act.countsRecusedAsAbstaining
    for index in act.decisions.indices {
      let possible = act.electorates(of: act.decisions[index], countsRecused)
      let sum = act.decisions[index].votesCast
      act.decisions[index].electorate =
        possible.first { $0.voting == sum && sum != nil } ?? possible.first
    }
  }
}

extension Decision {
  /// The votes for, against and abstaining together; nothing where those in favour are not counted.
  var votesCast: Int? {
    guard vote[.yes]?.count != nil else { return nil }
    return [VoteOption.yes, .no, .abstain].reduce(0) { $0 + (vote[$1]?.count ?? 0) }
  }
}

extension Deliberation {
  /// The ways to count who votes on a decision, that of the roll first; none where nobody is listed
  /// as present.
  ///
  /// A proxy to one who stepped aside is counted by some acts and not by others. Where no proxy is
  /// printed, those who are excused may have given theirs: a board lists them so. Some acts count
  /// those who stepped aside as abstaining: whether this one does is asked once for all of its votes.
  func electorates(of decision: Decision, _ countsRecused: Bool) -> [Electorate] {
    let aside = decision.recusals.filter { $0.status == .present }.map(\.person)
    guard let roll = attendance.electorate(without: aside) else { return [] }
    var ways = [roll]
    if attendance.proxies.isEmpty, let excused = attendance.people[.excused], !excused.isEmpty {
      let names = Set(excused.map(\.name)).subtracting(aside.map(\.name))
      var board = roll
      board.represented = excused.count
      board.voting = roll.voting.map { $0 + names.count }
      ways.append(board)
    }
    let recused = Set(aside.map(\.name))
    let held = attendance.proxies.count { proxy in
      proxy.to.map { recused.contains($0.name) } ?? false && !recused.contains(proxy.from.name)
    }
    if held > 0 {
      var without = roll
      without.voting = roll.voting.map { $0 - held }
      ways.append(without)
    }
    guard !recused.isEmpty else { return ways }
    let all = ways.map { way in
      var all = way
      all.voting = way.voting.map { $0 + recused.count }
      return all
    }
    // An act that counts them among those who abstain does so in all of its votes.
    return countsRecused ? all : ways + all
  }
}
