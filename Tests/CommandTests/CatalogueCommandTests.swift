import SystemTestSupport
import Testing

/// `extract load` and `extract merge`: outputs in a catalogue.
struct CatalogueCommandTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.copy(Fixtures.cleanAct, to: "a.pdf")
    try sandbox.copy(Fixtures.notedAct, to: "b.pdf")
  }

  /// What a query answers, through Python, so that another reader than the program's opens the file.
  private func rows(_ query: String, in name: String) async throws -> String {
    let script = """
      import sqlite3, sys
      for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print(*row, sep="|")
      """
    let outcome = try await Launch.python(["-c", script, sandbox.file(name), query]).run()
    #expect(outcome.errors == "")
    return outcome.text
  }

  @Test func `loads one output, JSON Lines, and standard input`() async throws {
    let lines = try await sandbox.extract("--quiet", "a.pdf", "b.pdf")
    try sandbox.write(lines.output, to: "both.jsonl")
    let pretty = try await sandbox.extract("--quiet", "a.pdf")
    try sandbox.write(pretty.output, to: "a.json")
    for arguments in [["a.json"], ["a.json", "both.jsonl"], ["-"]] {
      let outcome = try await sandbox.extract(
        ["load"] + arguments + ["--database", "acts.sqlite"],
        input: "both.jsonl"
      )
      #expect(outcome.ending == .exited(0), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
    #expect(
      try await rows("SELECT number, session_date FROM acts ORDER BY number", in: "acts.sqlite")
        == "2023-041|2023-05-22\n2024-063|2024-09-26\n"
    )
    #expect(
      try await rows(
        "SELECT rowid FROM deliberations_search WHERE deliberations_search MATCH 'a la lecture'",
        in: "acts.sqlite"
      ) != ""
    )
  }

  @Test func `loads what can be used and names the line of what cannot`() async throws {
    let lines = try await sandbox.extract("--quiet", "a.pdf", "b.pdf").text.split(separator: "\n")
    try sandbox.write("\(lines[0])\n{\"broken\": \n\n\(lines[1])\n", to: "acts.jsonl")
    let outcome = try await sandbox.extract("load", "acts.jsonl", "--database", "acts.sqlite")
    #expect(outcome.ending == .exited(65))
    #expect(outcome.errorLines.count == 2)
    #expect(outcome.errors.hasPrefix("acts.jsonl:2: error: this is no output of extract"))
    #expect(outcome.errorLines.last == "acts.sqlite: 2 documents loaded")
    #expect(try await rows("SELECT count(*) FROM acts", in: "acts.sqlite") == "2\n")
  }

  @Test func `merges catalogues`() async throws {
    for name in ["a", "b"] {
      let output = try await sandbox.extract("--quiet", name + ".pdf")
      try sandbox.write(output.output, to: name + ".json")
      _ = try await sandbox.extract("load", name + ".json", "--database", name + ".sqlite")
    }
    let outcome = try await sandbox.extract(
      "merge",
      "a.sqlite",
      "b.sqlite",
      "a.sqlite",
      "--database",
      "all.sqlite"
    )
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors.contains("b.sqlite: 1 document\n"))
    #expect(try await rows("SELECT count(*) FROM documents", in: "all.sqlite") == "2\n")
  }

  // MARK: - Batch

  private static let places = """
    SELECT path, number FROM locations JOIN deliberations USING (document_id) ORDER BY path
    """

  private func batch() async throws -> Outcome {
    try await sandbox.extract(
      "batch",
      "in",
      "--output",
      "out",
      "--database",
      "acts.sqlite",
      "--quiet"
    )
  }

  @Test func `keeps what a batch extracts, and what it extracted before`() async throws {
    try sandbox.makeFolder("in")
    for name in ["a.pdf", "copy.pdf"] { try sandbox.copy(Fixtures.cleanAct, to: "in/" + name) }
    #expect(try await batch().ending == .exited(0))
    let root = try #require(
      try await rows(Self.places, in: "acts.sqlite").split(separator: "/a.").first
    )
    #expect(
      try await rows(Self.places, in: "acts.sqlite")
        == "\(root)/a.pdf|2023-041\n\(root)/copy.pdf|2023-041\n"
    )
    try sandbox.remove("acts.sqlite")
    try sandbox.remove("in/a.pdf")
    try sandbox.copy(Fixtures.notedAct, to: "in/a.pdf")
    #expect(try await batch().ending == .exited(0))
    #expect(
      try await rows(Self.places, in: "acts.sqlite")
        == "\(root)/a.pdf|2024-063\n\(root)/copy.pdf|2023-041\n"
    )
  }

  @Test func `gives paths that are no UTF-8 names of their own`() async throws {
    try sandbox.makeFolder("in")
    let script = """
      import shutil, sys
      for name in [b"in/\\xe9.pdf", b"in/\\xe8.pdf"]: shutil.copy(b"a.pdf", name)
      """
    var launch = Launch.python(["-c", script])
    launch.folder = sandbox.path
    #expect(try await launch.run().ending == .exited(0))
    #expect(try await batch().ending == .exited(0))
    let found = try await rows(Self.places, in: "acts.sqlite")
    #expect(found.contains("/in/\\xE9.pdf|2023-041\n"))
    #expect(found.contains("/in/\\xE8.pdf|2023-041\n"))
  }

  @Test func `stops a batch before it begins where the catalogue cannot be used`() async throws {
    try sandbox.write("no database, but long enough to have a head of its own", to: "acts.sqlite")
    try sandbox.makeFolder("in")
    let outcome = try await batch()
    #expect(outcome.ending == .exited(65))
    #expect(outcome.errors.hasPrefix("acts.sqlite: error: this is no SQLite database"))
    #expect(outcome.errorLines.count == 1)
  }

  // MARK: - Bad input

  @Test(arguments: [
    (["load", "none.json", "--database", "new.sqlite"], Int32(66), "the file cannot be read"),
    (["load", "a.pdf", "--database", "new.sqlite"], 65, "this is no output of extract"),
    (["load", "list.json", "--database", "new.sqlite"], 65, "this is no output of extract"),
    (["load", "list.json", "--database", "a.pdf"], 65, "this is no SQLite database"),
    (
      ["load", "list.json", "--database", "no-folder/new.sqlite"], 73, "cannot be opened or created"
    ),
    (["load", "list.json", "--database", "."], 73, "cannot be opened or created"),
    (["merge", "none.sqlite", "--database", "new.sqlite"], 66, "there is no such file"),
    (["merge", "a.pdf", "--database", "new.sqlite"], 65, "this is no SQLite database"),
    (
      ["merge", "own.sqlite", "--database", "own.sqlite"], 64, "this is the catalogue to merge into"
    ),
    (["load", "list.json", "--database", "other.sqlite"], 65, "belongs to another program"),
    (["load", "list.json", "--database", "newer.sqlite"], 65, "by a newer version of extract"),
    (["merge", "newer.sqlite", "--database", "own.sqlite"], 65, "by a newer version of extract"),
  ])
  func `names the cause in one sentence`(
    arguments: [String],
    code: Int32,
    sentence: String
  ) async throws {
    try sandbox.write("[]", to: "list.json")
    try sandbox.write(try await sandbox.extract("--quiet", "a.pdf").output, to: "own.json")
    for name in ["own.sqlite", "newer.sqlite"] {
      _ = try await sandbox.extract(["load", "own.json", "--database", name])
    }
    _ = try await change("newer.sqlite", "INSERT INTO grdb_migrations VALUES ('2099')")
    _ = try await change("other.sqlite", "CREATE TABLE t (a)")
    let outcome = try await sandbox.extract(arguments)
    #expect(outcome.ending == .exited(code))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains(": error: "))
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  private func change(_ name: String, _ statement: String) async throws {
    let script = """
      import sqlite3, sys
      with sqlite3.connect(sys.argv[1]) as database: database.execute(sys.argv[2])
      """
    let outcome = try await Launch.python(["-c", script, sandbox.file(name), statement]).run()
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
  }

  @Test(arguments: [
    ["load", "a.json"], ["load", "--database", "new.sqlite"], ["merge", "a.sqlite"],
    ["schema", "--database", "--queries"],
  ])
  func `answers a wrong command line with 64`(arguments: [String]) async throws {
    #expect(try await sandbox.extract(arguments).ending == .exited(64))
  }

  @Test func `prints tables that SQLite takes, and queries that they answer`() async throws {
    let tables = try await sandbox.extract("schema", "--database")
    let queries = try await sandbox.extract("schema", "--queries")
    try sandbox.write(tables.output, to: "tables.sql")
    try sandbox.write(queries.output, to: "queries.sql")
    let script = """
      import sqlite3
      database = sqlite3.connect(":memory:")
      for name in ["tables.sql", "queries.sql"]: database.executescript(open(name).read())
      """
    var launch = Launch.python(["-c", script])
    launch.folder = sandbox.path
    let outcome = try await launch.run()
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
  }
}
