/// Why a corpus cannot be run or recorded.
public enum CorpusError: Error, Hashable, Sendable {
  /// No such folder.
  case missing
  /// The name is that of something else than a folder, or the system refuses to list it.
  case notAFolder
  /// No document below the folder is laid out as `<authority>/<year>/<number>/source.pdf`, or none
  /// of those that were asked for.
  case noDocument
  /// A folder's name has a tab or a line break, which the tables cannot hold.
  case unusableName(String)
  /// A table of the record cannot be read.
  case unreadableRecord(file: String)
  /// A line of a table of the record, from 1, is not what `--accept` writes.
  case wrongRecord(file: String, line: Int)
  /// A table of the record cannot be written.
  case unwritableRecord(file: String)
}
