import Foundation
import GRDB

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

  /// Stores the output of one document, JSON that follows `extract schema`.
  ///
  /// What was stored of the same content is replaced, in one transaction. The path says where the
  /// content lies: content that it replaces there is removed unless it lies elsewhere too. Without
  /// a path nothing is known of the place.
  public func store(
    _ json: [UInt8],
    path: String? = nil,
    sha256: String? = nil
  ) throws(CatalogueError) {
    let output = try OutputDocument(json)
    if let sha256, sha256 != output.source.sha256 {
      throw .notAnOutput(reason: "it is the output of another document")
    }
    try Self.explained {
      try queue.write { db in
        try DocumentWriter(db).store(output, path: path)
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
