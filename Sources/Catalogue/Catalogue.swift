import Foundation
import GRDB
import JSONModel

/// A SQLite file that keeps results queryable; `CatalogueSchema.text` describes its tables.
///
/// Several threads may use one catalogue, and several programs one file: each change is one
/// transaction, which waits for the others.
public final class Catalogue: Sendable {
  /// How long a change waits for another program, in seconds.
  public static let patience = 10.0

  let queue: DatabaseQueue
  let path: String

  /// Opens a catalogue, or makes one where there is no file or an empty database.
  public convenience init(path: String) throws(CatalogueError) {
    try self.init(path: path, patience: Self.patience)
  }

  init(path: String, patience: Double) throws(CatalogueError) {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    queue = try Self.explained { () throws -> DatabaseQueue in
      // An absolute path, so that none is taken for a URI or for a database in memory.
      let queue = try DatabaseQueue(
        path: URL(fileURLWithPath: path).standardizedFileURL.path,
        configuration: configuration
      )
      try queue.read(Self.verify)
      try CatalogueSchema.migrator.migrate(queue)
      return queue
    }
  }

  /// Opens a catalogue that must be there.
  public convenience init(existing path: String) throws(CatalogueError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing }
    try self.init(path: path)
  }

  /// Refuses databases of other programs and of newer versions.
  private static func verify(_ db: Database) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard application == CatalogueSchema.applicationID else {
      let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
      guard application == 0, objects == 0 else { throw CatalogueError.notACatalogue }
      return
    }
    guard try !CatalogueSchema.migrator.hasBeenSuperseded(db) else {
      throw CatalogueError.newerSchema
    }
  }

  // MARK: - Storing

  /// The output of a document, and what is known of the document beside it.
  public struct Entry: Sendable {
    /// JSON that follows `extract schema`.
    public var json: [UInt8]
    /// Where the document lies; without a path nothing is known of the place.
    public var path: String?
    /// The SHA-256 of the document; by itself what the output says.
    public var sha256: String?
    /// When it was extracted, in seconds since 1970; nothing where that is not known.
    public var extractedAt: Double?

    /// Makes an entry.
    public init(
      json: [UInt8],
      path: String? = nil,
      sha256: String? = nil,
      extractedAt: Double? = nil
    ) {
      self.json = json
      self.path = path
      self.sha256 = sha256
      self.extractedAt = extractedAt
    }
  }

  /// Stores outputs in one transaction; what was stored of the same contents is replaced.
  ///
  /// A path says where a content lies: content that it replaces there is removed unless it lies
  /// elsewhere too. An entry that is no output stops none of the others; answers those, by their
  /// positions, with the reason.
  public func store(_ entries: [Entry]) throws(CatalogueError) -> [(index: Int, reason: String)] {
    var refused: [(index: Int, reason: String)] = []
    var outputs: [(output: OutputDocument, entry: Entry)] = []
    for (index, entry) in entries.enumerated() {
      do throws(OutputError) {
        let output = try OutputDocument(entry.json)
        // What decodes may yet be no JSON, which the views of the catalogue read.
        guard (try? JSON(entry.json)) != nil else { throw OutputError(reason: "it is no JSON") }
        guard entry.sha256 == nil || entry.sha256 == output.source.sha256 else {
          throw OutputError(reason: "it is the output of another document")
        }
        outputs.append((output, entry))
      } catch {
        refused.append((index, error.reason))
      }
    }
    try Self.explained {
      try queue.write { db in
        for (output, entry) in outputs {
          try DocumentWriter(db).store(output, entry)
        }
      }
    }
    return refused
  }

  /// Stores one output, as `store(_:)` does.
  public func store(
    _ json: [UInt8],
    path: String? = nil,
    sha256: String? = nil
  ) throws(CatalogueError) {
    let refused = try store([Entry(json: json, path: path, sha256: sha256)])
    if let reason = refused.first?.reason { throw .notAnOutput(reason: reason) }
  }

  /// Whether the output that was extracted from a content at this moment is here, and known to lie
  /// at the path.
  public func holds(sha256: String, path: String, extractedAt: Double) throws(CatalogueError)
    -> Bool
  {
    try Self.explained {
      try queue.read { db in
        try Bool.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT EXISTS (
                SELECT 1 FROM documents JOIN locations ON document_id = documents.id
                WHERE sha256 = ? AND path = ? AND extracted_at = ?
              )
              """
          ),
          arguments: [sha256, path, extractedAt]
        ) ?? false
      }
    }
  }

  /// Gives the JSON of each document, in the order of file names and contents; nothing in place of one
  /// that an older version of the program stored.
  public func forEachOutput(_ body: (_ fileName: String, _ json: [UInt8]?) throws -> Void) throws {
    try queue.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT file_name, json FROM documents LEFT JOIN outputs ON document_id = documents.id
          ORDER BY file_name, sha256
          """
      )
      while let row = try rows.next() {
        try body(row["file_name"], (row["json"] as String?).map { Array($0.utf8) })
      }
    }
  }

  /// Adds all documents of another catalogue, in one transaction, and answers how many they are.
  ///
  /// Documents that are here already are replaced.
  public func merge(shard: Catalogue) throws(CatalogueError) -> Int {
    guard shard.path != path else { throw .sameFile }
    return try Self.explained {
      try queue.writeWithoutTransaction { db in
        try ShardMerge(db).merge(shard.path)
      }
    }
  }

  // MARK: - Errors

  /// Runs a body whose errors are SQLite's or the catalogue's.
  static func explained<Result>(_ body: () throws -> Result) throws(CatalogueError) -> Result {
    do {
      return try body()
    } catch let error as CatalogueError {
      throw error
    } catch let error as DatabaseError {
      throw CatalogueError(error)
    } catch {
      throw .failed(reason: "\(error)")
    }
  }
}

extension CatalogueError {
  fileprivate init(_ error: DatabaseError) {
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notADatabase
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_CANTOPEN: self = .cannotOpen(reason: reason)
    case .SQLITE_FULL, .SQLITE_IOERR: self = .cannotWrite(reason: reason)
    default: self = .failed(reason: reason)
    }
  }
}
