public import DeliberationModel
public import PageModel

/// Gives each act of minutes its own attendance, where members come and go between the acts.
///
/// The list at the head of the minutes holds for all acts; a remark in it ("à partir de la
/// délibération n° 5") or a line within an act ("Arrivée de M. MARTEL à 19 h 15") changes it from
/// there on. What changes is reported, and so is what cannot be told.
public struct MinutesAttendance {
  private let document: Document

  /// Prepares the attendance of the acts of a document.
  public init(_ document: Document) {
    self.document = document
  }

  private struct Step {
    var person: Person
    var isArrival: Bool
    var holder: Person?
    /// The place of the first act that it holds for.
    var first: Int
  }

  /// Changes the attendance of the acts; `outlines` are theirs, in the same order.
  public func carry(
    _ outlines: [ActOutline],
    into acts: inout [Deliberation],
    reporting diagnostics: inout DiagnosticList
  ) {
    guard acts.count > 1, acts.count == outlines.count,
      outlines.allSatisfy({ $0.item != nil })
    else { return }
    var steps = remarks(in: acts, reporting: &diagnostics)
    for (index, outline) in outlines.enumerated() {
      steps += movements(in: outline, at: index)
    }
    for step in steps { take(step, in: &acts, reporting: &diagnostics) }
  }

  private func remarks(
    in acts: [Deliberation],
    reporting diagnostics: inout DiagnosticList
  ) -> [Step] {
    var steps: [Step] = []
    for movement in acts[0].attendance.movements {
      let place = movement.act.flatMap { number in
        acts.firstIndex { Self.isSame($0.number?.value ?? "", number) }
      }
      guard let place else {
        diagnostics.report(
          Diagnostic(
            .warning,
            "attendance.partial",
            "'\(movement.person.name)' attended only a part of the session, and which acts is not "
              + "said in a way that can be read",
            at: movement.person.source
          )
        )
        continue
      }
      steps.append(
        Step(
          person: movement.person,
          isArrival: movement.isArrival,
          first: place + (movement.isAfterAct ? 1 : 0)
        )
      )
    }
    return steps
  }

  /// Whether a remark's number is that of an act: "42" and "2023-042" are.
  private static func isSame(_ number: String, _ named: String) -> Bool {
    let one = number.split { !$0.isNumber }.compactMap { Int($0) }
    let other = named.split { !$0.isNumber }.compactMap { Int($0) }
    return !other.isEmpty && (one == other || (other.count == 1 && one.last == other.last))
  }

  /// The lines of an act that move somebody; below the words that decide they hold from the next.
  private func movements(in outline: ActOutline, at index: Int) -> [Step] {
    var steps: [Step] = []
    var hasDecided = false
    for line in outline.act {
      let passage = Passage([line], of: document)
      let folded = FoldedText(passage.bytes[...])
      if LineWords.speaksOfDeciding(folded) { hasDecided = true }
      guard let movement = MovementLine(passage, of: document) else { continue }
      steps += movement.people.map { person in
        Step(
          person: person,
          isArrival: movement.isArrival,
          holder: movement.holder,
          first: index + (hasDecided ? 1 : 0)
        )
      }
    }
    return steps
  }

  private func take(
    _ step: Step,
    in acts: inout [Deliberation],
    reporting diagnostics: inout DiagnosticList
  ) {
    let isListed = acts[0].attendance.people.values.contains { people in
      people.contains { Self.isSame($0, step.person) }
    }
    guard isListed else {
      diagnostics.report(
        Diagnostic(
          .warning,
          "attendance.unknown-movement",
          "'\(step.person.name)' comes or goes during the session and stands in no list",
          at: step.person.source
        )
      )
      return
    }
    for index in acts.indices {
      let holds = index >= step.first
      // A late arrival stands in the list of the present, and was absent before.
      if holds == step.isArrival {
        Self.move(step.person, to: .present, in: &acts[index].attendance)
        if holds {
          acts[index].attendance.proxies.removeAll { Self.isSame($0.from, step.person) }
        }
      } else if holds || step.isArrival && isPresentLate(step, in: acts[index]) {
        Self.move(step.person, to: .absent, in: &acts[index].attendance)
        if holds, let holder = step.holder {
          acts[index].attendance.proxies.append(Proxy(from: step.person, to: holder))
        }
      }
    }
    diagnostics.report(
      Diagnostic(
        .note,
        "attendance.moved",
        "'\(step.person.name)' \(step.isArrival ? "comes" : "goes") during the session; the "
          + "attendance of the acts says so",
        at: step.person.source
      )
    )
  }

  /// Whether somebody who comes late is listed as present all the same.
  private func isPresentLate(_ step: Step, in act: Deliberation) -> Bool {
    act.attendance.people[.present]?.contains { Self.isSame($0, step.person) } ?? false
  }

  private static func move(
    _ person: Person,
    to status: AttendanceStatus,
    in attendance: inout Attendance
  ) {
    var listed = person
    for other in [AttendanceStatus.present, .excused, .absent] {
      guard let place = attendance.people[other]?.firstIndex(where: { isSame($0, person) }) else {
        continue
      }
      if other == status { return }
      if let known = attendance.people[other]?.remove(at: place) { listed = known }
      if attendance.people[other]?.isEmpty ?? false { attendance.people[other] = nil }
    }
    attendance.people[status, default: []].append(listed)
  }

  /// Whether two names are those of one person: "ROUSSET" and "Fabien ROUSSET".
  private static func isSame(_ one: Person, _ other: Person) -> Bool {
    let names = [one, other].map { FoldedText($0.name).string }
    return names[0] == names[1] || names[0].hasSuffix(" " + names[1])
      || names[1].hasSuffix(" " + names[0])
  }
}
