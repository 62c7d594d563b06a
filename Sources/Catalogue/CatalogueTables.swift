import GRDB
import JSONModel

/// A table of a catalogue as text, for CSV: its columns with their types, and its rows.
public struct CatalogueTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// Its name; euros lose the `_cents` of the table's own.
    public var name: String
    /// Its type in the words of Table Schema: integer, number, date, boolean, string.
    public var type: String
    fileprivate var isCents = false
  }

  /// The name of the table.
  public var name: String
  /// Its columns in their order.
  public var columns: [Column]
}

extension Catalogue {
  /// The columns that are 0 or 1.
  private static let truths = ["needs_review", "number_printed", "stated_unanimous", "has_acronym"]
  /// Tables that are no data of acts.
  private static let left = ["outputs", "grdb_migrations"]

  /// The tables in their order.
  public func tables() throws(CatalogueError) -> [CatalogueTable] {
    try Self.explained {
      try queue.read { db in
        let names = try String.fetchAll(
          db,
          sql: """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%'
            AND name NOT LIKE 'sqlite_%' ORDER BY rowid
            """
        )
        return try names.filter { !Self.left.contains($0) }.map { name in
          CatalogueTable(name: name, columns: try db.columns(in: name).map(Self.column))
        }
      }
    }
  }

  private static func column(_ column: ColumnInfo) -> CatalogueTable.Column {
    let name = column.name
    if name.hasSuffix("_cents") {
      return .init(name: String(name.dropLast(6)), type: "number", isCents: true)
    }
    if name == "cents" { return .init(name: "amount", type: "number", isCents: true) }
    if truths.contains(name) { return .init(name: name, type: "boolean") }
    if name.hasSuffix("_date") { return .init(name: name, type: "date") }
    switch column.type {
    case "INTEGER": return .init(name: name, type: "integer")
    case "REAL", "ANY": return .init(name: name, type: "number")
    default: return .init(name: name, type: "string")
    }
  }

  /// Gives each row of a table as texts, in the order in which it was stored; an absent value is empty.
  public func rows(
    of table: CatalogueTable,
    _ body: ([String]) -> Void
  ) throws(CatalogueError) {
    try Self.explained {
      try queue.read { db in
        let order = try db.primaryKey(table.name).columns.joined(separator: ", ")
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table.name) ORDER BY \(order)")
        while let row = try rows.next() {
          body(zip(table.columns, row.databaseValues).map { Self.text($1, of: $0) })
        }
      }
    }
  }

  private static func text(_ value: DatabaseValue, of column: CatalogueTable.Column) -> String {
    switch value.storage {
    case .null: return ""
    case .int64(let number) where column.isCents: return Cents.euros(Int(number))
    case .int64(let number) where column.type == "boolean": return number == 0 ? "false" : "true"
    case .int64(let number): return String(number)
    case .double(let number): return String(number)
    case .string(let text): return text
    case .blob: return ""
    }
  }
}
