import DeliberationModel

/// The prose of the report states the total of a theme.
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
    return groups.themes.compactMap { theme in
      let key = GrantGroups.Key(theme: theme)
      guard let total = groups.total(of: key), let amount = act.totals[total].amount else {
        return nil
      }
      let place =
        amounts.firstIndex { $0.value == amount.value }
        ?? only(
          amounts.indices.filter { place in
            !totals.contains(amounts[place].value)
              && !paid.contains(amount.value.cents - amounts[place].value.cents)
              && isNear(amounts[place].value, to: amount.raw ?? "")
          }
        )
      guard let place else { return nil }
      return compare(
        [.totalAmount(total)],
        with: [.reportAmount(place)],
        in: act,
        "the total of \(key.name) and the report"
      )
    }
  }

  private func isNear(_ amount: Amount, to raw: String) -> Bool {
    NumberDamage.isNear(raw, to: amount.cents, isMoney: true)
      || NumberDamage.explains(raw, cents: amount.cents, readAs: nil) != .none
  }

  private func only(_ places: [Int]) -> Int? { places.count == 1 ? places[0] : nil }
}
