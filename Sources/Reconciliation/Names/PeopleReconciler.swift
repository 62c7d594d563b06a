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
    var speller = Speller(known: roster, rule: "names.roster")
    for status in AttendanceStatus.allCases {
      guard let people = act.attendance.people[status] else { continue }
      act.attendance.people[status] = people.enumerated().map { place, person in
        speller.spelled(person, "/attendance/\(status.rawValue)/\(place)")
      }
    }
    act.attendance.proxies = act.attendance.proxies.enumerated().map { place, proxy in
      Proxy(
        from: speller.spelled(proxy.from, "/attendance/proxies/\(place)/from"),
        to: proxy.to.map { speller.spelled($0, "/attendance/proxies/\(place)/to") }
      )
    }
    let attending = AttendanceStatus.allCases.flatMap { act.attendance.people[$0] ?? [] }
    let represented = act.attendance.proxies.flatMap { [$0.from] + ($0.to.map { [$0] } ?? []) }
    if roster.isEmpty {
      speller.known = NameIndex((attending + represented).map(\.name))
      speller.rule = "names.attendance"
    }
    spellOthers(in: &act, by: &speller)
    addHonorifics(to: &act, from: attending + represented)
    act.repairs += speller.repairs
    for finding in speller.findings { diagnostics.report(finding) }
  }

  private func spellOthers(in act: inout Deliberation, by speller: inout Speller) {
    act.session.president = act.session.president.map {
      speller.spelled($0, "/session/president")
    }
    act.session.secretary = act.session.secretary.map {
      speller.spelled($0, "/session/secretary")
    }
    // Who signs may be an official, whom no list names.
    if var signatory = act.signature.signatory,
      speller.known.name(ofPerson: signatory.name, isAddressed: true) != nil
    {
      let honorific = signatory.honorific
      signatory.honorific = honorific ?? .monsieur
      signatory = speller.spelled(signatory, "/signature/signatory")
      signatory.honorific = honorific
      act.signature.signatory = signatory
    }
    for index in act.decisions.indices {
      let path = "/decisions/\(index)"
      for place in act.decisions[index].recusals.indices {
        let person = act.decisions[index].recusals[place].person
        act.decisions[index].recusals[place].person =
          speller.spelled(person, path + "/recusals/\(place)/person")
      }
      for place in act.decisions[index].positions.indices {
        let person = act.decisions[index].positions[place].person
        act.decisions[index].positions[place].person =
          speller.spelled(person, path + "/positions/\(place)/person")
      }
    }
  }

  /// Spells people one by one and keeps what became of each.
  private struct Speller {
    var known: NameIndex
    /// What proves a repair.
    var rule: String
    var repairs: [Repair] = []
    var findings: [Diagnostic] = []

    mutating func spelled(_ person: Person, _ path: String) -> Person {
      let name = known.name(ofPerson: person.name, isAddressed: person.honorific != nil)
      guard let name else {
        if !known.isEmpty {
          findings.append(
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
        repairs.append(
          Repair(path + "/name", raw: person.name, name, rule: rule, at: person.source)
        )
      }
      return spelledOut
    }
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
