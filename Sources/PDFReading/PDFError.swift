/// Why a PDF could not be read.
public enum PDFError: Error, Hashable, Sendable {
  /// The file asks for a password that was not given.
  case encrypted
  /// The password that was given does not open the file.
  case wrongPassword
  /// The file cannot be understood, with poppler's reason.
  case damaged(reason: String)
  /// The time was over while this page, from 1, was read.
  case timedOut(page: Int)
}
