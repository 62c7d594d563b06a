/// What became of one path of a batch.
public enum DocumentOutcome: String, CaseIterable, Codable, Sendable {
  /// Its output is there.
  case done
  /// The worker ended by itself.
  case crash
  /// The worker was given no more time.
  case timeout
  /// The worker was given no more memory.
  case memory
  /// The PDF needs a password, or another one.
  case encrypted
  /// The file is no document, is damaged, or may not be read.
  case unreadable
  /// There was no such file, or it went away.
  case missing
  /// The file was written to while it was read.
  case changed
  /// Something that the program needs is missing.
  case internalError = "internal"
}
