/// What introduces a part of an act in print.
///
/// The raw values are the keys under `labels` of a definition.
public enum Label: String, Hashable, Sendable, CaseIterable {
  /// The title of the minutes of a session, which hold many acts: "Procès-verbal de la séance".
  case minutesHeading = "minutes_heading"
  /// The head of the list of what will be decided: "Ordre du jour".
  case agenda
  case transmissionDate = "transmission_date"
  case publicationDate = "publication_date"
  case actHeading = "act_heading"
  case sessionDate = "session_date"
  /// The day on which the members were called: "Date de convocation".
  case convocationDate = "convocation_date"
  case presidency
  case secretary
  case present
  case excused
  case absent
  case attendingWithoutVote = "attending_without_vote"
  case excusedWithoutVote = "excused_without_vote"
  case proxies
  case membersCount = "members_count"
  case presentCount = "present_count"
  case representedCount = "represented_count"
  case votersCount = "voters_count"
  case number
  case title
  case enacting
  case citation
  case recital
  case rapporteur
  case deliberated
  case decides
  /// Words after which clauses are proposed: "Il est proposé au Conseil".
  case proposal
  case article
  case voteHeading = "vote_heading"
  case yes
  case no
  case abstain
  case votesAbsent = "votes_absent"
  case adopted
  case rejected
  case withdrawn
  case noted
  case adjourned
  case signature
  /// The head of an annex: "Annexe 2".
  case annex
  /// The title of a convention.
  case convention
  /// The title of an *avenant*.
  case amendment
  /// The words before the parties of a convention: "Entre le Département …".
  case parties
  /// The service that wrote a document, which stands above its title: "Pôle Solidarités".
  case service
  /// The title of the report of the President: "RAPPORT N°36".
  case report
  case territories
  case cantons
  case epcis
  /// A verb by which an assembly decides, and which opens a clause: "AUTORISE M. le Maire à …".
  case operative
}

/// An assembly of an authority, and how acts print its name.
public struct OrganDefinition: Hashable, Sendable {
  /// The name in the output.
  public var name: String
  /// The printed forms.
  public var printed: [String]
  /// The kinds of authority that have such an assembly; empty where any can.
  public var types: [AuthorityType]

  /// Makes an organ.
  public init(name: String, printed: [String], types: [AuthorityType] = []) {
    self.name = name
    self.printed = printed
    self.types = types
  }
}

/// A councillor of a roster.
public struct Councillor: Hashable, Sendable {
  /// The name in the spelling of the authority.
  public var name: String
  /// How acts address the person.
  public var honorific: Honorific?

  /// Makes a councillor.
  public init(name: String, honorific: Honorific?) {
    self.name = name
    self.honorific = honorific
  }
}

/// What the acts of an authority print: data that the one parser works with.
public struct Definition: Hashable, Sendable {
  /// The name of the file under Pipelines/ without its suffix.
  public var name: String
  /// The authority; absent in the definition that fits any.
  public var authority: Authority?
  /// Printed names by which a document is recognised as the authority's.
  public var recognisedBy: [String] = []
  /// The assemblies.
  public var organs: [OrganDefinition] = []
  /// The printed forms of each label.
  public var labels: [Label: [String]] = [:]
  /// How grant tables name what they hold.
  public var grantWords = GrantWords()
  /// The shape of an operation code: `A` a capital, `9` a digit, `?` either, others themselves.
  public var operationCode: String?
  /// The councillors.
  public var councillors: [Councillor] = []
  /// The territories that the authority's grant tables name.
  public var territories: [String] = []
  /// Organisations that the authority pays often, as its acts print their names.
  public var beneficiaries: [String] = []

  /// Makes a definition.
  public init(name: String) {
    self.name = name
  }
}
