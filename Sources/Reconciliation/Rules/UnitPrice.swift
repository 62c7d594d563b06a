import DeliberationModel

/// The price of a place is the same in all rows of an operation that pays by place.
///
/// It is a rule where at least five rows have a quantity and a sum, and four in five of them agree:
/// to the cent, or within a twentieth where sums are rounded.
struct UnitPrice: ReconciliationRule {
  let id = "grants.unit-price"

  /// The most that a row with a price may have, so that products are exact: 100 million euros, a
  /// million places.
  private static let mostCents = 10_000_000_000
  private static let mostPlaces = 1_000_000

  /// Cents for a number of places, in lowest terms.
  private struct Price: Hashable {
    var cents: Int
    var places: Int

    init(_ cents: Int, _ places: Int) {
      var (a, b) = (abs(cents), places)
      while b != 0 { (a, b) = (b, a % b) }
      self.cents = cents / max(1, a)
      self.places = places / max(1, a)
    }
  }

  private struct Row {
    var index: Int
    var cents: Int
    var quantity: Int
    var price: Price { Price(cents, quantity) }
  }

  func findings(in act: Deliberation) -> [Finding] {
    let groups = GrantGroups(act)
    return groups.keys.flatMap { key in findings(in: act, groups.rows[key] ?? [], key) }
  }

  private func findings(
    in act: Deliberation,
    _ indices: [Int],
    _ key: GrantGroups.Key
  ) -> [Finding] {
    let rows = indices.compactMap { index -> Row? in
      guard let cents = act.grants[index].amount?.value.cents, (1...Self.mostCents).contains(cents),
        let quantity = act.grants[index].quantity, (1...Self.mostPlaces).contains(quantity)
      else { return nil }
      return Row(index: index, cents: cents, quantity: quantity)
    }
    guard rows.count >= 5 else { return [] }
    let unread = indices.filter { index in
      act.grants[index].quantity == nil && act.grants[index].doubts.contains(.quantity)
    }
    var counts: [Price: Int] = [:]
    for row in rows { counts[row.price, default: 0] += 1 }
    if let (price, count) = counts.max(by: { $0.value < $1.value }), count * 5 >= rows.count * 4 {
      return exact(price, rows, counts, indices, unread, key, in: act)
    }
    let sorted = rows.sorted { $0.cents * $1.quantity < $1.cents * $0.quantity }
    let median = sorted[sorted.count / 2]
    let near = rows.filter { Self.isNear($0, median) }
    guard near.count * 5 >= rows.count * 4 else {
      return [notApplicable("\(key.name) does not pay by place")]
    }
    return rounded(median, rows, near, unread, key, in: act)
  }

  // MARK: - A price to the cent

  private func exact(
    _ price: Price,
    _ rows: [Row],
    _ counts: [Price: Int],
    _ indices: [Int],
    _ unread: [Int],
    _ key: GrantGroups.Key,
    in act: Deliberation
  ) -> [Finding] {
    let agreeing = rows.filter { $0.price == price }
    let text = Self.text(price)
    var findings = [passed(agreeing, "\(agreeing.count) rows of \(key.name) pay \(text)")]
    // Two rows or more of another price have a tariff of their own.
    for row in rows where row.price != price && counts[row.price] == 1 {
      var demands: [Finding.Demand] = []
      if (row.cents * price.places).isMultiple(of: price.cents) {
        let quantity = row.cents * price.places / price.cents
        demands.append(Finding.Demand(.grantQuantity(row.index), quantity))
      }
      if (row.quantity * price.cents).isMultiple(of: price.places) {
        let cents = row.quantity * price.cents / price.places
        demands.append(Finding.Demand(.grantAmount(row.index), cents))
      }
      let print = "\(row.quantity) and \(Euros.text(cents: row.cents))"
      findings.append(failed(row.index, demands, "a row of \(key.name) has \(print), not \(text)"))
    }
    for index in indices {
      let glued = GluedQuantity.partings(of: index, in: act)
        .filter { $0.cents <= Self.mostCents && $0.quantity <= Self.mostPlaces }
        .filter { $0.cents * price.places == $0.quantity * price.cents }
      guard glued.count == 1 else { continue }
      let demand = Finding.Demand(.grantAmount(index), glued[0].cents)
      findings.append(
        failed(index, [demand], "a quantity of \(key.name) is printed with its sum")
      )
    }
    for index in unread {
      guard let cents = act.grants[index].amount?.value.cents, (1...Self.mostCents).contains(cents),
        (cents * price.places).isMultiple(of: price.cents)
      else { continue }
      let demand = Finding.Demand(.grantQuantity(index), cents * price.places / price.cents)
      findings.append(failed(index, [demand], "a quantity of \(key.name) cannot be read"))
    }
    return findings
  }

  // MARK: - A price of rounded sums

  private static func isNear(_ row: Row, _ median: Row) -> Bool {
    abs(row.cents * median.quantity - median.cents * row.quantity) * 20
      <= median.cents * row.quantity
  }

  private func rounded(
    _ median: Row,
    _ rows: [Row],
    _ near: [Row],
    _ unread: [Int],
    _ key: GrantGroups.Key,
    in act: Deliberation
  ) -> [Finding] {
    let text = "about \(Self.text(median.price))"
    var finding = passed(near, "\(near.count) rows of \(key.name) pay \(text)")
    finding.proves = false
    var findings = [finding]
    for row in rows where !Self.isNear(row, median) {
      let print = "\(row.quantity) and \(Euros.text(cents: row.cents))"
      var demands = quantities(row.index, cents: row.cents, median)
      let cents = row.quantity * median.cents / median.quantity
      demands.append(Finding.Demand(.grantAmount(row.index), (cents * 19 / 20)...(cents * 21 / 20)))
      let message = "a row of \(key.name) has \(print), not \(text)"
      findings.append(failed(row.index, demands, message, isRounded: true))
    }
    for index in unread {
      guard let cents = act.grants[index].amount?.value.cents, (1...Self.mostCents).contains(cents)
      else { continue }
      findings.append(
        failed(
          index,
          quantities(index, cents: cents, median),
          "a quantity of \(key.name) cannot be read",
          isRounded: true
        )
      )
    }
    return findings
  }

  /// The quantities that a sum pays at a price, give or take a twentieth.
  private func quantities(_ index: Int, cents: Int, _ median: Row) -> [Finding.Demand] {
    let least = (cents * median.quantity * 20 + median.cents * 21 - 1) / (median.cents * 21)
    let most = cents * median.quantity * 20 / (median.cents * 19)
    guard least <= most else { return [] }
    return [Finding.Demand(.grantQuantity(index), least...most)]
  }

  // MARK: - Findings

  private static func text(_ price: Price) -> String {
    price.places == 1
      ? "\(Euros.text(cents: price.cents)) a place"
      : "\(Euros.text(cents: price.cents)) for \(price.places) places"
  }

  private func passed(_ rows: [Row], _ message: String) -> Finding {
    finding(
      true,
      message,
      about: rows.flatMap { [.grantQuantity($0.index), .grantAmount($0.index)] }
    )
  }

  /// A row that does not agree; a rounded price alone proves no figure.
  private func failed(
    _ index: Int,
    _ demands: [Finding.Demand],
    _ message: String,
    isRounded: Bool = false
  ) -> Finding {
    let subjects: [Subject] = [.grantQuantity(index), .grantAmount(index)]
    var finding = finding(false, message, about: subjects, demands: demands)
    finding.doubtsProved = true
    finding.weight = isRounded ? 1 : 2
    return finding
  }
}
