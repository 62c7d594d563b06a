import DeliberationModel

/// The quantities of an operation add up to the total that is printed of them.
struct OperationQuantity: ReconciliationRule {
  let id = "grants.operation-quantity"

  func findings(in act: Deliberation) -> [Finding] {
    let groups = GrantGroups(act)
    return groups.keys.compactMap { key in
      guard let total = groups.total(of: key), key.operation != nil || groups.keys.count == 1,
        act.totals[total].quantity != nil || act.totals[total].unreadableQuantity != nil
      else { return nil }
      let rows = (groups.rows[key] ?? []).filter { row in
        act.grants[row].quantity != nil || act.grants[row].doubts.contains(.quantity)
      }
      guard !rows.isEmpty else { return nil }
      return compare(
        rows.map(Subject.grantQuantity),
        with: [.totalQuantity(total)],
        in: act,
        "the quantities of \(key.name) and their printed total"
      )
    }
  }
}
