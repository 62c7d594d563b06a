import GRDB
import JSONModel
import PageModel

/// Gives each person of an act their row: one a person and authority.
struct PeopleWriter {
  private let db: Database
  private let document: Int64
  private let authority: Int64?
  private var ids: [String: Int64] = [:]

  /// Makes a writer for an act; without an authority the people are the document's own, because
  /// two authorities may each have a member of one name.
  init(_ db: Database, document: Int64, authority: Int64?) {
    self.db = db
    self.document = document
    self.authority = authority
  }

  /// The row of a person, made where there is none.
  ///
  /// Of several spellings the greatest in the order of bytes is kept, whatever comes first: an
  /// accented letter is greater than a bare one, a small one than a capital
  /// ("Étienne ROUX" > "Etienne ROUX" > "ETIENNE ROUX").
  mutating func id(of person: OutputPerson) throws -> Int64 {
    if let id = ids[person.name] { return id }
    let folded = FoldedText(person.name).key
    let owner = authority == nil ? "document_id" : "authority_id"
    let id = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          INSERT INTO people (\(owner), name, name_key, honorific) VALUES (?, ?, ?, ?)
          ON CONFLICT (\(owner), name_key) WHERE \(owner) IS NOT NULL DO UPDATE SET
            name = max(name, excluded.name),
            honorific = coalesce(max(honorific, excluded.honorific), honorific, excluded.honorific)
          RETURNING id
          """
      ),
      arguments: [
        authority ?? document, person.name, folded.isEmpty ? person.name : folded,
        person.honorific,
      ]
    )
    ids[person.name] = id
    return id ?? db.lastInsertedRowID
  }
}
