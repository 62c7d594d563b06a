public import DeliberationModel

/// What was seen in a document, line by line, and the acts that follow from it.
public struct DocumentStructure: Sendable {
  /// A line and what it was taken for.
  public struct Line: Sendable {
    /// The index of the line in the document.
    public var line: Int
    /// What it is: `session`, `agenda`, `head`, `act`, `information`, `close`.
    public var role = ""
    /// How strongly it decides: 0 not at all, 1 by itself little, 2 for sure.
    public var strength = 0
    /// The kind of what it decides; empty where nothing.
    public var says = ""
    var look: Dress = []
    var head: HeadNumber?
    /// Whether it can be no head.
    public var isBarred = false
    /// Whether it is a visa or a reason.
    public var isVisa = false

    /// What its look has of a head.
    public var dress: [String] { look.description }
    /// The kind of number that it begins with, with the word before it; empty where none.
    public var number: String {
      guard let head else { return "" }
      return head.label.isEmpty ? "\(head.form)" : "\(head.label) \(head.form)"
    }
  }

  /// An item of the agenda.
  public struct AgendaItem: Sendable {
    /// The index of its first line in the document.
    public var line: Int
    /// That line as printed.
    public var text: String
    /// Whether a head or another line of the minutes takes it up.
    public var isTakenUp: Bool
  }

  /// What was found; a document without an act is an annex too where its tables hold grants.
  public var kind = DocumentKind.other
  /// The lines of a document that decides nothing, all as attached to an act that is elsewhere.
  public internal(set) var annex: ActOutline?
  /// What a document without an act seems to be, as words of a sentence.
  public internal(set) var seems = ""
  /// Whether something was decided by an assembly, in an act or not.
  public internal(set) var decides = false
  /// The items of the agendas that are printed.
  public internal(set) var agenda: [AgendaItem] = []
  var isList = false
  /// The lines without those that repeat from page to page.
  public internal(set) var lines: [Line] = []
  /// The acts, in order.
  public internal(set) var acts: [ActOutline] = []
  /// The head patterns that were found, a session each; empty where a session is one act.
  public internal(set) var patterns: [String] = []
  /// The indices of the lines that repeat from page to page.
  public internal(set) var running: [Int]

  /// Drops what was seen line by line, which takes more room than the text: acts do not need it.
  public mutating func dropLines() { lines = [] }

  /// Makes the structure of a document of which nothing is known but its running lines.
  public init(running: [Int] = []) {
    self.running = running
  }
}
