import DeliberationModel
import PageModel

/// Reads who attended: the lists, the proxies and the printed counts.
struct AttendanceParser {
  let document: Document
  let chair: OfficeHolders

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
        read(section, status, into: &attendance, reporting: &diagnostics)
      } else if Self.isCount(label) {
        readCounts(section, into: &attendance)
      } else if label == .proxies {
        let passage = section.passage(of: document)
        attendance.proxies +=
          ProxyList(
            passage,
            inCells: isInCells(section),
            chair: chair,
            of: document
          ).proxies
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

  // MARK: - Lists

  private func read(
    _ section: Section,
    _ status: AttendanceStatus,
    into attendance: inout Attendance,
    reporting diagnostics: inout DiagnosticList
  ) {
    let passage = section.passage(of: document)
    let inCells = isInCells(section)
    var people: [Person] = []
    var at = 0
    while at < passage.bytes.count {
      let list = PersonList(
        passage,
        at..<passage.bytes.count,
        inCells: inCells,
        of: document
      )
      people += list.people
      guard list.end < passage.bytes.count else { break }
      if let giver = people.last, let to = ProxyList.holder(after: list.end, in: passage) {
        // "M. Olivier PICARD (pouvoir à M. Gérard LEBAILLY), Mme …"
        let end = ProxyList.itemEnd(after: to, in: passage)
        let holder =
          chair.office(at: to, in: passage)?.holder
          ?? PersonList(passage, to..<end, of: document).people.first
        attendance.proxies.append(Proxy(from: giver, to: holder))
        at = max(end, to)
      } else if let end = Self.remarkEnd(after: list.end, in: passage) {
        if let person = people.last {
          let remark = FoldedText(passage.bytes[list.end..<end])
          if let movement = Movement(of: person, remark) { attendance.movements.append(movement) }
        }
        at = end
      } else {
        let count = people.isEmpty ? Self.count(in: passage) : nil
        if let count, let key = Self.countKey(status) {
          attendance.counts[key] = count
        } else {
          report(list.end..<passage.bytes.count, of: passage, to: &diagnostics)
        }
        break
      }
    }
    if !people.isEmpty { attendance.people[status, default: []] += people }
  }

  /// Whether names are set in columns, or one a line: hardly any line has a comma.
  private func isInCells(_ section: Section) -> Bool {
    let lines = section.parts.filter { !$0.bounds.isEmpty }
    let hasTabs = lines.contains { document.bytes[$0.bounds].contains(0x09) }
    guard lines.count > 1 || hasTabs else { return false }
    let parted = lines.count { part in
      let text = document.bytes[part.bounds]
      return text.contains(0x2C) || text.contains(0x3B)
    }
    guard parted * 4 <= lines.count else { return false }
    // "Mme Lise" above "D'HALLOY" is one name.
    return lines.allSatisfy { part in
      var passage = Passage()
      passage.append(part.bounds, line: part.line, of: document)
      return !PersonList(passage, inCells: true, of: document).people.isEmpty
    }
  }

  private static let remarks: [StaticString] = [
    "adjoint", "maire", "conseiller", "president", "vice-president", "delegue", "arriv", "depart",
    "part", "sort", "quitt", "jusqu'", "a partir", "a compter", "titulaire", "suppleant", "formant",
    "en visio", "formant la majorite", "secretaire", "retard", "absent", "excuse", "present",
  ]

  /// The offset after a remark beside a name: "arrivée à 19 h 15", "formant la majorité …".
  private static func remarkEnd(after start: Int, in passage: Passage) -> Int? {
    let rest = FoldedText(passage.bytes[start...].prefix(40))
    let opening = rest.string.drop { $0 == "(" || $0 == " " }
    guard remarks.contains(where: { opening.hasPrefix($0.description) }) else { return nil }
    var end = start
    while end < passage.bytes.count, ![0x2C, 0x3B, 0x29, 0x3A].contains(passage.bytes[end]) {
      end += 1
    }
    return min(end + 1, passage.bytes.count)
  }

  /// A list of people that stops before its text does has met something that is no name.
  private func report(
    _ rest: Range<Int>,
    of passage: Passage,
    to diagnostics: inout DiagnosticList
  ) {
    diagnostics.report(
      Diagnostic(
        .warning,
        "attendance.unplaced-text",
        "the attendance list holds text that is not a name, '\(passage.text(rest).prefix(80))'",
        at: passage.location(rest, in: document)
      )
    )
  }

  // MARK: - Counts

  private static func isCount(_ label: Label) -> Bool {
    [.membersCount, .presentCount, .representedCount, .votersCount].contains(label)
  }

  /// Reads the counts of a line, those of its own label and those that follow, or the numbers of
  /// the line below a head of several columns.
  private func readCounts(_ section: Section, into attendance: inout Attendance) {
    let head = FoldedText(document.bytes[document.lines[section.line].range.bounds])
    for (key, count) in AttendanceCounts.counts(in: head) {
      attendance.counts[key] = attendance.counts[key] ?? count
    }
    // "Nombre de Conseillers : 11".
    if section.kind == .labelled(.membersCount), attendance.counts[.members] == nil,
      let part = section.parts.first,
      let count = AttendanceCounts.numbers(in: FoldedText(document.bytes[part.bounds])).first
    {
      attendance.counts[.members] = count
    }
    let heads = AttendanceCounts.heads(in: head)
    guard let below = section.parts.dropFirst().first else { return }
    let numbers = AttendanceCounts.numbers(in: FoldedText(document.bytes[below.bounds]))
    guard heads.count == numbers.count else { return }
    for (key, count) in zip(heads, numbers) {
      attendance.counts[key] = attendance.counts[key] ?? count
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
}
