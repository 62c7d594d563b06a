import Regression
import SystemTestSupport
import Testing

/// What a run says beside the record of an earlier one.
struct RegressionReportTests {
  let corpus: TestCorpus
  static let id = "lys/2024/1"

  init() throws {
    corpus = try TestCorpus()
  }

  /// Records one reading, then reads another way.
  private func report(
    truth: String,
    recorded: String,
    now: String
  ) throws -> DocumentResult {
    try corpus.write(Self.id, truth: truth, read: recorded)
    try corpus.report().accept()
    try corpus.write(Self.id, truth: truth, read: now)
    return try #require(corpus.report().documents.first)
  }

  @Test(arguments: [
    // The truth, what was read when the record was made, what is read now; lost, gained, known.
    ("{'a': 1, 'b': 2}", "{'a': 1, 'b': 2}", "{'a': 1, 'b': 2}", [0, 0, 0]),
    ("{'a': 1, 'b': 2}", "{'a': 1, 'b': 2}", "{'a': 1, 'b': 3}", [1, 0, 0]),
    ("{'a': 1, 'b': 2}", "{'a': 1, 'b': 2}", "{'a': 1}", [1, 0, 0]),
    ("{'a': 1, 'b': 2}", "{'a': 1, 'b': 2}", "{'a': 1, 'b': 2, 'c': 3}", [1, 0, 0]),
    ("{'a': 1, 'b': 2}", "{'a': 1, 'b': 3}", "{'a': 1, 'b': 3}", [0, 0, 1]),
    ("{'a': 1, 'b': 2}", "{'a': 1, 'b': 3}", "{'a': 1, 'b': 4}", [0, 0, 1]),
    ("{'a': 1, 'b': 2}", "{'a': 1, 'b': 3}", "{'a': 1, 'b': 2}", [0, 1, 0]),
    // One value is right now and another is not any more: the counts are the same.
    ("{'a': 1, 'b': 2}", "{'a': 1, 'b': 3}", "{'a': 2, 'b': 2}", [1, 1, 0]),
    // A wrong value is worse than none.
    ("{'a': 1, 'b': 2}", "{'a': 1, 'b': 3}", "{'a': 1}", [0, 0, 1]),
    ("{'a': 1, 'b': 2}", "{'a': 1}", "{'a': 1, 'b': 3}", [1, 0, 0]),
    // Where the truth has no such item, its position means nothing.
    (
      "{'citations': ['A']}", "{'citations': ['A', 'X']}", "{'citations': ['Y', 'A']}", [0, 0, 1]
    ),
    (
      "{'citations': ['A']}", "{'citations': ['A', 'X']}", "{'citations': ['A', 'X', 'Y']}",
      [1, 0, 1]
    ),
  ])
  func `tells a loss from what was never right`(
    truth: String,
    recorded: String,
    now: String,
    counts: [Int]
  ) throws {
    let texts = [truth, recorded, now].map { $0.replacing("'", with: "\"") }
    let result = try report(truth: texts[0], recorded: texts[1], now: texts[2])
    let known = result.findings.count { $0.status == .known }
    #expect([result.lossCount, result.gains.count, known] == counts)
  }

  @Test func `does not call it a loss where nothing was recorded`() throws {
    try corpus.write(Self.id, truth: #"{"number": "1"}"#, read: #"{"number": "2"}"#)
    let report = try corpus.report()
    #expect(report.lossCount == 0)
    #expect(report.documents.map(\.isRecorded) == [false])
    #expect(report.documents.flatMap(\.findings).map(\.status) == [.new])
    #expect(try corpus.text().contains("1 document compared, 1 not on record"))
  }

  /// What stands in the folder, what it is, and how many losses it is.
  static let incomparable: [(String?, String?, DocumentResult.Outcome, Int)] = [
    (
      "!the PDF is encrypted", #"{"deliberations": []}"#,
      DocumentResult.Outcome.unreadable("the PDF is encrypted"), 1
    ),
    ("{", #"{"deliberations": []}"#, .unreadable("the output is no JSON"), 1),
    ("{}", "no JSON", .wrongTruth("expected.json is no output of extract; correct it by hand"), 1),
    ("{}", "[]", .wrongTruth("expected.json is no output of extract; correct it by hand"), 1),
    ("!the PDF is encrypted", nil, .withoutTruth, 0),
    (
      nil, #"{"deliberations": []}"#,
      .unreadable("there is no source.pdf or source.txt beside expected.json"), 1
    ),
  ]

  @Test(arguments: incomparable)
  func `counts a document that cannot be compared as a loss`(
    source: String?,
    truth: String?,
    outcome: DocumentResult.Outcome,
    losses: Int
  ) throws {
    try corpus.write(Self.id, truth: nil, read: source)
    if let truth { try corpus.sandbox.write(truth, to: Self.id + "/expected.json") }
    let report = try corpus.report()
    #expect(report.documents.map(\.outcome) == [outcome])
    #expect(report.lossCount == losses)
    #expect(report.unacceptableCount == losses)
  }

  @Test func `counts what the truth of an unreadable document says as missing`() throws {
    try corpus.write(Self.id, truth: #"{"number": "1"}"#, read: "!damaged")
    let result = try #require(corpus.report().documents.first)
    #expect(result.scores == ["header": Score(expected: 1, missing: 1)])
  }

  @Test func `misses a document that is on record and gone, until that is accepted`() throws {
    try corpus.write(Self.id, truth: "{}", read: "{}")
    try corpus.write("lys/2024/2", truth: #"{"number": "2"}"#, read: #"{"number": "2"}"#)
    try corpus.report().accept()
    try corpus.sandbox.remove("lys/2024/2")
    let report = try corpus.report()
    #expect(report.documents.map(\.outcome) == [.compared, .vanished])
    #expect(report.lossCount == 1)
    try report.accept()
    #expect(try corpus.report().lossCount == 0)
  }

  // MARK: - Acceptance

  @Test func `keeps what it cannot compare on record`() throws {
    try corpus.write(Self.id, truth: #"{"number": "1"}"#, read: #"{"number": "2"}"#)
    try corpus.report().accept()
    let files = ["scores.tsv", "differences.tsv"]
    let before = try files.map { try corpus.sandbox.text(of: $0) }
    try corpus.write(Self.id, truth: nil, read: "!damaged")
    try corpus.report().accept()
    #expect(try files.map { try corpus.sandbox.text(of: $0) } == before)
  }

  @Test func `writes the record sorted, a line for each family and difference`() throws {
    try corpus.write("b/2024/1", truth: #"{"number": "1", "totals": [{"raw": "9"}]}"#, read: "{}")
    try corpus.write(
      "a/2024/1",
      truth: #"{"number": "1"}"#,
      read: #"{"number": "1", "organ": "X"}"#
    )
    try corpus.report().accept()
    #expect(
      try corpus.sandbox.text(of: "scores.tsv") == """
        document\tfamily\texpected\tfound\tcorrect\twrong\tmissing
        a/2024/1\theader\t1\t2\t1\t1\t0
        b/2024/1\theader\t1\t0\t0\t0\t1
        b/2024/1\ttotals\t1\t0\t0\t0\t1

        """
    )
    #expect(
      try corpus.sandbox.text(of: "differences.tsv") == """
        document\tfamily\tkind\tpath
        a/2024/1\theader\textra\t/+/organ
        b/2024/1\theader\tmissing\t/0/number
        b/2024/1\ttotals\tmissing\t/0/totals/0/raw

        """
    )
  }

  @Test func `reads and accepts only the documents that are asked for`() throws {
    for id in ["lys/2023/1", "lys/2024/1", "lys/2024/10"] {
      try corpus.write(id, truth: #"{"number": "1"}"#, read: #"{"number": "1"}"#)
    }
    try corpus.report(only: ["lys/2024/1"]).accept()
    let recorded = try corpus.report().documents.filter(\.isRecorded).map(\.id)
    #expect(recorded == ["lys/2024/1"])
    #expect(try corpus.report(only: ["lys/2024"]).documents.count == 2)
    #expect(throws: CorpusError.noDocument) { try corpus.report(only: ["lys/20"]) }
  }

  @Test(arguments: [
    ("scores.tsv", "head\na\tb\t1\t2\n"), ("scores.tsv", "head\na\tb\t1\t2\t3\t4\tx\n"),
    ("differences.tsv", "head\na\tb\tworse\t/0\n"),
  ])
  func `names the line of a record that it cannot read`(file: String, text: String) throws {
    try corpus.write(Self.id, truth: "{}", read: "{}")
    try corpus.sandbox.write(text, to: file)
    let expected = CorpusError.wrongRecord(file: corpus.folder + "/" + file, line: 2)
    #expect(throws: expected) { try corpus.report() }
  }

  @Test func `says that the record cannot be written`() throws {
    try corpus.write(Self.id, truth: "{}", read: "{}")
    let report = try corpus.report()
    try corpus.sandbox.makeFolder("scores.tsv/taken")
    #expect(throws: CorpusError.unwritableRecord(file: corpus.folder + "/scores.tsv")) {
      try report.accept()
    }
  }
}
