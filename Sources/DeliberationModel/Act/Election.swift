public import PageModel

/// Who stands for an office, and with how many votes.
public struct Candidate: Hashable, Sendable {
  /// The person who stands; absent where a list stands.
  public var person: Person?
  /// The name of the list that stands, as printed.
  public var list: String?
  /// The votes; absent where the act prints none.
  public var votes: Int?
  /// Whether a program must not trust the votes.
  public var needsReview = false

  /// Makes a candidate.
  public init(person: Person? = nil, list: String? = nil, votes: Int? = nil) {
    self.person = person
    self.list = list
    self.votes = votes
  }
}

/// One ballot of an election.
public struct ElectionRound: Hashable, Sendable {
  /// The ballot papers in the urn ("Nombre de votants", "bulletins trouvés dans l'urne").
  public var votesCast: Int?
  /// The blank ones.
  public var blank: Int?
  /// The void ones, with the blank ones where the act counts them together.
  public var void: Int?
  /// Who stood, in printed order.
  public var candidates: [Candidate] = []

  /// Makes an empty round.
  public init() {}

  /// Whether the act says nothing of the ballot.
  public var isEmpty: Bool {
    votesCast == nil && blank == nil && void == nil && candidates.isEmpty
  }
}

/// As what somebody is elected.
public enum ElectedCapacity: String, Hashable, Sendable {
  /// "Titulaire", and everybody of whom nothing else is said.
  case member
  /// "Suppléant".
  case alternate
}

/// Somebody who is elected or named.
public struct Elected: Hashable, Sendable {
  /// Who.
  public var person: Person
  /// As what.
  public var capacity: ElectedCapacity

  /// Makes an elected person.
  public init(person: Person, capacity: ElectedCapacity = .member) {
    self.person = person
    self.capacity = capacity
  }
}

/// An election or a *désignation*: people are chosen for an office, or for a body.
public struct Election: Hashable, Sendable {
  /// The office as printed: `1er adjoint`, `maire`, `délégué`.
  public var office: String?
  /// The body in which the elected sit, as printed: `Commission d'appel d'offres`.
  public var body: String?
  /// The ballots, in their order; empty where the act tells of none.
  public var rounds: [ElectionRound] = []
  /// Who is elected, in printed order.
  public var elected: [Elected] = []
  /// Where it stands.
  public var source: SourceLocation

  /// Makes an election of nobody.
  public init(source: SourceLocation = SourceLocation()) {
    self.source = source
  }
}
