public import PageModel

/// Where an act states a grant.
public enum GrantStatement: String, Hashable, Sendable {
  /// In a row of an annex table.
  case table
  /// In prose only.
  case prose
}

/// What of a row is in doubt.
public enum GrantDoubt: String, Hashable, Sendable, CaseIterable {
  /// Letters or words of the name may be lost, misread or another cell's.
  case name
  /// The territory may be that of another row.
  case territory
  /// The theme or the operation may be that of another row.
  case operation
  /// Figures of the quantity may be lost, misread or the sum's.
  case quantity
  /// Figures of the sum may be lost, misread or the quantity's.
  case amount
  /// A check contradicts a number of the row, and no other proves it.
  case contradicted
}

/// What one beneficiary receives: a row of an annex table, with what merged cells carry down to it.
public struct Grant: Hashable, Sendable {
  /// The number of the theme as printed: `1`.
  public var theme: String?
  /// The title of the theme.
  public var themeTitle: String?
  /// The number of the operation as printed: `1`, `complémentaire 2`.
  public var operation: String?
  /// The title of the operation.
  public var operationTitle: String?
  /// The territory as printed in its cell, or as the authority's lexicon spells it.
  public var territory: String?
  /// The printed territory, where it differs.
  public var territoryRaw: String?
  /// Who receives the money.
  public var beneficiary: Printed<String>?
  /// The number that opens the quantity cell.
  public var quantity: Int?
  /// The whole text of the quantity or description cell.
  public var description: String?
  /// The sum; "- €" is zero.
  public var amount: Printed<Amount>?
  /// The agreement that the row names: `Convention annexe 4`.
  public var agreement: String?
  /// Where it is stated.
  public var statedIn: GrantStatement
  /// What of the row is in doubt.
  public var doubts: Set<GrantDoubt> = []
  /// How sure the least sure part of the row is, in hundredths; absent before the checks.
  public var confidence: Int?
  /// Where the row stands.
  public var source: SourceLocation

  /// Whether a program must not trust the row.
  public var needsReview: Bool { !doubts.isEmpty }

  /// Makes an empty row.
  public init(statedIn: GrantStatement, source: SourceLocation) {
    self.statedIn = statedIn
    self.source = source
  }
}

/// A printed total of an annex table.
public struct Total: Hashable, Sendable {
  /// The number of the theme as printed.
  public var theme: String?
  /// The number of the operation; absent on the total of a theme.
  public var operation: String?
  /// The printed total of the quantities.
  public var quantity: Int?
  /// The print where the total of the quantities should stand and none can be read: "9a7".
  public var unreadableQuantity: String?
  /// The printed total of the sums.
  public var amount: Printed<Amount>?
  /// The print where the total of the sums should stand and none can be read: "1 712 96O,00 €".
  public var unreadable: String?
  /// How sure the least sure number is, in hundredths; absent before the checks.
  public var confidence: Int?
  /// Whether a program must not trust the total.
  public var needsReview = false
  /// Where it stands.
  public var source: SourceLocation

  /// Makes an empty total.
  public init(source: SourceLocation) {
    self.source = source
  }
}
