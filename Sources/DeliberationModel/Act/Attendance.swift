/// In what way a councillor attended, or did not attend, a session.
public enum AttendanceStatus: String, Hashable, Sendable, CaseIterable {
  case present
  case excused
  case absent
  /// "Assistant également sans voix délibérative".
  case attendingWithoutVote = "attending_without_vote"
  /// "Excusé(s) sans voix délibérative".
  case excusedWithoutVote = "excused_without_vote"
}

/// A proxy given by one councillor to another.
public struct Proxy: Hashable, Sendable {
  /// Who gave it.
  public var from: Person
  /// Who votes in their place; absent where the act names only those represented.
  public var to: Person?

  /// Makes a proxy.
  public init(from: Person, to: Person?) {
    self.from = from
    self.to = to
  }
}

/// The counts that an act prints beside its attendance list.
public enum AttendanceCount: String, Hashable, Sendable, CaseIterable {
  /// "Nombre de membres en exercice : 71".
  case members
  /// "Présents : 60".
  case present
  /// "Représentés : 7", "Pouvoirs : 7".
  case represented
  /// "Absents : 4".
  case absent
  /// "Votants : 67".
  case voters
}

/// A remark beside a name that says from or up to which act somebody attended.
///
/// "Luc ANTOINE (à partir de la délibération n° 2023-042)".
public struct Movement: Hashable, Sendable {
  /// Who.
  public var person: Person
  /// Whether the person comes; else they go.
  public var isArrival: Bool
  /// The number of the first act that it holds for; absent where the remark names no act ("arrivée à
  /// 19 h 15").
  public var act: String?
  /// Whether it holds only behind that act: "jusqu'à la question 7".
  public var isAfterAct: Bool

  /// Makes a movement.
  public init(person: Person, isArrival: Bool, act: String?, isAfterAct: Bool = false) {
    self.person = person
    self.isArrival = isArrival
    self.act = act
    self.isAfterAct = isAfterAct
  }
}

/// Who attended a session.
public struct Attendance: Hashable, Sendable {
  /// The people of each status, in printed order.
  public var people: [AttendanceStatus: [Person]] = [:]
  /// The proxies, in printed order.
  public var proxies: [Proxy] = []
  /// The counts as printed.
  public var counts: [AttendanceCount: Int] = [:]
  /// Who came late or left early, as remarks beside the names say.
  public var movements: [Movement] = []

  /// Makes an empty list.
  public init() {}
}

extension Attendance {
  /// Who can vote on an act, those who step aside left out; nothing where nobody is listed as present.
  ///
  /// The vote of somebody who is away is given by a member who is there: a proxy to one who stepped
  /// aside still counts as represented, for acts print such votes both ways.
  public func electorate(without recused: [Person] = []) -> Electorate? {
    guard let present = people[.present], !present.isEmpty else { return nil }
    let aside = Set(recused.map(\.name))
    let there = Set(present.map(\.name))
    let represented = Set(proxies.map(\.from.name)).subtracting(there)
    let voting = there.union(represented).subtracting(aside)
    return Electorate(present: there.count, represented: represented.count, voting: voting.count)
  }
}
