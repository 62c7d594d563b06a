/// What kind of local authority decides.
public enum AuthorityType: String, Hashable, Sendable, CaseIterable {
  case department
  case commune
  case epci
  case region
  case syndicate
  case other
}

/// A local authority.
public struct Authority: Hashable, Sendable {
  /// The name: `Département du Pas-de-Calais`.
  public var name: String
  /// What kind it is.
  public var type: AuthorityType
  /// The fourteen digits of its establishment, where a definition knows them.
  public var siret: String?
  /// The nine digits of the legal person: those that `siret` begins with, or those in the number of
  /// the transmission.
  public var siren: String?

  /// Makes an authority.
  public init(name: String, type: AuthorityType, siret: String? = nil, siren: String? = nil) {
    self.name = name
    self.type = type
    self.siret = siret
    self.siren = siren ?? siret.map { String($0.prefix(9)) }
  }
}

/// The session at which an act was decided.
public struct Session: Hashable, Sendable {
  /// The day.
  public var date: Printed<CalendarDate>?
  /// Who presided.
  public var president: Person?
  /// The secretary.
  public var secretary: Person?
  /// The day on which the members were called.
  public var convocationDate: CalendarDate?

  /// Makes an empty session.
  public init() {}
}

/// What an act is about, in the national nomenclature of acts (ACTES) at its second level.
public struct ActSubject: Hashable, Sendable {
  /// The code: `7.5`.
  public var code: String
  /// The name: `finances locales/subventions`.
  public var name: String
  /// How sure a subject is that follows from the title, from 0 to 1; absent where it is printed.
  public var confidence: Float?

  /// Makes a subject.
  public init(code: String, name: String, confidence: Float? = nil) {
    self.code = code
    self.name = name
    self.confidence = confidence
  }
}

/// One act of an assembly.
public struct Deliberation: Hashable, Sendable {
  /// The number: `2023-216`.
  public var number: Printed<String>?
  /// The number of the item in minutes: "3", "7.1", "II".
  public var item: String?
  /// How sure the boundary of the act is, from 0 to 1; absent where the document is one act.
  public var confidence: Float?
  /// Whether the boundary, the title or the date is in doubt.
  public var needsReview = false
  /// The title, spaces collapsed.
  public var title: Printed<String>?
  /// What it is about.
  public var subject: ActSubject?
  /// Who decides.
  public var authority: Authority?
  /// The body of the authority that decides: `Commission permanente`.
  public var organ: String?
  /// The session.
  public var session = Session()
  /// The day on which the act went to the prefecture.
  public var transmissionDate: CalendarDate?
  /// The day on which the act was published.
  public var publicationDate: CalendarDate?
  /// The number of the transmission's receipt: `034-213401722-20130204-0000061114-DE`.
  public var transmissionID: String?
  /// Who attended.
  public var attendance = Attendance()
  /// The *visas*.
  public var citations: [Citation] = []
  /// The *considérants*.
  public var recitals: [Printed<String>] = []
  /// The articles.
  public var articles: [Article] = []
  /// The vote blocks and stated results.
  public var decisions: [Decision] = []
  /// The elections and *désignations*.
  public var elections: [Election] = []
  /// The lines of the budget table.
  public var budgetLines: [BudgetLine] = []
  /// The signature.
  public var signature = Signature()

  /// What is attached, in order of appearance.
  public var attachments: [Attachment] = []
  /// The report of the President.
  public var report: Report?
  /// The beneficiary rows of the annex tables, then those stated in prose.
  public var grants: [Grant] = []
  /// The printed totals of the annex tables.
  public var totals: [Total] = []
  /// The rules that were tried, and what they found.
  public var checks: [Check] = []
  /// The values that rules changed.
  public var repairs: [Repair] = []

  /// Makes an empty act.
  public init() {}
}
