import SystemTestSupport
import Testing

/// The real acts of the corpus, scored family by family against their truth.
@Suite(.enabled(if: Places.hasCorpus, "the corpus ../shared is absent"))
struct ScoreTests {
  /// The families in which every act must be read as it is printed.
  static let families = [
    "header", "attendance", "citations", "cited", "articles", "article amounts",
    "article annexes", "decisions", "votes", "vote groups", "recusals", "budget", "signature",
  ]
  static let documents = ["000", "001", "002"]

  /// The families of tables and of what is attached.
  static let tables = ["grants core", "grants strict", "totals", "attachments", "report"]

  @Test(arguments: documents, families + tables)
  func `reads the born-digital PDF`(document: String, family: String) async throws {
    // 001 has no tables and no report.
    if document == "001", Self.tables.contains(family), family != "attachments" { return }
    let bar = family == "grants core" ? 0.995 : 0.99
    try await CorpusRun.digital.value.expect(family, of: document, atLeast: bar)
  }

  @Test(arguments: ["000", "001"], families)
  func `reads the text`(document: String, family: String) async throws {
    try await CorpusRun.text.value.expect(family, of: document, atLeast: 0.99)
  }

  // In the scan that is text 002 the budget table fell apart.
  @Test(arguments: families.filter { $0 != "budget" })
  func `reads the text that was recognised without French data`(family: String) async throws {
    try await CorpusRun.text.value.expect(family, of: "002", atLeast: 0.95)
  }

  /// What is reached, less two rows.
  @Test(arguments: [
    ("000", "grants core", 0.984), ("000", "grants strict", 0.919), ("000", "totals", 0.99),
    ("002", "grants core", 0.953), ("002", "grants strict", 0.946), ("002", "totals", 0.95),
  ])
  func `reads the tables of the text`(document: String, family: String, least: Double) async throws
  {
    try await CorpusRun.text.value.expect(family, of: document, atLeast: least)
  }

  @Test(arguments: documents)
  func `writes no wrong figure of a born-digital PDF unflagged`(document: String) async throws {
    #expect(try await CorpusRun.digital.value.silent(in: document) == 0)
  }

  /// The names of four rows of text 000 stand there once, two of them beside the territory of another
  /// row; nothing contradicts them.
  @Test(arguments: [("000", 4), ("001", 0), ("002", 0)])
  func `writes no more wrong figures of a text unflagged than are known`(
    document: String,
    most: Int
  ) async throws {
    #expect(try await CorpusRun.text.value.silent(in: document) <= most)
  }

  @Test func `writes what the schema allows for every act`() async throws {
    let outputs = try await CorpusRun.digital.value.outputs + CorpusRun.text.value.outputs
    let sandbox = try Sandbox()
    let files = try outputs.enumerated().map { try sandbox.write($1, to: "\($0).json") }
    #expect(files.count == 6)
    #expect(try await OutputContract.problems(in: files) == "")
  }
}

/// The three acts of a folder of the corpus, read and scored once for all tests.
struct CorpusRun {
  /// The outputs.
  var outputs: [[UInt8]] = []
  /// What score.py says, by document and family.
  var scores: JSON

  static let digital = Task { try await CorpusRun(folder: "pdf/digital", suffix: ".pdf") }
  static let text = Task { try await CorpusRun(folder: "text", suffix: ".txt") }

  private init(folder: String, suffix: String) async throws {
    let corpus = Places.shared + "/corpus/pas-de-calais"
    let sandbox = try Sandbox()
    for document in ScoreTests.documents {
      let outcome = try await Launch.extract(
        ["--quiet", "\(corpus)/\(folder)/\(document)\(suffix)"]
      ).run()
      try #require(outcome.ending == .exited(0), "\(outcome.errors)")
      try sandbox.write(outcome.output, to: document + ".json")
      outputs.append(outcome.output)
    }
    let scored = try await Launch.python(
      [Places.shared + "/tools/score.py", "--json", "--dir", corpus + "/truth", sandbox.path]
    ).run()
    try #require(scored.ending == .exited(0), "\(scored.errors)")
    scores = try JSON(scored.output)
  }

  /// Expects a share of a family's facts; a family of fewer than 50 may miss one.
  func expect(_ family: String, of document: String, atLeast bar: Double) throws {
    let score = try #require(scores[document]?[family], "no fact of '\(family)' in \(document)")
    let truth = try #require(score["truth"]?.integer)
    let found = try #require(score["out"]?.integer)
    let hits = try #require(score["hit"]?.integer)
    let missesOne = truth < 50 && truth - hits <= 1 && found - hits <= 1
    let f1 = hits == 0 ? 0 : 2 * Double(hits) / Double(truth + found)
    #expect(f1 >= bar || missesOne, "\(family) of \(document): \(hits) of \(truth), out \(found)")
  }

  /// How many figures are wrong and not flagged.
  func silent(in document: String) throws -> Int {
    try #require(scores[document]?["silent"]?["out"]?.integer)
  }
}
