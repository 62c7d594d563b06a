import GRDB

/// The people and authorities of documents that are about to be removed or replaced; those that
/// nothing mentions afterwards go too.
struct Leftovers {
  private let db: Database
  private var people: [Int64] = []
  private var authorities: [Int64] = []

  /// Takes note of whom the documents mention.
  init(_ db: Database, of documents: [Int64]) throws {
    self.db = db
    for document in documents {
      people += try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT person_id FROM deliberations
          JOIN mentions ON mentions.deliberation_id = deliberations.id
          WHERE document_id = ?
          """,
        arguments: [document]
      )
      authorities += try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT authority_id FROM deliberations
          WHERE document_id = ? AND authority_id IS NOT NULL
          """,
        arguments: [document]
      )
    }
  }

  /// Removes those that nothing mentions any more.
  func remove() throws {
    for id in people {
      try db.cachedStatement(
        sql: """
          DELETE FROM people WHERE id = ?
          AND NOT EXISTS (SELECT 1 FROM mentions WHERE person_id = people.id)
          """
      )
      .execute(arguments: [id])
    }
    for id in authorities {
      try db.cachedStatement(
        sql: """
          DELETE FROM authorities WHERE id = ?
          AND NOT EXISTS (SELECT 1 FROM deliberations WHERE authority_id = authorities.id)
          """
      )
      .execute(arguments: [id])
    }
  }
}
