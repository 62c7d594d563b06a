import GRDB

/// The tables of a catalogue.
public enum CatalogueSchema {
  /// The tables and views as SQL, with a comment on each table and on each column that needs one.
  public static var text: String {
    steps.map { embedded("tables-\($0).sql") }.joined(separator: "\n")
  }

  /// Queries for people, each under a comment that says what it answers.
  public static var examples: String { embedded("examples.sql") }

  /// What marks a database as a catalogue: "DELI" in ASCII, as SQLite's application_id.
  static let applicationID = 0x4445_4C49

  /// The steps from nothing to the present tables; a step that was published never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in steps {
      migrator.registerMigration(step) { db in
        try db.execute(sql: embedded("tables-\(step).sql"))
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      }
    }
    return migrator
  }

  private static let steps = ["1", "2", "3", "4"]

  private static func embedded(_ name: String) -> String {
    embeddedTexts.first { $0.path == name }?.text ?? ""
  }
}
