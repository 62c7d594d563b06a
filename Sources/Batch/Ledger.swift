import Foundation
import GRDB
import SystemPackage

/// What a batch remembers: what became of each content, and which content each path has.
struct Ledger {
  /// What became of one content.
  struct Extraction: Codable, FetchableRecord, PersistableRecord, Hashable {
    static let databaseTableName = "extraction"

    /// The content.
    var sha256: String
    /// The fingerprint of the program, the definitions and the choices.
    var settings: String
    var programVersion: String
    /// The name of the definition that was used.
    var definition: String?
    var outcome: DocumentOutcome
    /// Why it failed.
    var message: String?
    var pages: Int?
    var deliberations: Int?
    /// The seconds that the processor worked on it.
    var seconds: Double
    /// The moment of the end, in seconds since 1970.
    var finishedAt: Double
    /// The SHA-256 of the output as it was written; absent where there is none, and for what an
    /// earlier version wrote.
    var outputSHA256: String?

    enum CodingKeys: String, CodingKey {
      case sha256, settings, definition, outcome, message, pages, deliberations, seconds
      case programVersion = "program_version"
      case finishedAt = "finished_at"
      case outputSHA256 = "output_sha256"
    }
  }

  /// What stands under one path.
  struct Document: Codable, FetchableRecord, PersistableRecord, Hashable {
    static let databaseTableName = "document"

    /// The path from the root, in the bytes of the system.
    var path: Data
    /// The content; absent where the file could not be read.
    var sha256: String?
    /// Why there is no content.
    var failure: DocumentOutcome?
    var message: String?

    init(path: FilePath, sha256: String) {
      self.path = Data(path.bytes)
      self.sha256 = sha256
    }

    init(path: FilePath, failure: DocumentOutcome, message: String) {
      self.path = Data(path.bytes)
      self.failure = failure
      self.message = message
    }
  }

  private let database: DatabaseQueue

  /// The name of the ledger in the folder of the outputs.
  static let fileName = "ledger.sqlite"

  /// Opens the ledger in a folder, or makes one.
  init(folder: FilePath) throws(BatchError) {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      // What the ledger says is done must outlive a loss of power, not only of the process.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    let isLater: Bool
    do {
      database = try DatabaseQueue(
        path: folder.appending(Self.fileName).string,
        configuration: configuration
      )
      let migrator = Self.migrator
      isLater = try database.read { try migrator.hasBeenSuperseded($0) }
      if !isLater { try migrator.migrate(database) }
    } catch {
      throw Self.failure(error)
    }
    if isLater { throw .laterLedger }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: outcomes of contents and paths") { database in
      try database.execute(
        sql: """
          CREATE TABLE extraction (
            sha256 TEXT PRIMARY KEY NOT NULL,
            settings TEXT NOT NULL,
            program_version TEXT NOT NULL,
            definition TEXT,
            outcome TEXT NOT NULL,
            message TEXT,
            pages INTEGER,
            deliberations INTEGER,
            seconds REAL NOT NULL,
            finished_at REAL NOT NULL
          );

          CREATE TABLE document (
            path BLOB PRIMARY KEY NOT NULL,
            sha256 TEXT,
            failure TEXT,
            message TEXT
          );

          CREATE INDEX document_of_content ON document (sha256);

          CREATE VIEW outcome AS
          SELECT CAST(path AS TEXT) AS path, sha256,
            COALESCE(failure, extraction.outcome) AS outcome,
            COALESCE(document.message, extraction.message) AS message,
            definition, program_version, pages, deliberations, seconds,
            datetime(finished_at, 'unixepoch') AS finished
          FROM document LEFT JOIN extraction USING (sha256);
          """
      )
    }
    migrator.registerMigration("2: checksums of outputs") { database in
      try database.execute(sql: "ALTER TABLE extraction ADD COLUMN output_sha256 TEXT")
    }
    return migrator
  }

  /// What became of a content the last time.
  func extraction(of sha256: String) throws(BatchError) -> Extraction? {
    do {
      return try database.read { try Extraction.fetchOne($0, key: sha256) }
    } catch {
      throw Self.failure(error)
    }
  }

  /// What stood under a path the last time.
  func document(at path: FilePath) throws(BatchError) -> Document? {
    do {
      return try database.read { try Document.fetchOne($0, key: Data(path.bytes)) }
    } catch {
      throw Self.failure(error)
    }
  }

  /// Remembers all of this, or nothing.
  func record(_ extractions: [Extraction], _ documents: [Document]) throws(BatchError) {
    do {
      try database.write { database in
        for extraction in extractions { try extraction.upsert(database) }
        for document in documents { try document.upsert(database) }
      }
    } catch {
      throw Self.failure(error)
    }
  }

  /// A file that is no ledger is the ledger's fault; all else is the disk's.
  private static func failure(_ error: any Error) -> BatchError {
    guard let error = error as? DatabaseError else { return .ledger(reason: "\(error)") }
    let reason = error.message ?? "\(error)"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_CONSTRAINT:
      return .ledger(reason: reason)
    default: return .writing(reason: reason)
    }
  }
}
