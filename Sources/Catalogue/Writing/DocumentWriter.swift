import GRDB
import JSONModel

/// Writes the rows of a document; a transaction is open around it.
struct DocumentWriter {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Stores a document in place of what is there of the same content.
  func store(_ output: OutputDocument, _ entry: Catalogue.Entry) throws {
    let sha256 = output.source.sha256
    let replaced = try Int64.fetchAll(
      db,
      sql: "SELECT id FROM documents WHERE sha256 = ?",
      arguments: [sha256]
    )
    let leftovers = try Leftovers(db, of: replaced)
    for id in replaced { try clear(id) }
    let document = try writeDocument(output, extractedAt: entry.extractedAt)
    try db.execute(
      sql: "INSERT INTO outputs (document_id, json) VALUES (?, json(?))",
      arguments: [document, String(decoding: entry.json, as: UTF8.self)]
    )
    for (ordinal, act) in output.deliberations.enumerated() {
      try ActWriter(db, document: document, act).write(ordinal)
    }
    for (ordinal, diagnostic) in output.diagnostics.enumerated() {
      try db.insert(
        "diagnostics",
        [
          "document_id": document, "ordinal": ordinal, "severity": diagnostic.severity,
          "code": diagnostic.code, "message": diagnostic.message, "page": diagnostic.page,
          "line": diagnostic.line,
        ]
      )
    }
    try leftovers.remove()
    if let path = entry.path { try Locations(db).put(document, at: path) }
  }

  /// Removes all that was read of a document; its row and its places stay.
  func clear(_ document: Int64) throws {
    for table in ["outputs", "deliberations", "diagnostics", "people"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE document_id = ?", arguments: [document])
    }
  }

  /// The columns of a document but its id.
  static let columns =
    "sha256, file_name, byte_count, page_count, producer, program_version, pipeline, extracted_at"

  /// What is done with a content that is there already.
  static let replacement =
    "ON CONFLICT (sha256) DO UPDATE SET "
    + columns.split(separator: ", ").dropFirst().map { "\($0) = excluded.\($0)" }
    .joined(separator: ", ")

  /// Writes the row of the document itself, which keeps its id when it is stored again.
  private func writeDocument(_ output: OutputDocument, extractedAt: Double?) throws -> Int64 {
    let source = output.source
    let id = try Int64.fetchOne(
      db,
      sql: """
        INSERT INTO documents (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        \(Self.replacement)
        RETURNING id
        """,
      arguments: [
        source.sha256, source.fileName, source.byteCount, source.pageCount, source.producer,
        output.generator.version, output.generator.pipeline, extractedAt,
      ]
    )
    return id ?? db.lastInsertedRowID
  }
}

extension Database {
  /// Inserts a row and answers its id.
  @discardableResult
  func insert(
    _ table: String,
    _ columns: KeyValuePairs<String, (any DatabaseValueConvertible)?>
  ) throws -> Int64 {
    let names = columns.map(\.key).joined(separator: ", ")
    let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
    let statement = try cachedStatement(sql: "INSERT INTO \(table) (\(names)) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(columns.map(\.value)))
    return lastInsertedRowID
  }
}
