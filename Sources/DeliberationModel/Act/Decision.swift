public import PageModel

/// What a vote can be for, in the order in which counts are written.
public enum VoteOption: String, Hashable, Sendable, CaseIterable {
  case yes
  case no
  case abstain
  case absent
}

/// What became of a motion.
public enum VoteResult: String, Hashable, Sendable {
  case adopted
  case rejected
  case withdrawn
  case noted
  case adjourned
}

/// On what grounds a count or a position stands.
public enum VoteStated: String, Hashable, Sendable {
  /// The act prints it.
  case printed
  /// It follows from other statements of the act.
  case derived
}

/// What an assembly thinks of the project of another body.
public enum StatedOpinion: String, Hashable, Sendable {
  case favourable
  case unfavourable
}

/// Who could vote on a motion at that moment.
public struct Electorate: Hashable, Sendable {
  /// Those in the room.
  public var present: Int?
  /// Those who gave a proxy.
  public var represented: Int?
  /// Those who vote: the present and the represented without those who stepped aside.
  public var voting: Int?

  /// Makes an electorate.
  public init(present: Int? = nil, represented: Int? = nil, voting: Int? = nil) {
    self.present = present
    self.represented = represented
    self.voting = voting
  }
}

/// The votes for one option.
public struct VoteCount: Hashable, Sendable {
  /// The number of votes; absent where it cannot be read.
  public var count: Int?
  /// On what grounds the number stands.
  public var stated = VoteStated.printed
  /// The print where the number should stand and none can be read: "2B".
  public var unreadable: String?
  /// The political groups named beside it, as printed.
  public var groups: [String]
  /// How sure the least sure number is, in hundredths; absent before the checks.
  public var confidence: Int?
  /// Whether a program must not trust the count.
  public var needsReview: Bool
  /// Where it stands.
  public var source: SourceLocation

  /// Makes a count.
  public init(
    count: Int?,
    groups: [String] = [],
    needsReview: Bool = false,
    source: SourceLocation = SourceLocation()
  ) {
    self.count = count
    self.groups = groups
    self.needsReview = needsReview
    self.source = source
  }
}

/// In what way a recused person attended.
public enum RecusalStatus: String, Hashable, Sendable {
  /// "n'ont pris part ni au débat ni au vote".
  case present
  /// "excusés, n'ont pas donné de délégation de vote".
  case excusedWithoutProxy = "excused_without_proxy"
  /// "invité sans voix délibérative, n'a pas pris part au débat".
  case withoutVote = "without_vote"
}

/// A person who stepped aside.
public struct Recusal: Hashable, Sendable {
  /// Who.
  public var person: Person
  /// In what way they attended.
  public var status: RecusalStatus
  /// The articles that the recusal names; empty where it names none.
  public var articles: [Int]

  /// Makes a recusal.
  public init(person: Person, status: RecusalStatus, articles: [Int] = []) {
    self.person = person
    self.status = status
    self.articles = articles
  }
}

/// How one person voted.
public struct Position: Hashable, Sendable {
  /// Who.
  public var person: Person
  /// For which option.
  public var option: VoteOption
  /// On what grounds.
  public var stated: VoteStated

  /// Makes a position.
  public init(person: Person, option: VoteOption, stated: VoteStated = .printed) {
    self.person = person
    self.option = option
    self.stated = stated
  }
}

/// A vote block, or a stated result, over some articles.
public struct Decision: Hashable, Sendable {
  /// The numbers of the articles decided, ascending.
  public var articles: [Int] = []
  /// Who stepped aside.
  public var recusals: [Recusal] = []
  /// The counts; empty where the act states only a result.
  public var vote: [VoteOption: VoteCount] = [:]
  /// How each person voted, as far as the act prints it by name or its counts prove it.
  public var positions: [Position] = []
  /// Whether "à l'unanimité" is printed.
  public var isUnanimous = false
  /// The printed result.
  public var result: Printed<VoteResult>?
  /// What the assembly says of another body's project, where it gives an opinion.
  public var opinion: StatedOpinion?
  /// Who could vote.
  public var electorate: Electorate?
  /// Whether a program must not trust the decision.
  public var needsReview = false
  /// Where the block stands.
  public var source = SourceLocation()

  /// Makes an empty decision.
  public init() {}
}
