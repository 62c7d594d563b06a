/// Where an act and what is attached to it stand in a document.
///
/// The lists hold indices of the document's lines, in order, without running heads and feet.
public struct ActOutline: Hashable, Sendable {
  /// Lines above the first act of minutes, which hold for each of them: the session, the
  /// attendance.
  public var shared: [Int] = []
  /// The number and the title of an act of minutes, which stand in one line.
  public var item: ItemHead?
  /// What a list says of it in a word: "APPROUVÉE" behind its object, or in the list's heading.
  public var stated: StatedResult?
  /// The head that an act by itself has where no label says what is its number and what its title.
  public var heading: ItemHead?
  /// How sure the boundary is, from 0 to 1; absent where the document is one act.
  public var confidence: Float?
  /// For lines whose head stands in a column of its own ("FLEURENCE<tab>Pour : 58"), the offset in
  /// the document at which their text begins.
  public var margins: [Int: Int] = [:]
  /// From the heading to the last result.
  public var act: [Int]
  /// The signature with its place and date.
  public var conclusions: [Int]
  /// Annexes, conventions, the report.
  public var attached: [Int]
  /// What `attached` is made of, in order; the numbers are those that are printed.
  public var attachments: [Attachment]

  /// A result that is told by a word.
  public struct StatedResult: Hashable, Sendable {
    /// What it says.
    public var result: VoteResult
    /// The bytes of the document that say it.
    public var words: ItemHead.Part
    /// The votes that the columns of a list count.
    public var counts: [VoteOption: Int]

    /// Makes a result.
    public init(result: VoteResult, words: ItemHead.Part, counts: [VoteOption: Int] = [:]) {
      self.result = result
      self.words = words
      self.counts = counts
    }
  }

  /// Makes an outline.
  public init(
    act: [Int],
    conclusions: [Int],
    attached: [Int],
    attachments: [Attachment] = []
  ) {
    self.act = act
    self.conclusions = conclusions
    self.attached = attached
    self.attachments = attachments
  }
}

/// The head of an act among others in minutes.
///
/// "12. Vote du budget primitif".
public struct ItemHead: Hashable, Sendable {
  /// The act's own number as printed; absent where it prints none.
  public var number: String?
  /// The number of the item in the minutes, as printed: "3", "7.1", "II".
  public var item: String?
  /// The title: lines, each with the bytes of it that are title.
  public var title: [Part]

  /// A line of a title.
  public struct Part: Hashable, Sendable {
    /// The index of the line.
    public var line: Int
    /// The bytes of the document that are title.
    public var bounds: Range<Int>

    /// Makes a part.
    public init(line: Int, bounds: Range<Int>) {
      self.line = line
      self.bounds = bounds
    }
  }

  /// Makes a head.
  public init(number: String? = nil, item: String? = nil, title: [Part] = []) {
    self.number = number
    self.item = item
    self.title = title
  }
}
