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

/// The votes for one option.
public struct VoteCount: Hashable, Sendable {
  /// The number of votes; absent where it cannot be read.
  public var count: Int?
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

/// On what grounds a position stands.
public enum PositionStatement: String, Hashable, Sendable {
  /// The act names the person beside the option.
  case printed
  /// The counts and the attendance list leave the person no other option.
  case derived
}

/// How one person voted.
public struct Position: Hashable, Sendable {
  /// Who.
  public var person: Person
  /// For which option.
  public var option: VoteOption
  /// On what grounds.
  public var stated: PositionStatement

  /// Makes a position.
  public init(person: Person, option: VoteOption, stated: PositionStatement = .printed) {
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
  /// Where the block stands.
  public var source = SourceLocation()

  /// Makes an empty decision.
  public init() {}
}
