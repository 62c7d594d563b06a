import Regression
import SystemTestSupport
import Testing

/// The report for people and the one for programs.
struct TextReportTests {
  let corpus: TestCorpus

  init() throws {
    corpus = try TestCorpus()
    try corpus.write(
      "lys/2023/1",
      truth: #"{"number": "1", "totals": [{"raw": "9 €"}]}"#,
      read: #"{"number": "1", "totals": [{"raw": "8 €", "source": {"page": 4}}]}"#
    )
    try corpus.write("lys/2024/1", truth: #"{"number": "1"}"#, read: #"{"number": "1"}"#)
    try corpus.report().accept()
    try corpus.write("lys/2024/1", truth: nil, read: #"{"number": "7", "line": 3}"#)
    try corpus.write("lys/2024/2", truth: nil, read: "{}")
    try corpus.write("lys/2024/3", truth: "{}", read: "!the PDF is encrypted")
  }

  private static let table = """
    family  2023   2024            all
    header  1.000  0.000 (-1.000)  0.500 (-0.500)
    totals  0.000  –               0.000
    all     0.500  0.000 (-1.000)  0.333 (-0.333)

    """
  private static let others = """
    lys/2024/1
      lost    line 3: /0/number
              expected '1'
              got      '7'
    lys/2024/2
      not compared: there is no expected.json; extract it, correct it by hand, save it there
    lys/2024/3
      lost    not read: the PDF is encrypted

    2 documents compared, 1 without expected.json, 1 that cannot be compared
    2 lost, 0 gained, 1 known not to be right

    """

  @Test func `lists every difference with its page and both values`() throws {
    #expect(
      try corpus.text(.all) == Self.table + """

        lys/2023/1
          known   page 4: /0/totals/0/raw
                  expected '9 €'
                  got      '8 €'

        """ + Self.others
    )
  }

  @Test func `lists only what the record does not have`() throws {
    #expect(try corpus.text(.changes) == Self.table + "\n" + Self.others)
  }

  @Test func `names documents that cannot be compared even where no difference is listed`() throws {
    let text = try corpus.text(.none)
    #expect(!text.contains("expected '"))
    #expect(text.contains("lys/2024/2\n"))
    #expect(text.contains("the PDF is encrypted"))
  }

  @Test func `cuts long values down to where they begin to differ`() throws {
    let start = String(repeating: "a", count: 200)
    let end = String(repeating: "b", count: 200)
    try corpus.write(
      "lys/2023/1",
      truth: #"{"title": "\#(start)1\#(end)"}"#,
      read: #"{"title": "\#(start)2\#(end)"}"#
    )
    let shown = String(repeating: "a", count: 20)
    let lines = try corpus.text(.all).split(separator: "\n")
    #expect(lines.contains { $0.contains("expected …\(shown)1b") && $0.hasSuffix("b…") })
    #expect(lines.contains { $0.contains("got      …\(shown)2b") && $0.hasSuffix("b…") })
  }

  @Test func `gives programs the same bytes every run`() throws {
    let first = try ReportJSON.json(corpus.report())
    #expect(try ReportJSON.json(corpus.report()) == first)
    let report = try JSON(first)
    #expect(report["losses"] == 2)
    let documents = try #require(report["documents"]?.elements)
    #expect(
      documents.map { $0["outcome"] } == ["compared", "compared", "without_truth", "unreadable"]
    )
    let difference = try #require(documents[1]["differences"]?.elements.first)
    #expect(difference["status"] == "lost")
    #expect(difference["expected"] == "1")
    #expect(difference["got"] == "7")
    #expect(difference["line"] == 3)
    let years = try #require(report["years"]?.elements)
    #expect(years.map { $0["year"] } == ["2023", "2024"])
  }
}
