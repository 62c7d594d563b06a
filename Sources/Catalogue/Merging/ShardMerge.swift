import GRDB

/// Copies the rows of another catalogue of the same schema, the shard.
///
/// Documents, authorities and people are found again by what names them. Every other row gets an id
/// beyond all that are there: its own plus the greatest of its table, and its references follow.
struct ShardMerge {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Copies all documents of the catalogue at a path; answers how many they are.
  func merge(_ path: String) throws -> Int {
    try db.execute(sql: "ATTACH ? AS shard", arguments: [path])
    defer { try? db.execute(sql: "DETACH shard") }
    var count = 0
    try db.inTransaction(.immediate) {
      count = try Int.fetchOne(db, sql: "SELECT count(*) FROM shard.documents") ?? 0
      try copyAll()
      return .commit
    }
    return count
  }

  private func copyAll() throws {
    let replaced = try Int64.fetchAll(
      db,
      sql: "SELECT id FROM main.documents WHERE sha256 IN (SELECT sha256 FROM shard.documents)"
    )
    let leftovers = try Leftovers(db, of: replaced)
    for document in replaced { try DocumentWriter(db).clear(document) }
    try copyNamed()
    try copyOwned()
    let places = try Row.fetchAll(
      db,
      sql: """
        SELECT path, map.new AS document FROM shard.locations
        JOIN temp.documents_map AS map ON map.old = document_id ORDER BY path
        """
    )
    for place in places { try Locations(db).put(place["document"], at: place["path"]) }
    for table in Self.named { try db.execute(sql: "DROP TABLE temp.\(table)_map") }
    try leftovers.remove()
  }

  // MARK: - Rows with a name

  private static let named = ["documents", "authorities", "people"]

  /// Copies the rows that a name finds again, and makes of each table a map from old ids to new.
  private func copyNamed() throws {
    try db.execute(
      sql: """
        INSERT INTO main.documents (\(DocumentWriter.columns))
        SELECT \(DocumentWriter.columns) FROM shard.documents WHERE true ORDER BY id
        \(DocumentWriter.replacement);
        CREATE TABLE temp.documents_map AS
          SELECT old.id AS old, own.id AS new
          FROM shard.documents AS old JOIN main.documents AS own USING (sha256);
        CREATE UNIQUE INDEX temp.documents_map_old ON documents_map (old);

        INSERT INTO main.authorities (name, type, siren, siret)
        SELECT name, type, siren, siret FROM shard.authorities WHERE true ORDER BY id
        ON CONFLICT (name) DO UPDATE SET
          type = coalesce(excluded.type, type), siren = coalesce(excluded.siren, siren),
          siret = coalesce(excluded.siret, siret);
        CREATE TABLE temp.authorities_map AS
          SELECT old.id AS old, own.id AS new
          FROM shard.authorities AS old JOIN main.authorities AS own USING (name);
        CREATE UNIQUE INDEX temp.authorities_map_old ON authorities_map (old);

        INSERT OR IGNORE INTO main.organisation_names SELECT * FROM shard.organisation_names;

        CREATE TABLE temp.people_map (old INTEGER PRIMARY KEY, new INTEGER);
        """
    )
    for owner in ["authority", "document"] {
      let owners = owner == "authority" ? "authorities" : "documents"
      try db.execute(
        sql: """
          INSERT INTO main.people (\(owner)_id, name, name_key, honorific)
          SELECT map.new, name, name_key, honorific
          FROM shard.people JOIN temp.\(owners)_map AS map ON map.old = \(owner)_id
          WHERE true ORDER BY people.id
          ON CONFLICT (\(owner)_id, name_key) WHERE \(owner)_id IS NOT NULL DO UPDATE SET
            name = max(name, excluded.name),
            honorific = coalesce(max(honorific, excluded.honorific), honorific, excluded.honorific);
          INSERT INTO temp.people_map
          SELECT old.id, own.id
          FROM shard.people AS old
          JOIN temp.\(owners)_map AS map ON map.old = old.\(owner)_id
          JOIN main.people AS own ON own.\(owner)_id = map.new AND own.name_key = old.name_key;
          """
      )
    }
  }

  // MARK: - Rows that hang on others

  /// Copies every table that refers to another one and has no name of its own, parents first.
  private func copyOwned() throws {
    let tables = try String.fetchAll(
      db,
      sql: "SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY rowid"
    )
    .filter { try $0 != "locations" && !Self.named.contains($0) && !db.foreignKeys(on: $0).isEmpty }
    var distances: [String: Int64] = [:]
    for table in tables where try db.columns(in: table).contains(where: { $0.name == "id" }) {
      distances[table] = try Int64.fetchOne(db, sql: "SELECT max(id) FROM main.\(table)") ?? 0
    }
    for table in tables { try copy(table, distances) }
  }

  private func copy(_ table: String, _ distances: [String: Int64]) throws {
    var parents: [String: String] = [:]
    for key in try db.foreignKeys(on: table) {
      for column in key.mapping { parents[column.origin] = key.destinationTable }
    }
    let columns = try db.columns(in: table).map(\.name)
    let values = columns.map { column in
      if column == "id" { return "id + \(distances[table] ?? 0)" }
      guard let parent = parents[column] else { return column }
      if let distance = distances[parent] { return "\(column) + \(distance)" }
      return "(SELECT new FROM temp.\(parent)_map WHERE old = \(column))"
    }
    try db.execute(
      sql: """
        INSERT INTO main.\(table) (\(columns.joined(separator: ", ")))
        SELECT \(values.joined(separator: ", ")) FROM shard.\(table) ORDER BY rowid
        """
    )
  }
}
