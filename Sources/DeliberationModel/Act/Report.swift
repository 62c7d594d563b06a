public import PageModel

/// A line of the budget table of a report.
public struct ReportBudgetLine: Hashable, Sendable {
  /// The operation: `C02-446A05`.
  public var operationCode: Printed<String>
  /// The *imputation*: `6568/93446`.
  public var budgetCode: String?
  /// The title of the operation.
  public var label: String?
  /// The *autorisation d'engagement*.
  public var commitmentAuthority: Printed<Amount>?
  /// What is left of it before the act: "Disponible €".
  public var available: Printed<Amount>?
  /// What the report proposes to spend: "Proposition €".
  public var proposed: Printed<Amount>?
  /// What is left of it after the act: "Solde €".
  public var balance: Printed<Amount>?
  /// The print where an amount should stand and none can be read: in a text that of the first column
  /// whose amount is missing.
  public var unreadable: String?
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

/// The opinion of a commission on a report.
public struct Opinion: Hashable, Sendable {
  /// The sentence.
  public var text: Printed<String>
  /// The commission: `2ème Commission - Solidarités Humaines`.
  public var body: String?
  /// The day of its meeting.
  public var date: CalendarDate?

  /// Makes an opinion.
  public init(text: Printed<String>, body: String?, date: CalendarDate?) {
    self.text = text
    self.body = body
    self.date = date
  }
}

/// The report of the President to the assembly.
public struct Report: Hashable, Sendable {
  /// The number: "RAPPORT N°36" is 36.
  public var number: Int?
  /// The day of the session it was written for.
  public var date: CalendarDate?
  /// "Territoire(s) : …".
  public var territories: [String] = []
  /// "Canton(s) : …".
  public var cantons: [String] = []
  /// "EPCI(s) : …".
  public var epcis: [String] = []
  /// The euro amounts of its prose, in printed order.
  public var amounts: [Printed<Amount>] = []
  /// The places in `amounts` that a program must not trust.
  public var amountsInDoubt: Set<Int> = []
  /// The lines of its budget table.
  public var budgetLines: [ReportBudgetLine] = []
  /// The opinions of the commissions.
  public var opinions: [Opinion] = []
  /// Where it begins.
  public var source: SourceLocation

  /// Makes an empty report.
  public init(source: SourceLocation) {
    self.source = source
  }
}
