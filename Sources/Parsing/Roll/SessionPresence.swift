public import DeliberationModel
public import PageModel

/// Gives each act of minutes its own attendance, where members come and go between the acts, and the
/// secretary whom one of them names.
///
/// The list at the head of the minutes holds for all acts; a remark in it ("à partir de la
/// délibération n° 5") or a line within an act ("Arrivée de M. MARTEL à 19 h 15") changes it from
/// there on. What changes is reported, and so is what cannot be told.
public struct SessionPresence {
  private let document: Document

  /// Prepares the attendance of the acts of a document.
  public init(_ document: Document) {
    self.document = document
  }

  private struct Step {
    var person: Person
    var isArrival: Bool
    /// Whether the person was there before: "Retour de Mme ROUX".
    var isReturn = false
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
    guard !acts.isEmpty, acts.count == outlines.count, outlines.allSatisfy({ $0.item != nil })
    else { return }
    defer { nameSecretary(outlines, in: &acts) }
    guard acts.count > 1 else { return }
    let roster = Self.roster(acts[0].attendance)
    let arrivals = movements(in: outlines[0].shared, from: 0)
    var lines: [Step] = []
    for (index, outline) in outlines.enumerated() {
      lines += movements(in: outline.act, from: index)
    }
    let told = (arrivals + lines).map(\.person)
    let remarks = remarks(in: acts, told: told, reporting: &diagnostics)
    for step in remarks + lines { take(step, roster, in: &acts, reporting: &diagnostics) }
  }

  private static func roster(_ attendance: Attendance) -> SessionRoster {
    SessionRoster(
      [AttendanceStatus.present, .excused, .absent].flatMap { attendance.people[$0] ?? [] }
    )
  }

  /// Gives all acts the secretary whom the words of one of them choose.
  private func nameSecretary(_ outlines: [ActOutline], in acts: inout [Deliberation]) {
    guard acts.allSatisfy({ $0.session.secretary == nil }) else { return }
    for outline in outlines {
      for (place, line) in outline.act.enumerated() {
        let bounds = document.lines[line].range.bounds
        guard FoldedText(document.bytes[bounds]).contains("secretaire") else { continue }
        let near = outline.act[max(0, place - 3)..<min(place + 3, outline.act.count)]
        let tokens = RollTokens(near, of: document).tokens
        guard let secretary = SessionOfficers(tokens, of: document).secretary else { continue }
        for index in acts.indices {
          acts[index].session.secretary = Self.roster(acts[index].attendance).full(secretary)
        }
        return
      }
    }
  }

  private func remarks(
    in acts: [Deliberation],
    told: [Person],
    reporting diagnostics: inout DiagnosticList
  ) -> [Step] {
    var steps: [Step] = []
    for movement in acts[0].attendance.movements {
      let place = movement.act.flatMap { number in
        acts.firstIndex { Self.isSame($0.number?.value ?? "", number) }
          ?? acts.firstIndex { Self.isSame($0.item ?? "", number) }
      }
      guard let place else {
        // A line of the minutes says when: "Arrivée de Mme ROUX à 19h04."
        let key = NameKey(movement.person.name)
        if told.contains(where: { NameKey($0.name).likeness(to: key) != nil }) { continue }
        diagnostics.report(
          .warning,
          "attendance.partial",
          "'\(movement.person.name)' attended only a part of the session, and which acts is not "
            + "said in a way that can be read",
          at: movement.person.source
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
  private func movements(in lines: [Int], from first: Int) -> [Step] {
    var steps: [Step] = []
    var hasDecided = false
    for line in lines {
      let passage = Passage([line], of: document)
      var folded = FoldedText(passage.bytes[...])
      folded.notePairs()
      hasDecided = hasDecided || LineWords.speaksOfDeciding(folded)
      for movement in MovementLine.all(passage, folded, of: document) {
        steps += movement.people.map { person in
          Step(
            person: person,
            isArrival: movement.isArrival,
            isReturn: movement.isReturn,
            holder: movement.holder,
            first: first + (hasDecided ? 1 : 0)
          )
        }
      }
    }
    return steps
  }

  private func take(
    _ step: Step,
    _ roster: SessionRoster,
    in acts: inout [Deliberation],
    reporting diagnostics: inout DiagnosticList
  ) {
    guard let person = roster.member(step.person) else {
      diagnostics.report(
        .warning,
        "attendance.unknown-movement",
        "'\(step.person.name)' comes or goes during the session and stands in no list",
        at: step.person.source
      )
      return
    }
    for index in acts.indices {
      acts[index].attendance.movements.append(
        Movement(person: person, isArrival: step.isArrival, act: nil)
      )
      let holds = index >= step.first
      // A late arrival stands in the list of the present, and was absent before.
      if holds == step.isArrival {
        Self.move(person, to: .present, in: &acts[index].attendance)
        if holds {
          acts[index].attendance.proxies.removeAll { $0.from.name == person.name }
        }
      } else if holds || step.isArrival && !step.isReturn && isPresent(person, in: acts[index]) {
        Self.move(person, to: .absent, in: &acts[index].attendance)
        if holds, let holder = step.holder {
          acts[index].attendance.proxies.append(Proxy(from: person, to: holder))
        }
      }
    }
    diagnostics.report(
      .note,
      "attendance.moved",
      "'\(person.name)' \(step.isArrival ? "comes" : "goes") during the session; the "
        + "attendance of the acts says so",
      at: step.person.source
    )
  }

  /// Whether somebody who comes late is listed as present all the same.
  private func isPresent(_ person: Person, in act: Deliberation) -> Bool {
    act.attendance.people[.present]?.contains { $0.name == person.name } ?? false
  }

  private static func move(
    _ person: Person,
    to status: AttendanceStatus,
    in attendance: inout Attendance
  ) {
    var listed = person
    for other in [AttendanceStatus.present, .excused, .absent] {
      guard let place = attendance.people[other]?.firstIndex(where: { $0.name == person.name })
      else {
        continue
      }
      if other == status { return }
      if let known = attendance.people[other]?.remove(at: place) { listed = known }
      if attendance.people[other]?.isEmpty ?? false { attendance.people[other] = nil }
    }
    attendance.people[status, default: []].append(listed)
  }
}
