import GRDB
import SystemTestSupport
import Testing

@testable import Catalogue

/// What can be opened as a catalogue, and what is said of all else.
struct OpeningTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func `opens what it made`() throws {
    let path = sandbox.file("new.sqlite")
    try Catalogue(path: path).store(Fixtures.output("a", act: Fixtures.richAct))
    try Catalogue(existing: path).store(Fixtures.output("b", act: Fixtures.richAct))
    let count = try DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM documents")
    }
    #expect(count == 2)
  }

  @Test func `leaves one file behind`() throws {
    do {
      let catalogue = try Catalogue(path: sandbox.file("new.sqlite"))
      try catalogue.store(Fixtures.output("a", act: Fixtures.richAct))
    }
    #expect(try sandbox.names() == ["new.sqlite"])
  }

  @Test(arguments: [
    ("text", CatalogueError.notADatabase), ("other", .notACatalogue), ("newer", .newerSchema),
  ])
  func `refuses a file that is no catalogue of its version`(
    name: String,
    expected: CatalogueError
  ) throws {
    try sandbox.write(String(repeating: "délibération ", count: 100), to: "text")
    try DatabaseQueue(path: sandbox.file("other")).write {
      try $0.execute(sql: "CREATE TABLE t (a)")
    }
    _ = try Catalogue(path: sandbox.file("newer"))
    try DatabaseQueue(path: sandbox.file("newer")).write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('2099')")
    }
    let before = try sandbox.bytes(of: name)
    #expect(throws: expected) { try Catalogue(path: sandbox.file(name)) }
    #expect(try sandbox.bytes(of: name) == before)
  }

  @Test(arguments: [".", "no-folder/new.sqlite"])
  func `says that a file cannot be opened`(name: String) throws {
    let error = #expect(throws: CatalogueError.self) { try Catalogue(path: sandbox.file(name)) }
    guard case .cannotOpen = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `asks for a catalogue that must be there`() throws {
    #expect(throws: CatalogueError.missing) { try Catalogue(existing: sandbox.file("none.sqlite")) }
    #expect(try sandbox.names() == [])
  }

  @Test func `says that a file cannot be written`() throws {
    let path = sandbox.file("kept.sqlite")
    _ = try Catalogue(path: path)
    // The rights of a file do not bind root; a query-only connection is what SQLite makes of them.
    let catalogue = try Catalogue(path: path)
    try catalogue.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 1") }
    #expect(throws: CatalogueError.readOnly) {
      try catalogue.store(Fixtures.output("a", act: Fixtures.richAct))
    }
  }

  @Test func `says that another program is writing`() throws {
    let path = sandbox.file("busy.sqlite")
    let catalogue = try Catalogue(path: path, patience: 0.05)
    try DatabaseQueue(path: path).writeWithoutTransaction { db in
      try db.inTransaction(.exclusive) {
        #expect(throws: CatalogueError.busy) {
          try catalogue.store(Fixtures.output("a", act: Fixtures.richAct))
        }
        return .rollback
      }
    }
  }
}
