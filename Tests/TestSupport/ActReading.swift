public import DeliberationModel
public import PageModel

/// What became of a damage in the text of an act.
public enum DamageOutcome: String, Hashable, Sendable, CaseIterable {
  /// Every value is right, and a repair says so.
  case repaired
  /// What is wrong or lost is flagged.
  case flagged
  /// No value changed.
  case harmless
  /// A value is wrong or lost and nothing says so.
  case silent
}

/// The values of an act as a program sees them, each with its flag, so that two readings of one act
/// can be compared.
public struct ActReading: Sendable {
  /// A value of an act, and whether a program is told not to trust it.
  public struct Fact: Hashable, Sendable {
    /// The value with its place: `row/1/2/arrageois/3id/28/448000`.
    public var text: String
    /// Whether the output marks it as doubtful.
    public var isFlagged: Bool
    /// Whether it has no flag of its own, so that only a check or a warning tells of it.
    public var isNamed: Bool
  }

  /// The values in the order of the output.
  public private(set) var facts: [Fact] = []
  /// The repairs and notes.
  public private(set) var notes: Set<String> = []
  /// The failed checks, warnings and errors.
  public private(set) var warnings: Set<String> = []

  /// Takes what was read of a document of one act; anything else is a warning and no facts.
  public init(_ acts: [Deliberation], _ diagnostics: DiagnosticList) {
    guard let act = acts.first, acts.count == 1 else {
      warnings = ["\(acts.count) acts"]
      return
    }
    addMoney(of: act)
    addVotes(of: act)
    addNames(of: act)
    notes = Set(act.repairs.map { "\($0.path) \($0.value)" })
    for item in diagnostics.items {
      if item.severity == .note {
        notes.insert(item.message)
      } else {
        warnings.insert(item.message)
      }
    }
    warnings.formUnion(act.checks.filter { $0.status == .failed }.map(\.message))
  }

  /// What became of the damage with which this reading was made.
  public func outcome(against correct: ActReading) -> DamageOutcome {
    let hasNews = !warnings.isSubset(of: correct.warnings)
    let (wrong, lost) = differences(from: correct)
    if wrong.contains(where: { !$0.isFlagged && !($0.isNamed && hasNews) }) { return .silent }
    if !wrong.isEmpty { return .flagged }
    if !lost.isEmpty { return hasNews ? .flagged : .silent }
    return notes.isSubset(of: correct.notes) ? .harmless : .repaired
  }

  /// The values that this reading has and a correct one has not, and the other way round.
  public func differences(from correct: ActReading) -> (wrong: [Fact], lost: [String]) {
    var counts: [String: Int] = [:]
    for fact in correct.facts { counts[fact.text, default: 0] += 1 }
    var wrong: [Fact] = []
    for fact in facts {
      if let count = counts[fact.text], count > 0 {
        counts[fact.text] = count - 1
      } else {
        wrong.append(fact)
      }
    }
    let lost = counts.flatMap { [String](repeating: $0.key, count: $0.value) }
    return (wrong, lost.sorted())
  }

  // MARK: - Facts

  private static func key(_ text: String?) -> String { text.map { FoldedText($0).key } ?? "-" }

  private static func cents(_ amount: Printed<Amount>?) -> String {
    amount.map { String($0.value.cents) } ?? "-"
  }

  private mutating func add(_ parts: String?..., flagged: Bool) {
    facts.append(Fact(text: Self.joined(parts), isFlagged: flagged, isNamed: false))
  }

  private mutating func addNamed(_ parts: String?..., flagged: Bool = false) {
    facts.append(Fact(text: Self.joined(parts), isFlagged: flagged, isNamed: true))
  }

  private static func joined(_ parts: [String?]) -> String {
    parts.map { $0 ?? "-" }.joined(separator: "/")
  }

  private mutating func addMoney(of act: Deliberation) {
    for grant in act.grants {
      add(
        "row",
        grant.theme,
        grant.operation,
        Self.key(grant.territory),
        Self.key(grant.beneficiary?.value),
        grant.quantity.map(String.init),
        Self.cents(grant.amount),
        flagged: grant.needsReview
      )
    }
    for total in act.totals {
      add(
        "total",
        total.theme,
        total.operation,
        total.quantity.map(String.init),
        Self.cents(total.amount),
        flagged: total.needsReview
      )
    }
    for line in act.budgetLines {
      let isFlagged = line.needsReview || line[.commitment] == nil || line[.expenditure] == nil
      let (commitment, expenditure) = (line[.commitment], line[.expenditure])
      add("budget", Self.cents(commitment), Self.cents(expenditure), flagged: isFlagged)
    }
    for line in act.report?.budgetLines ?? [] {
      let numbers = [line[.commitment], line[.available], line[.proposed], line[.balance]]
      add(
        "report budget",
        numbers.map(Self.cents).joined(separator: "/"),
        flagged: line.needsReview || numbers.contains { $0 == nil }
      )
    }
    for article in act.articles {
      for (place, amount) in article.amounts.enumerated() {
        addNamed(
          "article amount",
          "\(article.number)",
          Self.cents(amount),
          flagged: article.amountsInDoubt.contains(place)
        )
      }
    }
    for (place, amount) in (act.report?.amounts ?? []).enumerated() {
      let isFlagged = act.report?.amountsInDoubt.contains(place) ?? false
      addNamed("report amount", Self.cents(amount), flagged: isFlagged)
    }
  }

  private mutating func addVotes(of act: Deliberation) {
    for decision in act.decisions {
      addNamed("decision", decision.articles.description, decision.result?.value.rawValue)
      for option in VoteOption.allCases {
        guard let vote = decision.vote[option] else { continue }
        let isFlagged = vote.needsReview || vote.count == nil
        add("vote", option.rawValue, vote.count.map(String.init), flagged: isFlagged)
      }
      for recusal in decision.recusals {
        addNamed("recused", recusal.status.rawValue, Self.key(recusal.person.name))
      }
    }
    for status in AttendanceStatus.allCases {
      for person in act.attendance.people[status] ?? [] {
        addNamed(status.rawValue, Self.key(person.name))
      }
    }
  }

  private mutating func addNames(of act: Deliberation) {
    addNamed("number", act.number?.value)
    addNamed("session", act.session.date?.value.description)
    for (office, person) in [
      ("president", act.session.president), ("secretary", act.session.secretary),
      ("signatory", act.signature.signatory),
    ] {
      addNamed(office, Self.key(person?.name))
    }
    addNamed("signature", act.signature.date?.description)
    for article in act.articles {
      addNamed(
        "article",
        "\(article.number)",
        article.annexes.description,
        article.result?.rawValue
      )
    }
    for attachment in act.attachments {
      addNamed("attachment", attachment.kind.rawValue, attachment.number.map(String.init))
    }
    if let report = act.report {
      addNamed("report", report.number.map(String.init), report.date?.description)
      addNamed("opinions", "\(report.opinions.count)")
    }
    addNamed("citations", "\(act.citations.count)")
  }
}
