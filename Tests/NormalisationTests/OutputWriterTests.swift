import DeliberationModel
import Foundation
import Normalisation
import PageModel
import Testing

struct `The output` {
  private func extraction(_ acts: [Deliberation], _ diagnostics: [Diagnostic] = []) -> Extraction {
    Extraction(
      fileName: "act.txt",
      sha256: "00",
      byteCount: 12,
      pages: [Page(number: 1, width: 595.28, height: 841.89, origin: .embedded, lines: 0..<1)],
      producer: nil,
      pipeline: "default",
      deliberations: acts,
      diagnostics: diagnostics
    )
  }

  private func json(_ extraction: Extraction, pretty: Bool = false) -> String {
    String(
      decoding: OutputWriter(programVersion: "9.9", pretty: pretty).json(extraction),
      as: UTF8.self
    )
  }

  @Test func `has the keys of the contract in their order`() {
    #expect(
      json(extraction([])) == """
        {"schema_version":"1.4.0","generator":{"name":"deliberations","version":"9.9",\
        "pipeline":"default"},"source":{"file_name":"act.txt","sha256":"00","byte_count":12,\
        "page_count":1,"pages":[{"number":1,"width":595.3,"height":841.9,\
        "text_origin":"embedded"}]},"deliberations":[],"diagnostics":[]}

        """
    )
  }

  @Test func `has boxes on a page as it is shown, whose text lies on its side`() {
    var page = Page(number: 1, width: 842, height: 595, origin: .ocr, lines: 0..<1)
    page.turn = .clockwise
    let box = BoundingBox(x0: 10, y0: 20, x1: 110, y1: 30)
    var extraction = extraction(
      [],
      [Diagnostic(.note, "a.b", "c", at: .init(page: 1, box: box))]
    )
    extraction.pages = [page]
    let json = json(extraction)
    #expect(json.contains(#""width":595.0,"height":842.0"#))
    #expect(json.contains(#""bbox":[20.0,732.0,30.0,832.0]"#))
  }

  @Test func `has a finding with its place`() {
    let finding = Diagnostic(
      .warning,
      "vote.missing-count",
      "no number",
      at: .init(page: 2, box: BoundingBox(x0: 1, y0: 2, x1: 3, y1: 4.25))
    )
    #expect(
      json(extraction([], [finding])).contains(
        #"{"severity":"warning","code":"vote.missing-count","message":"no number","page":2,"#
          + #""bbox":[1.0,2.0,3.0,4.3]}"#
      )
    )
  }

  @Test func `keeps the order of options, statuses and counts, whatever a dictionary does`() throws
  {
    var act = Deliberation()
    for status in AttendanceStatus.allCases.reversed() {
      act.attendance.people[status] = [Person(name: "Odile MOREL", honorific: .madame)]
    }
    for count in AttendanceCount.allCases.reversed() { act.attendance.counts[count] = 1 }
    var decision = Decision()
    for option in VoteOption.allCases.reversed() { decision.vote[option] = VoteCount(count: 1) }
    act.decisions = [decision]
    let text = json(extraction([act]))
    let keys = [
      "present", "excused", "absent", "attending_without_vote", "excused_without_vote", "counts",
      "members", "represented", "voters", "decisions", "yes", "no", "abstain",
    ]
    var rest = text[...]
    for key in keys {
      let found = try #require(rest.firstRange(of: "\"\(key)\":"), "\(key)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func `writes a vote that cannot be read without a count and for review`() {
    var act = Deliberation()
    var decision = Decision()
    decision.articles = [1]
    decision.vote[.yes] = VoteCount(count: nil, groups: ["Groupe Centre"])
    act.decisions = [decision]
    #expect(
      json(extraction([act])).contains(
        #"{"articles":[1],"vote":{"yes":{"groups":["Groupe Centre"],"needs_review":true}}}"#
      )
    )
  }

  @Test func `writes an unreadable amount as its print, for review`() {
    var line = BudgetLine(
      operationCode: Printed("C02-428O10", raw: "C02-428010"),
      source: .init(line: 7)
    )
    line.unreadable[.commitment] = "5 ggs 095 00"
    line[.expenditure] = Printed(Amount(cents: 4_416_000), raw: "44160,00")
    var act = Deliberation()
    act.budgetLines = [line]
    #expect(
      json(extraction([act])).contains(
        #"{"operation_code":"C02-428O10","operation_code_raw":"C02-428010","#
          + #""commitment_authority_raw":"5 ggs 095 00","expenditure":44160.00,"#
          + #""expenditure_raw":"44160,00","needs_review":true,"line":7}"#
      )
    )
  }

  @Test(arguments: [true, false])
  func `is JSON that ends in a line feed and is the same every time`(pretty: Bool) throws {
    var act = Deliberation()
    act.title = Printed("Aides à l'\"emploi\"\n", source: .init(page: 1))
    act.session.date = CalendarDate(year: 2023, month: 5, day: 15).map { Printed($0) }
    let extraction = extraction([act])
    let text = json(extraction, pretty: pretty)
    #expect(text == json(extraction, pretty: pretty))
    #expect(text.hasSuffix("}\n"))
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(try #require(object).count == 5)
  }

  @Test func `has a schema of its own version`() throws {
    let data = Data(OutputSchema.text.utf8)
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }
}
