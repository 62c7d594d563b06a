import PageModel

/// What a column of a grant table holds, as its title says; the raw values are keys of a definition.
public enum GrantColumn: String, Hashable, Sendable, CaseIterable {
  case territory, theme, operation, beneficiary, quantity, description, amount, note, agreement
}

/// The words by which grant tables say what they hold; those of a definition add to the default's.
public struct GrantWords: Hashable, Sendable {
  /// A word as it is written, and folded.
  public struct Word: Hashable, Sendable {
    /// The word as the output gives it.
    public let printed: String
    /// The word in small letters without accents.
    public let folded: [UInt8]
    /// Five letters in a row that are printed without an accent, or less where it has no five.
    public let core: [UInt8]

    /// Makes a word of its print.
    public init(_ printed: String) {
      self.printed = printed
      folded = FoldedText(printed).bytes
      let runs = Array(printed.utf8.dropFirst()).split { $0 >= 0x80 }
      core = Array((runs.max { $0.count < $1.count } ?? []).prefix(5))
    }

    /// Whether a byte is its first letter, capital or small.
    public func begins(with byte: UInt8) -> Bool { folded.first == byte | 0x20 }
  }

  /// What the parts of a table are called.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// "Thématique 1 : Parcours".
    case theme
    /// "Opération 3 : Référent solidarité".
    case operation
    /// "Opération complémentaire 2".
    case added = "added_operation"
    /// What an operation carries out: "(dispositif n° 4)".
    case scheme
    /// "TOTAL", "Sous-total".
    case total
    /// "TOTAL THÉMATIQUE 1".
    case themeTotal = "theme_total"
    /// "TOTAL GÉNÉRAL".
    case wholeTotal = "whole_total"
  }

  /// The words of each part.
  public var parts: [Part: [Word]] = [:]
  /// The words of titles; the first that occurs decides: "Complément d'information" is a description,
  /// "Montant de la subvention" an amount.
  public var titles: [Title] = []

  /// A word of the title of a column.
  public struct Title: Hashable, Sendable {
    /// The word.
    public let word: Word
    /// The column that it names.
    public let column: GrantColumn

    /// Makes a word of its print.
    public init(_ printed: String, _ column: GrantColumn) {
      word = Word(printed)
      self.column = column
    }
  }

  /// Makes a list without words.
  public init() {}

  /// The words of a part.
  public subscript(part: Part) -> [Word] { parts[part] ?? [] }
}
