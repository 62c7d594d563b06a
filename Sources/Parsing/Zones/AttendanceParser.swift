import DeliberationModel
import PageModel

/// Reads who attended: the lists, the proxies and the printed counts.
struct AttendanceParser {
  let document: Document

  /// Reads the sections of an act's preface; returns the sections that it used.
  func read(
    _ sections: [Section],
    into attendance: inout Attendance,
    reporting diagnostics: inout DiagnosticList
  ) -> Set<Int> {
    var used: Set<Int> = []
    for (index, section) in sections.enumerated() {
      guard case .labelled(let label) = section.kind else { continue }
      if let status = Self.status(label) {
        let passage = section.passage(of: document)
        let list = PersonList(passage, of: document)
        if list.people.isEmpty, let count = Self.count(in: passage) {
          if let key = Self.countKey(status) { attendance.counts[key] = count }
        } else {
          attendance.people[status, default: []] += list.people
          reportRest(of: passage, after: list.end, to: &diagnostics)
        }
      } else if let key = Self.countKey(label) {
        attendance.counts[key] = Self.count(in: section.passage(of: document))
      } else if label == .proxies {
        readProxies(section.passage(of: document), into: &attendance)
      } else {
        continue
      }
      used.insert(index)
    }
    return used
  }

  private static func status(_ label: Label) -> AttendanceStatus? {
    switch label {
    case .present: .present
    case .excused: .excused
    case .absent: .absent
    case .attendingWithoutVote: .attendingWithoutVote
    case .excusedWithoutVote: .excusedWithoutVote
    default: nil
    }
  }

  private static func countKey(_ label: Label) -> AttendanceCount? {
    switch label {
    case .membersCount: .members
    case .presentCount: .present
    case .representedCount: .represented
    case .votersCount: .voters
    default: nil
    }
  }

  private static func countKey(_ status: AttendanceStatus) -> AttendanceCount? {
    switch status {
    case .present: .present
    case .absent, .excused: .absent
    default: nil
    }
  }

  private static func count(in passage: Passage) -> Int? {
    let digits = passage.bytes.drop { !ASCII.isDigit($0) }.prefix(while: ASCII.isDigit)
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// A list of people that stops before its text does has met something that is no name.
  private func reportRest(
    of passage: Passage,
    after end: Int,
    to diagnostics: inout DiagnosticList
  ) {
    guard end < passage.bytes.count else { return }
    let rest = end..<passage.bytes.count
    diagnostics.report(
      Diagnostic(
        .warning,
        "attendance.unplaced-text",
        "the attendance list holds text that is not a name, '\(passage.text(rest).prefix(80))'",
        at: passage.location(rest, in: document)
      )
    )
  }

  // MARK: - Proxies

  /// Reads givers and holders; names without a holder are people who are represented.
  private func readProxies(_ passage: Passage, into attendance: inout Attendance) {
    // "en application de l'article L 2121-20 du Code … :" stands before the names.
    let head = FoldedText(passage.bytes.prefix(160))
    var at = 0
    if head.starts(with: "en application"), let colon = head.bytes.firstIndex(of: 0x3A) {
      at = Int(head.offsets[colon]) + 1
    }
    while at < passage.bytes.count {
      let givers = PersonList(passage, at..<passage.bytes.count, of: document)
      guard let to = Self.holder(after: givers.end, in: passage) else {
        attendance.proxies += givers.people.map { Proxy(from: $0, to: nil) }
        at = max(givers.end, at) + Self.wordLength(passage, max(givers.end, at))
        continue
      }
      let end = Self.itemEnd(after: to, in: passage)
      let holders = PersonList(passage, to..<end, of: document)
      let holder = holders.people.first
      for giver in givers.people.dropLast() {
        attendance.proxies.append(Proxy(from: giver, to: nil))
      }
      if let giver = givers.people.last {
        attendance.proxies.append(Proxy(from: giver, to: holder))
      }
      at = max(end, to)
    }
  }

  /// The offset after the words that lead from the giver to the holder.
  private static func holder(after end: Int, in passage: Passage) -> Int? {
    let rest = FoldedText(passage.bytes[end...])
    let links: [StaticString] = [
      "a donne pouvoir a ", "donne pouvoir a ", "ayant donne pouvoir a ", "pouvoir a ",
      "a donne procuration a ", "donne procuration a ", "represente par ", "representee par ",
      "est represente par ", "est representee par ", "a ",
    ]
    for link in links where rest.starts(with: link) {
      return Int(rest.offsets[link.utf8CodeUnitCount])
    }
    return nil
  }

  /// The offset at which the holder's name ends: at the next separator.
  private static func itemEnd(after start: Int, in passage: Passage) -> Int {
    let separators: Set<UInt8> = [0x2C, 0x3B, 0x29]
    var at = start
    while at < passage.bytes.count {
      if separators.contains(passage.bytes[at]) { return at }
      if passage.bytes[at] == 0x2E, at - start > 5, at > 0, passage.bytes[at - 1] != 0x4D {
        return at
      }
      at += 1
    }
    return at
  }

  private static func wordLength(_ passage: Passage, _ start: Int) -> Int {
    var at = start
    while at < passage.bytes.count, passage.bytes[at] != 0x20 { at += 1 }
    return max(1, at - start + 1)
  }
}
