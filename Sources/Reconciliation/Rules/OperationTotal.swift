import DeliberationModel

/// The rows of an operation add up to its printed total.
struct OperationTotal: ReconciliationRule {
  let id = "grants.operation-total"

  func findings(in act: Deliberation) -> [Finding] {
    let groups = GrantGroups(act)
    return groups.keys.compactMap { key in
      guard let total = groups.total(of: key), key.operation != nil || groups.keys.count == 1,
        act.totals[total].amount != nil || act.totals[total].unreadable != nil
      else { return nil }
      return compare(
        (groups.rows[key] ?? []).map(Subject.grantAmount),
        with: [.totalAmount(total)],
        in: act,
        "the rows of \(key.name) and their printed total"
      )
    }
  }
}
