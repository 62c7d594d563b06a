import DeliberationModel

/// Says how each member voted where the counts of a block leave no other way.
///
/// The members who vote are those present and those who gave a proxy. Who is named beside an option
/// voted so; a recused member abstained, where the block counts as many abstentions, and else has no
/// position; who is listed as absent was absent. The rest voted for the one option whose count is
/// theirs. Where one count does not close, or is in doubt, nothing is derived.
struct DerivedPositions {
  /// Adds the positions of an act's blocks.
  func settle(in act: inout Deliberation) {
    let present = act.attendance.people[.present] ?? []
    guard !present.isEmpty else { return }
    let proxies = act.attendance.proxies.map(\.from)
    let voters = present + (proxies.isEmpty ? act.attendance.people[.excused] ?? [] : proxies)
    let absent = act.attendance.people[.absent] ?? []
    guard Set((voters + absent).map(\.name)).count == voters.count + absent.count else { return }
    for index in act.decisions.indices {
      act.decisions[index].positions += positions(
        in: act.decisions[index],
        of: voters,
        absent: absent
      )
    }
  }

  private func positions(
    in decision: Decision,
    of voters: [Person],
    absent: [Person]
  ) -> [Position] {
    let votes = decision.vote
    guard votes[.yes]?.count != nil, !votes.values.contains(where: { $0.needsReview }),
      votes[.absent].map({ $0.count == absent.count }) ?? true
    else { return [] }
    let printed = Set(decision.positions.map(\.person.name))
    let recused = Set(decision.recusals.filter { $0.status == .present }.map(\.person.name))
      .subtracting(printed)
    let counts = [VoteOption.yes, .no, .abstain].map { option in
      (votes[option]?.count ?? 0) - decision.positions.count { $0.option == option }
    }
    let abstaining = counts[2] == recused.count ? recused : []
    let left = [counts[0], counts[1], counts[2] - abstaining.count]
    let rest = voters.filter { !printed.contains($0.name) && !recused.contains($0.name) }
    // One option takes all who are left; the others have all theirs.
    guard
      let option = [VoteOption.yes, .no, .abstain].enumerated().first(where: { place, _ in
        left.indices.allSatisfy { left[$0] == ($0 == place ? rest.count : 0) }
      })?.element
    else { return [] }
    let known = Set(voters.map(\.name))
    guard recused.isSubset(of: known) else { return [] }
    let voted = voters.compactMap { person -> Position? in
      if printed.contains(person.name) { return nil }
      if recused.contains(person.name) {
        return abstaining.isEmpty ? nil : derived(person, .abstain)
      }
      return derived(person, option)
    }
    return voted + absent.filter { !printed.contains($0.name) }.map { derived($0, .absent) }
  }

  private func derived(_ person: Person, _ option: VoteOption) -> Position {
    Position(
      person: Person(name: person.name, honorific: person.honorific),
      option: option,
      stated: .derived
    )
  }
}
