public import Definitions

/// Why an input gave no output: the outside world failed, not the act.
public enum ExtractionFailure: Error, Hashable, Sendable {
  /// No such file.
  case missing
  /// The name is that of a folder or of something else that is not a file.
  case notAFile
  /// The system refused to read, with its reason.
  case unreadable(reason: String)
  /// The file has more than `Input.mostBytes` bytes.
  case tooLarge
  /// The file holds nothing.
  case empty
  /// Neither a PDF nor text.
  case unknownFormat
  /// The PDF needs a password.
  case encrypted
  /// The password does not open the PDF.
  case wrongPassword
  /// The PDF cannot be understood.
  case damaged(reason: String)
  /// The time was over; the page, from 1, where it is known.
  case timedOut(page: Int?)
  /// The data of this language, needed to recognise pages, is not installed.
  case missingLanguage(String)
  /// A definition is wrong.
  case definition(DefinitionError)
}
