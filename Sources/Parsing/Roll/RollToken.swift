import PageModel

/// A word or a mark of a session's head.
struct RollToken {
  /// What a token is.
  enum Kind: Hashable {
    /// Letters, with the hyphens and apostrophes between them.
    case word
    /// Figures, and what is glued to them: "1er", "19h30", "2023-042".
    case number
    /// A mark that stands alone, folded: every dash is `-`, every bullet `*`, every arrow `>`.
    case mark(UInt8)
  }

  /// How the letters of a word are set.
  enum Letters: Hashable {
    /// "MARTIN", "d'EU", "McADAM".
    case capitals
    /// "Martin".
    case name
    /// "martin".
    case small
    /// "M.", "J.-P.", "C": one capital, or capitals parted by full stops.
    case initial
  }

  var kind: Kind
  /// The printed text without a full stop behind it.
  var text: String
  /// The folded letters and figures.
  var key: String
  var letters = Letters.small
  /// Whether a full stop follows.
  var hasStop = false
  /// The line of the document on which it begins.
  var line: Int
  var opensLine = false
  /// Whether white space stands above its line.
  var opensParagraph = false
  /// Whether nothing stands between it and the token before it.
  var isGlued = false
  /// Whether a tab or a wide gap stands before it.
  var opensCell = false

  func isMark(_ mark: Character) -> Bool {
    mark.asciiValue.map { kind == .mark($0) } ?? false
  }

  /// Whether it is the particle "d'" before a name that begins with a capital.
  var isElided: Bool { text.last.map { "'’`".contains($0) } ?? false }

  /// Whether it is a word that begins with a capital.
  var isName: Bool { kind == .word && letters != .small }
}
