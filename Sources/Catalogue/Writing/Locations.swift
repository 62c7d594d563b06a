import GRDB

/// Where contents lie.
struct Locations {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Says that a document lies at a path; the one that lay there is removed, unless it lies
  /// elsewhere too.
  func put(_ document: Int64, at path: String) throws {
    let before = try Int64.fetchOne(
      db,
      sql: "SELECT document_id FROM locations WHERE path = ?",
      arguments: [path]
    )
    guard before != document else { return }
    try db.execute(
      sql: "INSERT OR REPLACE INTO locations (path, document_id) VALUES (?, ?)",
      arguments: [path, document]
    )
    guard let before else { return }
    let places = try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM locations WHERE document_id = ?",
      arguments: [before]
    )
    guard places == 0 else { return }
    let leftovers = try Leftovers(db, of: [before])
    try db.execute(sql: "DELETE FROM documents WHERE id = ?", arguments: [before])
    try leftovers.remove()
  }
}
