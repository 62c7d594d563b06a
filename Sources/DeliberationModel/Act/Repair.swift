public import PageModel

/// A value that a rule changed, with what is printed.
public struct Repair: Hashable, Sendable {
  /// The value as a JSON pointer into the act: `/grants/12/amount`.
  public var path: String
  /// The printed text; absent where nothing can be read.
  public var raw: String?
  /// The value after the repair.
  public var value: CheckedValue
  /// The rule that proves it: `grants.operation-total`.
  public var rule: String
  /// How sure the rule is, in hundredths.
  public var confidence: Int

  /// Where the value is printed.
  public var source: SourceLocation

  /// Makes a repair.
  public init(
    path: String,
    raw: String?,
    value: CheckedValue,
    rule: String,
    confidence: Int,
    at source: SourceLocation = SourceLocation()
  ) {
    self.path = path
    self.raw = raw
    self.value = value
    self.rule = rule
    self.confidence = confidence
    self.source = source
  }

  /// Makes a repair of a text.
  public init(
    _ path: String,
    raw: String?,
    _ value: String,
    rule: String,
    confidence: Int = 95,
    at source: SourceLocation
  ) {
    self.init(
      path: path,
      raw: raw,
      value: .text(value),
      rule: rule,
      confidence: confidence,
      at: source
    )
  }
}
