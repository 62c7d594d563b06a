import SystemTestSupport
import Testing

/// Damaged, encrypted, slow, odd and plain PDFs from public test suites.
@Suite(.enabled(if: Places.hasCorpus, "the corpus ../shared is absent"))
struct RobustTests {
  static let files = Places.files(below: Places.shared + "/corpus/robust", suffix: ".pdf")

  @Test func `has files`() {
    #expect(Self.files.count >= 140)
  }

  @Test(arguments: files)
  func `ends with a documented exit code in time`(file: String) async throws {
    let outcome = try await #require(RobustRun.all.value.outcomes[file])
    let code = try #require(outcome.exitCode, "\(outcome.ending)")
    #expect([0, 65, 75].contains(code))
  }

  @Test(arguments: files)
  func `says one or two sentences`(file: String) async throws {
    let outcome = try await #require(RobustRun.all.value.outcomes[file])
    let name = file.split(separator: "/").last.map(String.init) ?? file
    #expect((1...2).contains(outcome.errorLines.count))
    #expect(outcome.errorLines.allSatisfy { $0.contains(name) })
  }

  @Test(arguments: files)
  func `writes an object without acts, or nothing`(file: String) async throws {
    let outcome = try await #require(RobustRun.all.value.outcomes[file])
    if outcome.exitCode == 0 {
      #expect(try JSON(outcome.output)["deliberations"] == .array([]))
    } else {
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `has one outcome for each file in a batch, none past its time`() async throws {
    let sandbox = try Sandbox()
    let folder = Places.shared + "/corpus/robust"
    let outcome = try await sandbox.extract(
      "batch",
      folder,
      "--output",
      "out",
      "--ocr",
      "never",
      "--timeout",
      "5",
      "--patience",
      "5"
    )
    #expect(outcome.ending == .exited(1))
    let rows = try await Launch.python([
      "-c",
      """
      import json, sqlite3, sys
      database = sqlite3.connect(sys.argv[1])
      print(json.dumps(database.execute("SELECT path, outcome, seconds > 10 FROM outcome").fetchall()))
      """,
      sandbox.file("out/ledger.sqlite"),
    ]).run()
    let outcomes = try JSON(rows.output).elements.map(\.elements)
    let known: Set<JSON> = ["done", "encrypted", "unreadable", "timeout", "memory", "crash"]
    #expect(Set(outcomes.compactMap { $0[0].string }).count == Self.files.count)
    #expect(outcomes.count == Self.files.count)
    for row in outcomes {
      #expect(known.contains(row[1]))
      #expect(row[2] != 1)
    }
    let failed = outcomes.count { $0[1] != "done" }
    #expect(outcome.errorLines.count { $0.contains(": error: ") } == failed)
  }

  @Test func `gives up a page that takes all memory`() async throws {
    let file = try #require(Self.files.first { $0.contains("bomb_giant") })
    var launch = Launch.extract(["--ocr", "never", "--timeout", "300", file])
    launch.deadline = 300
    let outcome = try await launch.run()
    #expect(outcome.ending == .exited(75))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("more than 2 GB of memory"))
  }

  @Test func `writes what the schema allows for every file`() async throws {
    let sandbox = try Sandbox()
    var written: [String] = []
    for (index, (_, outcome)) in try await RobustRun.all.value.outcomes.enumerated()
    where !outcome.output.isEmpty {
      written.append(try sandbox.write(outcome.output, to: "\(index).json"))
    }
    #expect(!written.isEmpty)
    #expect(try await OutputContract.problems(in: written) == "")
  }
}

/// All files read once, two at a time.
struct RobustRun {
  var outcomes: [String: Outcome] = [:]

  static let all = Task { try await RobustRun() }

  /// The seconds that a file may take; two files of the corpus would take many minutes.
  private static let timeout = 5.0
  /// What the program may take beyond that before it counts as hanging.
  private static let grace = 5.0

  private init() async throws {
    var waiting = RobustTests.files[...]
    outcomes = try await withThrowingTaskGroup(of: (String, Outcome).self) { group in
      var outcomes: [String: Outcome] = [:]
      for file in waiting.prefix(2) { group.addTask { (file, try await Self.run(file)) } }
      waiting = waiting.dropFirst(2)
      while let (file, outcome) = try await group.next() {
        outcomes[file] = outcome
        if let next = waiting.popFirst() { group.addTask { (next, try await Self.run(next)) } }
      }
      return outcomes
    }
  }

  private static func run(_ file: String) async throws -> Outcome {
    var launch = Launch.extract(
      ["--ocr", "never", "--timeout", String(timeout), "--patience", String(timeout), file]
    )
    launch.deadline = timeout + grace
    return try await launch.run()
  }
}
