import GRDB
import PageModel

/// What compares the names of organisations.
struct OrganisationName {
  private let name: String
  private let key: String
  /// The first letters of its words, an acronym whole.
  private var initials = ""
  private var lastWord: String?
  private var hasAcronym = false

  init(_ name: String) {
    self.name = name
    key = FoldedText(name).key
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let isCapital = name == name.uppercased()
    for word in words {
      let folded = FoldedText(String(word)).key
      guard !folded.isEmpty, !Self.silent.contains(folded) else { continue }
      // In a name all in capitals only its first word can be told for one: "CCAS DE MONTLYS".
      let isAcronym =
        (isCapital ? initials.isEmpty && word.count < 6 : word.count < 7) && word.count > 2
        && word == word.uppercased() && word.allSatisfy(\.isLetter)
      hasAcronym = hasAcronym || isAcronym
      initials += isAcronym ? folded : String(folded.prefix(1))
      lastWord = folded
    }
    if lastWord == initials { lastWord = nil }
  }

  /// Words that initials leave out.
  private static let silent: Set = [
    "a", "association", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les",
    "pour", "sur",
  ]

  /// Keeps the name, once.
  func write(to db: Database) throws {
    guard !key.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO organisation_names (name, name_key, initials, last_word, has_acronym)
        VALUES (?, ?, ?, ?, ?)
        """
    )
    try statement.execute(arguments: [name, key, initials, lastWord, hasAcronym])
  }
}
