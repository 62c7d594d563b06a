/// What became of a rule that was tried on an act.
public enum CheckStatus: String, Hashable, Sendable {
  case passed
  case failed
  /// The rule has nothing to say of the act.
  case notApplicable = "not_applicable"
}

/// A value that a rule compares or a repair gives.
public enum CheckedValue: Hashable, Sendable {
  /// A sum of money.
  case amount(Amount)
  /// A number of people, places or articles.
  case count(Int)
  /// Anything else, such as a name or a date.
  case text(String)
}

/// A rule that was tried on an act, and what it found.
public struct Check: Hashable, Sendable {
  /// The stable name of the rule: `grants.operation-total`.
  public var rule: String
  /// What became of it.
  public var status: CheckStatus
  /// What the rule asks for.
  public var expected: CheckedValue?
  /// What the act says.
  public var found: CheckedValue?
  /// One sentence for people, lower case, without a full stop.
  public var message: String
  /// The values that were compared, as JSON pointers into the act: `/grants/12/amount`.
  public var subjects: [String]

  /// Makes a check.
  public init(
    rule: String,
    _ status: CheckStatus,
    expected: CheckedValue? = nil,
    found: CheckedValue? = nil,
    message: String,
    subjects: [String] = []
  ) {
    self.rule = rule
    self.status = status
    self.expected = expected
    self.found = found
    self.message = message
    self.subjects = subjects
  }
}
