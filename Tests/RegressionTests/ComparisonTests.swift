import JSONModel
import Regression
import Testing

/// The comparison itself, on small pairs of truth and output.
struct ComparisonTests {
  private func comparison(_ expected: String, _ got: String) throws -> Comparison {
    func output(_ act: String) throws -> JSON {
      try JSON(Array("{\"deliberations\": [\(act)]}".utf8))
    }
    return try Comparison(expected: output(expected), got: output(got))
  }

  @Test(arguments: [
    ("{'number': '1'}", "{'number': '1', 'source': {'page': 1}, 'line': 3}"),
    ("{'articles': [{'number': 1}]}", "{'articles': [{'number': 1, 'needs_review': true}]}"),
    ("{'grants': [{'raw': '1'}]}", "{'grants': [{'raw': '1', 'doubts': ['amount']}]}"),
    (
      "{'decisions': [{'recusals': [{'person': {'name': 'A'}}, {'person': {'name': 'B'}}]}]}",
      "{'decisions': [{'recusals': [{'person': {'name': 'B'}}, {'person': {'name': 'A'}}]}]}"
    ),
    (
      "{'decisions': [{'positions': [{'option': 'no', 'stated': 'printed'}]}]}",
      "{'decisions': [{'positions': [{'option': 'no', 'stated': 'printed'}, {'stated': 'derived'}]}]}"
    ),
    ("{'number': '1'}", "{'number': '1', 'subject': {'code': '7.5', 'stated': 'derived'}}"),
    ("{'amounts': [{'value': 10.00}]}", "{'amounts': [{'value': 10.0}]}"),
    ("{'title': 'l\u{2019}aide de 5\u{A0}€'}", "{'title': 'l\u{2BC}aide de 5 €'}"),
  ])
  func `takes two ways to say the same as equal`(expected: String, got: String) throws {
    let comparison = try comparison(
      expected.replacing("'", with: "\""),
      got.replacing("'", with: "\"")
    )
    #expect(comparison.differences.isEmpty)
    #expect(!comparison.scores.isEmpty)
  }

  @Test(arguments: [
    ("['A', 'B', 'C']", "['A', 'C']", Score(expected: 3, found: 2, correct: 2, missing: 1)),
    ("['A', 'C']", "['A', 'B', 'C']", Score(expected: 2, found: 3, correct: 2, wrong: 1)),
    ("['A', 'B']", "['A', 'X']", Score(expected: 2, found: 2, correct: 1, wrong: 1)),
    ("['A', 'B']", "['B', 'A']", Score(expected: 2, found: 2, correct: 1, wrong: 1, missing: 1)),
    ("['A', 'B']", "[]", Score(expected: 2, missing: 2)),
  ])
  func `counts people that are found, correct, wrong and missing`(
    expected: String,
    got: String,
    score: Score
  ) throws {
    func act(_ names: String) -> String {
      "{'attendance': {'present': \(names)}}".replacing("'", with: "\"")
    }
    #expect(try comparison(act(expected), act(got)).scores["attendance"] == score)
  }

  @Test func `pairs the grants and totals beside a row that is missing`() throws {
    let comparison = try comparison(
      #"{"grants": [{"beneficiary": "A"}, {"beneficiary": "B"}], "totals": [{"raw": "3"}]}"#,
      #"{"grants": [{"beneficiary": "B", "line": 2}], "totals": [{"raw": "9"}, {"raw": "3"}]}"#
    )
    #expect(comparison.scores["grants"] == Score(expected: 2, found: 1, correct: 1, missing: 1))
    #expect(comparison.scores["totals"] == Score(expected: 1, found: 2, correct: 1, wrong: 1))
  }

  @Test func `names the path, the page, the truth and the value of a difference`() throws {
    let comparison = try comparison(
      #"{"articles": [{"number": 1, "amounts": [{"value": 12.50}]}]}"#,
      #"{"articles": [{"number": 1, "amounts": [{"value": 1250}], "source": {"page": 3}}]}"#
    )
    let difference = try #require(comparison.differences.first)
    #expect(comparison.differences.count == 1)
    #expect(difference.path == "/0/articles/0/amounts/0/value")
    #expect(difference.family == "article amounts")
    #expect(difference.kind == .wrong)
    #expect(difference.page == 3)
    #expect(difference.expected?.description == "12.5")
    #expect(difference.got == 1250)
  }

  @Test func `looks for what is missing behind the item that was found last`() throws {
    let comparison = try comparison(
      #"{"grants": [{"beneficiary": "A"}, {"beneficiary": "B"}]}"#,
      #"{"grants": [{"beneficiary": "A", "line": 40}], "line": 1}"#
    )
    #expect(comparison.differences.map(\.line) == [40])
    #expect(comparison.differences.map(\.kind) == [.missing])
  }

  @Test func `counts a value of another shape than the truth's as wrong`() throws {
    let comparison = try comparison(#"{"citations": [{"text": "A"}]}"#, #"{"citations": "A"}"#)
    #expect(comparison.differences.map(\.kind) == [.missing, .extra])
  }
}
