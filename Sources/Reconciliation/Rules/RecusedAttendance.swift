import DeliberationModel

/// Everybody who is recused stands on the attendance list, in the status that the recusal says.
struct RecusedAttendance: ReconciliationRule {
  let id = "recusals.attendance"

  func findings(in act: Deliberation) -> [Finding] {
    guard !(act.attendance.people[.present] ?? []).isEmpty else { return [] }
    var listed: [AttendanceStatus: Set<String>] = [:]
    for status in AttendanceStatus.allCases {
      listed[status] = Set((act.attendance.people[status] ?? []).map(\.name))
    }
    return act.decisions.indices.compactMap { index in
      let recusals = act.decisions[index].recusals
      guard !recusals.isEmpty else { return nil }
      let wrong = recusals.indices.filter { place in
        let name = recusals[place].person.name
        return !Self.statuses(recusals[place].status).contains { status in
          listed[status]?.contains(name) ?? false
        }
      }
      let names = wrong.map { "'\(recusals[$0].person.name)'" }.joined(separator: ", ")
      return finding(
        wrong.isEmpty,
        wrong.isEmpty
          ? "the \(recusals.count) people who are recused stand on the attendance list"
          : "recused, and not on the attendance list with that status: \(names)",
        at: (wrong.isEmpty ? Array(recusals.indices) : wrong).map { place in
          "/decisions/\(index)/recusals/\(place)/person"
        }
      )
    }
  }

  private static func statuses(_ status: RecusalStatus) -> [AttendanceStatus] {
    switch status {
    case .present: [.present, .excused]
    case .excusedWithoutProxy: [.absent, .excused, .excusedWithoutVote]
    case .withoutVote: [.attendingWithoutVote, .excusedWithoutVote]
    }
  }
}
