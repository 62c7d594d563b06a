import DeliberationModel

/// The operations of a theme add up to its printed total.
///
/// An operation counts by its own printed total, or by its rows where it has none.
struct ThemeTotal: ReconciliationRule {
  let id = "grants.theme-total"

  func findings(in act: Deliberation) -> [Finding] {
    let groups = GrantGroups(act)
    return groups.themes.compactMap { theme in
      guard let total = groups.total(of: GrantGroups.Key(theme: theme)) else { return nil }
      var terms: [Subject] = []
      for operation in groups.operations(of: theme) where operation.operation != nil {
        if let stated = groups.total(of: operation) {
          terms.append(.totalAmount(stated))
        } else {
          terms += (groups.rows[operation] ?? []).map(Subject.grantAmount)
        }
      }
      guard !terms.isEmpty else { return nil }
      return compare(
        terms,
        with: [.totalAmount(total)],
        in: act,
        "the operations of theme \(theme) and its printed total"
      )
    }
  }
}
