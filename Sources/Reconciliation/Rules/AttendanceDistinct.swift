import DeliberationModel

/// Everybody stands in one list of the attendance; who gives a proxy is away, and who votes for them is
/// there.
struct AttendanceDistinct: ReconciliationRule {
  let id = "attendance.distinct"

  func findings(in act: Deliberation) -> [Finding] {
    let attendance = act.attendance
    let lists = [AttendanceStatus.present, .excused, .absent].map { attendance.people[$0] ?? [] }
    guard !lists[0].isEmpty else { return [] }
    var names: Set<String> = []
    let twice = lists.joined().map(\.name).filter { !names.insert($0).inserted }
    let present = Set(lists[0].map(\.name))
    let away = Set(lists[1...].joined().map(\.name)).subtracting(present)
    let findings = [
      (twice, "stand in two lists", "/attendance"),
      (
        attendance.proxies.map(\.from.name).filter(present.contains),
        "are present and give a proxy", "/attendance/proxies"
      ),
      (
        attendance.proxies.compactMap(\.to?.name).filter(away.contains),
        "are away and vote for others", "/attendance/proxies"
      ),
    ].compactMap { people, what, pointer -> Finding? in
      guard !people.isEmpty else { return nil }
      let list = people.map { "'\($0)'" }.joined(separator: ", ")
      return finding(false, "members who \(what): \(list)", at: [pointer])
    }
    return findings.isEmpty
      ? [finding(true, "every member stands in one list", at: ["/attendance"])] : findings
  }
}
