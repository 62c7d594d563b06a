import ArgumentParser
import Catalogue

/// The catalogue that a command writes to.
struct CatalogueOption: ParsableArguments {
  @Option(
    help: Messages.help(
      "The SQLite file of the catalogue; made if it is absent.",
      valueName: "file"
    ),
    completion: .file()
  )
  var database: String

  /// Opens the catalogue, or says why it cannot be and throws the exit code for it.
  func open() throws -> Catalogue { try Self.open(database) }

  /// Opens the catalogue at a path, or says why it cannot be and throws the exit code for it.
  static func open(_ path: String) throws -> Catalogue {
    do throws(CatalogueError) {
      return try Catalogue(path: path)
    } catch {
      Output.say("\(path): error: \(error.sentence)")
      throw ExitCode(error.exitStatus)
    }
  }
}

extension CatalogueError {
  /// The exit code for the error.
  var exitStatus: Int32 {
    switch self {
    case .missing: ExitStatus.noInput
    case .notADatabase, .notACatalogue, .newerSchema, .notAnOutput: ExitStatus.unusableInput
    case .sameFile: ExitStatus.usage
    case .cannotOpen: ExitStatus.cannotCreate
    case .readOnly, .cannotWrite: ExitStatus.cannotWrite
    case .busy: ExitStatus.timedOut
    case .failed: ExitStatus.internalError
    }
  }

  /// What happened and what to do, in one sentence.
  var sentence: String {
    switch self {
    case .missing: "there is no such file; check the path"
    case .cannotOpen(let reason):
      "the catalogue cannot be opened or created (\(reason)); check the folder"
    case .notADatabase: "this is no SQLite database, or a damaged one; name another file"
    case .notACatalogue: "this database belongs to another program; name another file"
    case .newerSchema:
      "the catalogue was written by a newer version of extract; use that version"
    case .readOnly:
      "the catalogue cannot be written; check the permissions of the file and its folder"
    case .busy:
      "another program has been writing to the catalogue for more than "
        + "\(Int(Catalogue.patience)) seconds; try again when it is done"
    case .cannotWrite(let reason):
      "the catalogue cannot be written (\(reason)); is the disk full?"
    case .sameFile: "this is the catalogue to merge into; name the others only"
    case .notAnOutput(let reason): "this is no output of extract (\(reason)); extract the document"
    case .failed(let reason): "the catalogue failed (\(reason))"
    }
  }
}
