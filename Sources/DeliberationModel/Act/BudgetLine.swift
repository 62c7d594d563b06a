public import PageModel

/// What a column of amounts in a budget table holds; the raw values are the keys of the output.
public enum BudgetColumn: String, Hashable, Sendable {
  /// The *autorisation d'engagement*: "AE €".
  case commitment = "commitment_authority"
  /// What is left of it before the act: "Disponible €".
  case available
  /// What the report proposes to spend: "Proposition €".
  case proposed
  /// What is left of it after the act: "Solde €".
  case balance
  /// The expenditure that the act decides: "Dépenses €".
  case expenditure
}

/// A line of a table that says which budget pays: that of the act, or that of its report.
public struct BudgetLine: Hashable, Sendable {
  /// The operation: `C02-446A05`.
  public var operationCode: Printed<String>
  /// The *imputation*: `6568/93446`.
  public var budgetCode: String?
  /// The title of the operation.
  public var label: String?
  /// The amounts that can be read.
  public var amounts: [BudgetColumn: Printed<Amount>] = [:]
  /// The prints where an amount should stand and none can be read; empty where nothing stands.
  public var unreadable: [BudgetColumn: String] = [:]
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

  /// The amount in a column.
  public subscript(column: BudgetColumn) -> Printed<Amount>? {
    get { amounts[column] }
    set { amounts[column] = newValue }
  }

  /// Whether reading doubts an amount, or found none.
  public var isDoubtful: Bool { needsReview || !unreadable.isEmpty }
}
