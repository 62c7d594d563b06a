import DeliberationModel

/// Says who could vote on each decision: those present and those represented, without those who
/// stepped aside.
///
/// Where the counts of a block add up to one way to count them, that way is the act's; else what the
/// roll says stands, and `VoteTotal` reports the difference.
struct Electorates {
  private let attendance: Attendance
  private let countsRecused: Bool
  /// The ways where nobody steps aside, which are those of most decisions.
  private let common: [Electorate]

  /// Counts who votes on the decisions of an act.
  init(_ act: Deliberation) {
    attendance = act.attendance
    countsRecused = act.countsRecusedAsAbstaining
    common = Self.ways(in: act.attendance, without: [], countsRecused)
  }

  /// Says of each decision of an act who could vote on it.
  static func settle(in act: inout Deliberation) {
    let electorates = Electorates(act)
    for index in act.decisions.indices {
      let possible = electorates.ways(of: act.decisions[index])
      let sum = act.decisions[index].votesCast
      act.decisions[index].electorate =
        possible.first { $0.voting == sum && sum != nil } ?? possible.first
    }
  }

  /// The ways to count who votes on a decision, that of the roll first; none where nobody is listed
  /// as present.
  ///
  /// A proxy to one who stepped aside is counted by some acts and not by others. Where no proxy is
  /// printed, those who are excused may have given theirs: a board lists them so. Some acts count
  /// those who stepped aside as abstaining: whether this one does is asked once for all of its votes.
  func ways(of decision: Decision) -> [Electorate] {
    let aside = decision.recusals.filter { $0.status == .present }.map(\.person)
    return aside.isEmpty ? common : Self.ways(in: attendance, without: aside, countsRecused)
  }

  private static func ways(
    in attendance: Attendance,
    without aside: [Person],
    _ countsRecused: Bool
  ) -> [Electorate] {
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

extension Decision {
  /// The votes for, against and abstaining together; nothing where those in favour are not counted.
  var votesCast: Int? {
    guard let yes = vote[.yes]?.count else { return nil }
    return yes + (vote[.no]?.count ?? 0) + (vote[.abstain]?.count ?? 0)
  }
}
