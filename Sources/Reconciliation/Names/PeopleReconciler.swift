public import DeliberationModel
public import PageModel

/// Spells every person of an act as the authority's roster does, else as the attendance list does.
///
/// The printed name stays in `raw`; a name that no known name is near to is kept as printed.
public struct PeopleReconciler {
  private let roster: NameIndex

  /// Makes a reconciler for the councillors of an authority.
  public init(councillors: [Councillor]) {
    roster = NameIndex(councillors.map(\.name))
  }

  /// Spells the people of an act.
  public func reconcile(_ act: inout Deliberation, reporting diagnostics: inout DiagnosticList) {
    for status in AttendanceStatus.allCases {
      guard let people = act.attendance.people[status] else { continue }
      act.attendance.people[status] = people.map { person in
        spelled(person, by: roster, reporting: &diagnostics)
      }
    }
    act.attendance.proxies = act.attendance.proxies.map { proxy in
      Proxy(
        from: spelled(proxy.from, by: roster, reporting: &diagnostics),
        to: proxy.to.map { spelled($0, by: roster, reporting: &diagnostics) }
      )
    }
    let attending = AttendanceStatus.allCases.flatMap { act.attendance.people[$0] ?? [] }
    let represented = act.attendance.proxies.flatMap { [$0.from] + ($0.to.map { [$0] } ?? []) }
    let known = roster.isEmpty ? NameIndex((attending + represented).map(\.name)) : roster
    spellOthers(in: &act, by: known, reporting: &diagnostics)
    addHonorifics(to: &act, from: attending + represented)
  }

  private func spellOthers(
    in act: inout Deliberation,
    by known: NameIndex,
    reporting diagnostics: inout DiagnosticList
  ) {
    act.session.president = act.session.president.map {
      spelled($0, by: known, reporting: &diagnostics)
    }
    act.session.secretary = act.session.secretary.map {
      spelled($0, by: known, reporting: &diagnostics)
    }
    act.signature.signatory = act.signature.signatory.map { signatory in
      // Who signs may be an official, whom no list names.
      guard known.name(ofPerson: signatory.name, isAddressed: true) != nil else { return signatory }
      var addressed = signatory
      addressed.honorific = signatory.honorific ?? .monsieur
      var person = spelled(addressed, by: known, reporting: &diagnostics)
      person.honorific = signatory.honorific
      return person
    }
    for index in act.decisions.indices {
      act.decisions[index].recusals = act.decisions[index].recusals.map { recusal in
        var spelledOut = recusal
        spelledOut.person = spelled(recusal.person, by: known, reporting: &diagnostics)
        return spelledOut
      }
      act.decisions[index].positions = act.decisions[index].positions.map { position in
        var spelledOut = position
        spelledOut.person = spelled(position.person, by: known, reporting: &diagnostics)
        return spelledOut
      }
    }
  }

  private func spelled(
    _ person: Person,
    by known: NameIndex,
    reporting diagnostics: inout DiagnosticList
  ) -> Person {
    let name = known.name(ofPerson: person.name, isAddressed: person.honorific != nil)
    guard let name else {
      if !known.isEmpty {
        diagnostics.report(
          Diagnostic(
            .warning,
            "person.unknown",
            "'\(person.name)' is near to no name that is known, or to more than one",
            at: person.source
          )
        )
      }
      return person
    }
    guard name != person.name else { return person }
    var spelledOut = person
    spelledOut.name = name
    spelledOut.raw = person.raw ?? person.name
    if FoldedText(name).key != FoldedText(person.name).key {
      diagnostics.report(
        Diagnostic(
          .note,
          "person.name-repaired",
          "'\(person.name)' was read as '\(name)', the only name near to it",
          at: person.source
        )
      )
    }
    return spelledOut
  }

  /// People named without an honorific take the one of the attendance list.
  private func addHonorifics(to act: inout Deliberation, from people: [Person]) {
    var known: [String: Honorific] = [:]
    for person in people where known[person.name] == nil { known[person.name] = person.honorific }
    for index in act.decisions.indices {
      for place in act.decisions[index].recusals.indices {
        let person = act.decisions[index].recusals[place].person
        if person.honorific == nil {
          act.decisions[index].recusals[place].person.honorific = known[person.name]
        }
      }
    }
  }
}
