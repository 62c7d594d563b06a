/// Why an input could not be read.
public enum SourceError: Error, Hashable, Sendable {
  /// No file has that name.
  case missing
  /// The name is that of a folder or another thing that is not a file.
  case notAFile
  /// The file has more than `OpenFile.mostBytes` bytes.
  case tooLarge
  /// Nobody wanted the rest any more.
  case stopped
  /// The system refused, with its reason in words.
  case unreadable(reason: String)
}
