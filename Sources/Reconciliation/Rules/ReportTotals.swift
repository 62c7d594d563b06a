import DeliberationModel

/// The prose of the report states the totals of themes, and of some operations.
///
/// "5 dispositifs sont ici proposés pour un total de 6 110 935 €": a total that the prose states is
/// proved; one that differs by a figure from the only amount so near is not, save where an article
/// states the difference. A theme of which the prose says nothing has nothing to compare.
struct ReportTotals: ReconciliationRule {
  let id = "report.theme-amount"

  func findings(in act: Deliberation) -> [Finding] {
    guard let amounts = act.report?.amounts, !amounts.isEmpty else { return [] }
    let groups = GrantGroups(act)
    let totals = Set(act.totals.compactMap(\.amount?.value))
    let paid = Set(act.articles.flatMap { $0.amounts.map(\.value.cents) })
    return act.totals.indices.flatMap { total -> [Finding] in
      let key = GrantGroups.Key(
        theme: act.totals[total].theme,
        operation: act.totals[total].operation
      )
      guard groups.total(of: key) == total, let amount = act.totals[total].amount else {
        return []
      }
      let equal = amounts.indices.filter { amounts[$0].value == amount.value }
      let others = amounts.indices.filter { place in
        !totals.contains(amounts[place].value)
          && !paid.contains(amount.value.cents - amounts[place].value.cents)
      }
      var stated = equal
      if equal.isEmpty, key.operation == nil {
        let near = others.filter { isNear(amounts[$0], to: amount) }
        if near.count == 1 { stated = near }
      } else if !equal.isEmpty {
        stated += others.filter { isMisprint(amounts[$0], of: amount) }
      }
      return stated.map { place in
        var finding = compare(
          [.totalAmount(total)],
          with: [.reportAmount(place)],
          in: act,
          "the total of \(key.name) and the report"
        )
        if !equal.isEmpty, Self.isRound(amount) { finding.demands = [] }
        return finding
      }
    }
  }

  private func isNear(_ stated: Printed<Amount>, to total: Printed<Amount>) -> Bool {
    let print = total.raw ?? ""
    return NumberDamage.isNear(print, to: stated.value.cents, isMoney: true)
      || NumberDamage.explains(print, cents: stated.value.cents, readAs: nil) != .none
      || isMisprint(stated, of: total)
  }

  /// Whether a sum that the prose states may be the total, misread: "5 221 817.72" for 5 221 877.72.
  private func isMisprint(_ stated: Printed<Amount>, of total: Printed<Amount>) -> Bool {
    guard let raw = stated.raw else { return false }
    return NumberDamage.isNear(raw, to: total.value.cents, isMoney: true)
      && NumberDamage.explains(raw, cents: total.value.cents, readAs: stated.value.cents) != .none
  }

  /// The fewest figures, noughts aside, of a total that no other sum resembles.
  private static let fewestFigures = 5

  /// Whether a total is so round that a sum near to it may well be another one: it is in doubt and
  /// not repaired.
  private static func isRound(_ total: Printed<Amount>) -> Bool {
    String(total.value.cents).count { $0 != "0" } < fewestFigures
  }
}
