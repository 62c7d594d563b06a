public import Catalogue
import Glibc

/// Why a batch cannot begin, or cannot go on; what was reported as done stays done.
public enum BatchError: Error, Hashable, Sendable {
  /// The folder for the outputs cannot be made or used, with the system's reason.
  case outputFolder(reason: String)
  /// Another folder, or none, took the place of the folder while the batch ran.
  case replacedFolder
  /// Another batch works on the folder.
  case locked
  /// The ledger was written by a later version of the program.
  case laterLedger
  /// The ledger cannot be read, with SQLite's reason.
  case ledger(reason: String)
  /// Outputs or the ledger cannot be written, with the system's reason.
  case writing(reason: String)
  /// The catalogue cannot be written.
  case catalogue(CatalogueError)
  /// No worker can be started, with the reason.
  case worker(reason: String)
}

/// What the system says of the last call that failed.
func systemReason(_ code: Int32 = errno) -> String {
  unsafe strerror(code).map { text in unsafe String(cString: text) } ?? "error \(code)"
}
