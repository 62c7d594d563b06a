/// Why nothing can be recognised.
public enum RecognitionError: Error, Hashable, Sendable {
  /// The data of a language is not installed, or cannot be read.
  case missingLanguage(String)
  /// A page took too long.
  case outOfTime
  /// Hardly a word of a page is sure: it shows a picture, or no print.
  case unreadable
}
