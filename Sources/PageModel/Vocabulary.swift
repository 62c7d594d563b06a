/// The words of a language: the proof that what a mend makes is a word.
public protocol Vocabulary: Sendable {
  /// Whether a word is one of the language.
  ///
  /// A word that the language writes small is one with a capital too, a name only with its own.
  func contains(_ word: String) -> Bool
}
