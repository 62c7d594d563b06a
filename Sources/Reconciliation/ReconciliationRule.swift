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

  /// A finding about numbers, which are proved where it holds.
  func finding(
    _ holds: Bool,
    expected: CheckedValue? = nil,
    found: CheckedValue? = nil,
    _ message: String,
    about subjects: [Subject],
    demands: [Finding.Demand] = []
  ) -> Finding {
    let pointers = subjects.map(\.pointer)
    var finding = finding(holds, expected: expected, found: found, message, at: pointers)
    finding.subjects = subjects
    finding.proves = true
    finding.demands = holds ? [] : demands
    return finding
  }

  /// Compares two sums of numbers; a term that cannot be read counts as nothing.
  func compare(
    _ left: [Subject],
    with right: [Subject],
    in act: Deliberation,
    _ what: String
  ) -> Finding {
    let sum = left.reduce(0) { $0 &+ ($1.value(in: act) ?? 0) }
    let stated = right.reduce(0) { $0 &+ ($1.value(in: act) ?? 0) }
    let subjects = left + right
    let show = { (number: Int) in
      subjects.first?.isMoney ?? false ? Euros.text(cents: number) : String(number)
    }
    let message =
      sum == stated
      ? "\(what): \(show(sum)) on both sides" : "\(what): \(show(sum)) against \(show(stated))"
    let demands =
      sum == stated
      ? []
      : right.map { Finding.Demand($0, ($0.value(in: act) ?? 0) + sum - stated) }
        + left.map { Finding.Demand($0, ($0.value(in: act) ?? 0) + stated - sum) }
    return finding(
      sum == stated,
      expected: subjects.first?.checked(sum),
      found: subjects.first?.checked(stated),
      message,
      about: subjects,
      demands: demands
    )
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
