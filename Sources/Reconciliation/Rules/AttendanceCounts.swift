import DeliberationModel

/// The counts that an act prints beside its lists are those of the lists: "Présents : 14", "Pouvoirs :
/// 2".
///
/// Where somebody comes or goes during the session, the counts are those of its beginning and compare
/// with nothing.
struct AttendanceCounts: ReconciliationRule {
  let id = "attendance.counts"

  func findings(in act: Deliberation) -> [Finding] {
    let attendance = act.attendance
    guard attendance.movements.isEmpty else { return [] }
    let lists: [(count: AttendanceCount, listed: Int)] = [
      (.present, attendance.people[.present]?.count ?? 0),
      (.represented, attendance.proxies.count),
    ]
    return lists.compactMap { count, listed in
      guard let printed = attendance.counts[count], listed > 0 else { return nil }
      return finding(
        printed == listed,
        expected: .count(printed),
        found: .count(listed),
        "\(printed) members are printed as \(count.rawValue), \(listed) are listed",
        at: ["/attendance/counts/\(count.rawValue)"]
      )
    }
  }
}
