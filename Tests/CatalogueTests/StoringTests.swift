import Catalogue
import SystemTestSupport
import Testing

/// An output becomes rows.
struct StoringTests {
  let test: TestCatalogue

  init() throws {
    test = try TestCatalogue()
  }

  @Test(arguments: [
    (
      "SELECT sha256, file_name, byte_count, pipeline FROM documents",
      ["\(Fixtures.sha256("a"))|a.pdf|10|default"]
    ),
    (
      "SELECT authority, organ, number, title, session_date, year FROM acts",
      [
        "Département de la Haute-Lys|Commission permanente|2023-7|Soutien aux écoles de musique"
          + "|2023-05-22|2023"
      ]
    ),
    (
      "SELECT members_in_office, members_present, voters, report_number FROM deliberations",
      ["3|–|3|12"]
    ),
    (
      "SELECT name, part FROM mentions JOIN people ON people.id = person_id ORDER BY 1, 2",
      [
        "Anne LE GALL|candidate", "Anne LE GALL|elected", "Anne LE GALL|had_proxy",
        "Anne LE GALL|present", "Anne LE GALL|recused",
        "Claire DUPRÉ|signatory", "Paul NOËL|excused", "Paul NOËL|gave_proxy",
        "Paul NOËL|voted_yes", "Étienne ROUX|present", "Étienne ROUX|president",
      ]
    ),
    (
      "SELECT role, printed FROM officers ORDER BY role",
      ["president|ETIENNE ROUX", "signatory|Claire DUPRÉ"]
    ),
    (
      "SELECT office, body, votes_cast, blank, void, votes, capacity FROM elections "
        + "JOIN election_rounds ON election_rounds.election_id = elections.id "
        + "JOIN candidates ON round_id = election_rounds.id "
        + "JOIN elected ON elected.election_id = elections.id",
      ["1er adjoint|Bureau|3|1|–|2|member"]
    ),
    ("SELECT number, text, page FROM articles", ["1|D'accorder une résidence à deux auteures|2"]),
    ("SELECT cents, raw, needs_review FROM article_amounts", ["123450|1 234,50 €|0"]),
    ("SELECT number FROM article_annexes ORDER BY 1", ["1", "2"]),
    (
      "SELECT option, count, needs_review, group_concat(name) FROM votes "
        + "JOIN vote_groups ON vote_id = votes.id GROUP BY votes.id",
      ["yes|2|0|Union,Avenir", "abstain|1|1|Avenir"]
    ),
    (
      "SELECT status, printed, number FROM recusals JOIN recusal_articles",
      [
        "present|Anne LE GAIL|1"
      ]
    ),
    (
      "SELECT stated_in, operation_code, expenditure_cents, balance_cents, needs_review "
        + "FROM budget_lines ORDER BY 1",
      ["act|C01|123450|–|1", "report|C01|–|-505|0"]
    ),
    (
      "SELECT ordinal, operation, beneficiary, quantity, amount_cents, raw, stated_in, needs_review "
        + "FROM grants ORDER BY ordinal",
      [
        "0|complémentaire 2|École de musique de Brunelle|12|100040|–|table|0",
        "1|–|Harmonie|1.5|0|- €|prose|1",
      ]
    ),
    (
      "SELECT ordinal, confidence, part FROM grants "
        + "LEFT JOIN grant_doubts ON grant_id = grants.id ORDER BY ordinal, part",
      ["0|–|–", "1|0.5|amount", "1|0.5|name"]
    ),
    (
      "SELECT theme, operation, amount_cents, typeof(quantity) FROM totals",
      ["1|–|100040|integer"]
    ),
    (
      "SELECT rule, status, expected, found, message, path FROM checks "
        + "JOIN check_subjects ON check_id = checks.id ORDER BY check_subjects.ordinal",
      [
        "grants.total|failed|1000.4|1000.41|one cent|/grants/0/amount",
        "grants.total|failed|1000.4|1000.41|one cent|/totals/0/amount",
      ]
    ),
    (
      "SELECT path, raw, value, rule, confidence FROM repairs",
      ["/grants/0/amount|100040 €|1000.4|grants.lost-comma|0.95"]
    ),
    (
      "SELECT severity, code, message, page, line FROM diagnostics",
      ["warning|vote.missing-count|the count is missing|2|–"]
    ),
  ])
  func `keeps what the output says`(query: String, rows: [String]) throws {
    let diagnostic = """
      {"severity": "warning", "code": "vote.missing-count", "message": "the count is missing",
       "page": 2}
      """
    try test.catalogue.store(
      Fixtures.output("a", act: Fixtures.richAct, diagnostics: diagnostic)
    )
    let found = try test.rows(query)
    #expect(found == rows)
  }

  @Test(arguments: [
    ("0.29", "29"), ("1.1", "110"), ("4425677.72", "442567772"), ("-12.5", "-1250"), ("7", "700"),
    ("90071992547409.93", "9007199254740993"), ("1e3", "100000"),
  ])
  func `keeps euros as exact cents`(euros: String, cents: String) throws {
    try test.catalogue.store(
      Fixtures.output("a", act: Fixtures.act(number: "2024-1", amount: euros))
    )
    #expect(try test.rows("SELECT amount_cents FROM grants") == [cents])
  }

  @Test(arguments: ["1.005", "1e100", "\"12\"", "true"])
  func `refuses an amount that is no sum of cents`(amount: String) throws {
    let output = Fixtures.output("a", act: Fixtures.act(number: "2024-1", amount: amount))
    let error = #expect(throws: CatalogueError.self) { try test.catalogue.store(output) }
    guard case .notAnOutput(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("/deliberations/0/grants/0/amount"))
    #expect(try test.rows("SELECT * FROM documents") == [])
  }

  @Test(arguments: [
    ("", "it is no JSON"), ("{", "it is no JSON"), ("[]", "another kind"),
    ("{\"deliberations\": []}", "there is no /schemaVersion"),
  ])
  func `refuses what is no output`(text: String, reason: String) throws {
    let error = #expect(throws: CatalogueError.self) {
      try test.catalogue.store(Array(text.utf8))
    }
    guard case .notAnOutput(let said) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(said.contains(reason), "\(said)")
  }

  @Test func `refuses the output of another document than it was said to be`() throws {
    #expect(throws: CatalogueError.notAnOutput(reason: "it is the output of another document")) {
      try test.catalogue.store(
        Fixtures.output("a", act: Fixtures.richAct),
        sha256: Fixtures.sha256("b")
      )
    }
  }

  @Test func `stores the rest where one of several is no output`() throws {
    let refused = try test.catalogue.store([
      Catalogue.Entry(json: Fixtures.output("a", act: Fixtures.richAct)),
      Catalogue.Entry(json: Array("{".utf8)),
      Catalogue.Entry(json: Fixtures.output("b", act: Fixtures.act(number: "2024-1"))),
    ])
    #expect(refused.map(\.index) == [1])
    #expect(try test.rows("SELECT file_name FROM documents ORDER BY 1") == ["a.pdf", "b.pdf"])
  }

  @Test func `knows what it holds: the content, the path and the moment`() throws {
    let sha256 = Fixtures.sha256("a")
    let output = Fixtures.output("a", act: Fixtures.richAct)
    _ = try test.catalogue.store([Catalogue.Entry(json: output, path: "a.pdf", extractedAt: 7.25)])
    func holds(_ sha256: String, _ path: String, _ moment: Double) throws -> Bool {
      try test.catalogue.holds(sha256: sha256, path: path, extractedAt: moment)
    }
    #expect(try holds(sha256, "a.pdf", 7.25))
    #expect(try !holds(Fixtures.sha256("b"), "a.pdf", 7.25))
    #expect(try !holds(sha256, "b.pdf", 7.25))
    #expect(try !holds(sha256, "a.pdf", 8))
  }

  // MARK: - Again

  @Test func `replaces all rows of a document that is stored again`() throws {
    try test.catalogue.store(Fixtures.output("a", act: Fixtures.richAct), path: "a.pdf")
    try test.catalogue.store(Fixtures.output("b", act: Fixtures.act(number: "2024-1")))
    let once = try test.facts()
    let ids = try test.rows("SELECT id, sha256 FROM documents")
    try test.catalogue.store(Fixtures.output("a", act: Fixtures.richAct), path: "a.pdf")
    #expect(try test.facts() == once)
    #expect(try test.rows("SELECT id, sha256 FROM documents") == ids)
    #expect(try test.faults() == [])
  }

  @Test func `forgets the people and authorities that nothing mentions any more`() throws {
    try test.catalogue.store(Fixtures.output("a", act: Fixtures.richAct))
    try test.catalogue.store(
      Fixtures.output("a", act: Fixtures.act(number: "2024-1", authority: "Commune de Montlys"))
    )
    #expect(try test.rows("SELECT name FROM people") == ["Anne LE GALL"])
    #expect(try test.rows("SELECT name FROM authorities") == ["Commune de Montlys"])
    #expect(try test.faults() == [])
  }

  @Test func `removes a content that another has replaced at its only path`() throws {
    try test.catalogue.store(Fixtures.output("a", act: Fixtures.richAct), path: "act.pdf")
    try test.catalogue.store(
      Fixtures.output("b", act: Fixtures.act(number: "2024-1")),
      path: "act.pdf"
    )
    #expect(try test.rows("SELECT file_name FROM documents") == ["b.pdf"])
    #expect(try test.rows("SELECT name FROM people") == ["Anne LE GALL"])
    #expect(try test.faults() == [])
  }

  @Test func `keeps a content that lies elsewhere too`() throws {
    try test.catalogue.store(Fixtures.output("a", act: Fixtures.richAct), path: "act.pdf")
    try test.catalogue.store(Fixtures.output("a", act: Fixtures.richAct), path: "copy.pdf")
    try test.catalogue.store(
      Fixtures.output("b", act: Fixtures.act(number: "2024-1")),
      path: "act.pdf"
    )
    #expect(
      try test.rows(
        "SELECT path, file_name FROM locations JOIN documents ON id = document_id ORDER BY path"
      )
        == ["act.pdf|b.pdf", "copy.pdf|a.pdf"]
    )
  }
}
