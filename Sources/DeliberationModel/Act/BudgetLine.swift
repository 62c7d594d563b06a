public import PageModel

/// A line of the table that says which budget pays.
public struct BudgetLine: Hashable, Sendable {
  /// The operation: `C02-446A05`.
  public var operationCode: Printed<String>
  /// The *imputation*: `6568/93446`.
  public var budgetCode: String?
  /// The title of the operation.
  public var label: String?
  /// The *autorisation d'engagement*.
  public var commitmentAuthority: Printed<Amount>?
  /// The expenditure that the act decides.
  public var expenditure: Printed<Amount>?
  /// The print where the commitment authority should stand and no amount can be read.
  public var unreadableCommitment: String?
  /// The print where the expenditure should stand and no amount can be read.
  public var unreadableExpenditure: String?
  /// How sure the least sure number is, in hundredths; absent before the checks.
  public var confidence: Int?
  /// Whether a program must not trust the line.
  public var needsReview = false
  /// Where the line stands.
  public var source: SourceLocation

  /// Makes a line.
  public init(operationCode: Printed<String>, source: SourceLocation) {
    self.operationCode = operationCode
    self.source = source
  }
}
