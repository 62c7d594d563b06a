import DeliberationModel

/// Something that an act says twice, and so can be compared.
protocol ReconciliationRule: Sendable {
  /// The stable name: `grants.operation-total`.
  var id: String { get }

  /// What the rule finds in an act.
  func findings(in act: Deliberation) -> [Finding]
}

extension ReconciliationRule {
  /// A finding that says why the rule has nothing to compare.
  func notApplicable(_ message: String) -> Finding {
    Finding(check: Check(rule: id, .notApplicable, message: message), proves: false)
  }

  /// A finding about things that are no numbers.
  func finding(
    _ holds: Bool,
    expected: CheckedValue? = nil,
    found: CheckedValue? = nil,
    _ message: String,
    at pointers: [String]
  ) -> Finding {
    let check = Check(
      rule: id,
      holds ? .passed : .failed,
      expected: expected,
      found: found,
      message: message,
      subjects: pointers
    )
    return Finding(check: check, proves: false)
  }

  /// Compares a sum with the number that states it; a term that cannot be read counts as nothing.
  func sum(
    of terms: [Subject],
    is stated: Subject,
    in act: Deliberation,
    _ what: String
  ) -> Finding {
    let sum = terms.reduce(0) { $0 &+ ($1.value(in: act) ?? 0) }
    return compare(sum, of: terms, with: [stated], in: act, what)
  }

  /// Compares two sums of numbers.
  func compare(
    _ left: [Subject],
    with right: [Subject],
    in act: Deliberation,
    _ what: String
  ) -> Finding {
    let sum = left.reduce(0) { $0 &+ ($1.value(in: act) ?? 0) }
    return compare(sum, of: left, with: right, in: act, what)
  }

  private func compare(
    _ sum: Int,
    of terms: [Subject],
    with right: [Subject],
    in act: Deliberation,
    _ what: String
  ) -> Finding {
    let stated = right.reduce(0) { $0 &+ ($1.value(in: act) ?? 0) }
    let subjects = terms + right
    let show = { (number: Int) in
      subjects.first?.isMoney ?? false ? Euros.text(cents: number) : String(number)
    }
    let message =
      sum == stated
      ? "\(what): \(show(sum)) on both sides" : "\(what): \(show(sum)) against \(show(stated))"
    let check = Check(
      rule: id,
      sum == stated ? .passed : .failed,
      expected: subjects.first?.checked(sum),
      found: subjects.first?.checked(stated),
      message: message,
      subjects: subjects.map(\.pointer)
    )
    var finding = Finding(check: check, subjects: subjects)
    guard sum != stated else { return finding }
    finding.demands =
      right.map { Finding.Demand($0, ($0.value(in: act) ?? 0) + sum - stated) }
      + terms.map { Finding.Demand($0, ($0.value(in: act) ?? 0) + stated - sum) }
    return finding
  }
}

/// Money as people write it.
enum Euros {
  /// The text of some cents: `333 874,93 €`.
  static func text(cents: Int) -> String {
    let whole = String(cents.magnitude / 100)
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped.append("\u{202F}") }
      grouped.append(digit)
    }
    let rest = String(cents.magnitude % 100)
    return (cents < 0 ? "-" : "") + grouped + "," + (rest.count < 2 ? "0" : "") + rest + " €"
  }
}
