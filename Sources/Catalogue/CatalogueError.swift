/// Why a catalogue cannot be opened, filled or merged.
public enum CatalogueError: Error, Hashable, Sendable {
  /// No such file, where one must be there already.
  case missing
  /// The file cannot be opened or created, with the system's reason.
  case cannotOpen(reason: String)
  /// The file is no SQLite database, or a damaged one.
  case notADatabase
  /// A database of another program.
  case notACatalogue
  /// A catalogue that a newer version of the program has changed.
  case newerSchema
  /// The file, or its folder, cannot be written.
  case readOnly
  /// Another program has been writing to it for longer than `Catalogue.patience`.
  case busy
  /// Writing failed: the disk is full, or it fails.
  case cannotWrite(reason: String)
  /// A catalogue would be merged into itself.
  case sameFile
  /// What is to be stored is no output of the program, with the reason.
  case notAnOutput(reason: String)
  /// Anything else that SQLite says.
  case failed(reason: String)
}
