public import PageModel

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
  public var budgetLines: [BudgetLine] = []
  /// The opinions of the commissions.
  public var opinions: [Opinion] = []
  /// Where it begins.
  public var source: SourceLocation

  /// Makes an empty report.
  public init(source: SourceLocation) {
    self.source = source
  }
}
