import DeliberationModel
import PageModel

/// Makes of the lists of a session who attended it: each person once, proxies between people of the
/// lists.
struct RollAttendance {
  private(set) var attendance = Attendance()
  /// The members that the lists name, guests aside.
  let roster: SessionRoster
  /// People who stand in two lists, of which no remark says that they came or went.
  private(set) var twice: [Person] = []

  init(_ roll: Roll, president: Person?, holders: [Roll.Office: Person]) {
    var people: [(person: Person, status: AttendanceStatus?, office: Roll.Office?)] = []
    var doubled: [Person] = []
    let moved = roll.movements.map { NameKey($0.person.name) }
    // Lists before proxies, so that a giver is who the lists say.
    let listed = roll.entries.filter { $0.status != nil } + roll.entries.filter { $0.status == nil }
    for entry in listed {
      // Two lists name two people where one letter differs: FAVRE, FAURE.
      let known = SessionRoster(people.map(\.person))
        .resolve(entry.person, upTo: entry.status == nil ? .part : .same)
      guard case .member(let member) = known,
        let index = people.firstIndex(where: { $0.person == member })
      else {
        people.append((entry.person, entry.status, entry.office))
        continue
      }
      people[index].office = people[index].office ?? entry.office
      if let status = entry.status, let other = people[index].status, status != other {
        let key = NameKey(entry.person.name)
        let hasMoved = moved.contains { $0.likeness(to: key) != nil }
        let gives = roll.proxies.contains { $0.from.name == entry.person.name }
        if !hasMoved, !gives, !entry.isPartial,
          !listed.contains(where: { $0.isPartial && $0.person.name == people[index].person.name })
        {
          doubled.append(entry.person)
          people.append((entry.person, status, entry.office))
        }
      }
      if people[index].status == nil { people[index].status = entry.status }
    }
    twice = doubled
    let members = people.filter { member in
      ![.attendingWithoutVote, .excusedWithoutVote].contains(member.status)
    }
    let roster = SessionRoster(members.map(\.person))
    self.roster = roster
    for member in people {
      // Who gave a proxy and stands in no list is excused.
      attendance.people[member.status ?? .excused, default: []].append(member.person)
    }
    for proxy in roll.proxies {
      let from = roster.named(proxy.from)
      let to: Person?
      switch proxy.to {
      case .person(let person): to = roster.named(person)
      case .office(let office):
        to = (holders[office] ?? president).map(roster.named)
      case nil: to = nil
      }
      guard from.name != to?.name else { continue }
      if let known = attendance.proxies.firstIndex(where: { $0.from.name == from.name }) {
        if attendance.proxies[known].to == nil { attendance.proxies[known].to = to }
        continue
      }
      attendance.proxies.append(DeliberationModel.Proxy(from: from, to: to))
      if !people.contains(where: { $0.person.name == from.name }) {
        attendance.people[.excused, default: []].append(from)
      }
    }
    attendance.movements = roll.movements.map { movement in
      var movement = movement
      movement.person = roster.member(movement.person) ?? movement.person
      return movement
    }
    attendance.counts = roll.counts
  }
}
