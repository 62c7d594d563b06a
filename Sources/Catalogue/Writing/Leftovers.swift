import GRDB

/// The people, authorities and names of organisations of documents that are about to be removed or
/// replaced; those that nothing mentions afterwards go too.
struct Leftovers {
  private let db: Database
  private var people: Set<Int64> = []
  private var authorities: Set<Int64> = []
  private var names: Set<String> = []

  /// The columns that refer to people, and from what their tables hang.
  ///
  /// They are asked one by one because SQLite reads all of the view `mentions` for each person.
  private static let mentions = [
    (table: "officers", column: "person_id", parent: "deliberation"),
    (table: "attendance", column: "person_id", parent: "deliberation"),
    (table: "proxies", column: "from_person_id", parent: "deliberation"),
    (table: "proxies", column: "to_person_id", parent: "deliberation"),
    (table: "recusals", column: "person_id", parent: "decision"),
    (table: "positions", column: "person_id", parent: "decision"),
    (table: "candidates", column: "person_id", parent: "round"),
    (table: "elected", column: "person_id", parent: "election"),
  ]

  /// What leads from a table to its act, by what it hangs on.
  private static let joins = [
    "decision": "JOIN decisions ON decisions.id = decision_id",
    "election": "JOIN elections ON elections.id = election_id",
    "round":
      "JOIN election_rounds ON election_rounds.id = round_id "
      + "JOIN elections ON elections.id = election_id",
  ]

  private static let removal =
    "DELETE FROM people WHERE id = ?"
    + mentions.map { " AND NOT EXISTS (SELECT 1 FROM \($0.table) WHERE \($0.column) = people.id)" }
    .joined()

  /// Takes note of whom the documents mention.
  init(_ db: Database, of documents: [Int64]) throws {
    self.db = db
    for document in documents {
      for mention in Self.mentions {
        let sql = """
          SELECT DISTINCT \(mention.column) FROM \(mention.table)
          \(Self.joins[mention.parent] ?? "")
          JOIN deliberations ON deliberations.id = deliberation_id
          WHERE document_id = ? AND \(mention.column) IS NOT NULL
          """
        people.formUnion(
          try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [document])
        )
      }
      let sql = """
        SELECT DISTINCT authority_id FROM deliberations
        WHERE document_id = ? AND authority_id IS NOT NULL
        """
      authorities.formUnion(
        try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [document])
      )
      let named = """
        SELECT beneficiary FROM grants JOIN deliberations ON deliberations.id = deliberation_id
        WHERE document_id = :document AND beneficiary IS NOT NULL
        UNION SELECT name FROM authorities JOIN deliberations ON authority_id = authorities.id
        WHERE document_id = :document
        """
      names.formUnion(
        try String.fetchAll(db.cachedStatement(sql: named), arguments: ["document": document])
      )
    }
  }

  /// Removes those that nothing mentions any more.
  func remove() throws {
    for id in people {
      try db.cachedStatement(sql: Self.removal).execute(arguments: [id])
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
    for name in names {
      try db.cachedStatement(
        sql: """
          DELETE FROM organisation_names WHERE name = ?
          AND NOT EXISTS (SELECT 1 FROM grants WHERE beneficiary = organisation_names.name)
          AND NOT EXISTS (SELECT 1 FROM authorities WHERE name = organisation_names.name)
          """
      )
      .execute(arguments: [name])
    }
  }
}
