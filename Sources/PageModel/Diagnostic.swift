/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, Comparable {
  /// Repaired or resolved, and worth knowing.
  case note
  /// A value is doubtful.
  case warning
  /// The output lacks something required.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// Something odd in a document, in a sentence that a clerk understands.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public var severity: Severity
  /// A stable identifier, such as `vote.missing-count`.
  public var code: String
  /// One sentence, lower case, without a full stop; printed text stands in quotes.
  public var message: String
  /// Where it was found.
  public var location: SourceLocation

  /// Makes a finding.
  public init(
    _ severity: Severity,
    _ code: String,
    _ message: String,
    at location: SourceLocation = SourceLocation()
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
  }
}
