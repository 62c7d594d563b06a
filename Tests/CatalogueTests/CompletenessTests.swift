import Catalogue
import GRDB
import SystemTestSupport
import Testing

/// Nothing that an output may say is lost on the way into a catalogue.
struct CompletenessTests {
  let test: TestCatalogue
  let schema: JSON

  init() throws {
    test = try TestCatalogue()
    schema = try JSON(
      file: Places.root + "/Sources/Normalisation/Schema/extraction.schema.json"
    )
  }

  @Test func `finds every key of the schema again, with its value`() throws {
    var draft = Draft(schema: schema)
    let output = draft.value(of: schema, at: "$")
    try test.catalogue.store(Array(output.utf8))
    let rows = try test.rows("SELECT path, value FROM facts")
    #expect(draft.facts.count > 200)
    #expect(Set(draft.facts).subtracting(rows).sorted() == [])
    #expect(Set(rows).subtracting(draft.facts).sorted() == [])
  }

  @Test(arguments: [
    ("SELECT item, confidence, needs_review, time, place FROM act_details", "3|0.9|1|19:00|Mairie"),
    ("SELECT ordinal, text, raw, page FROM visas", "0|l'avis|I'avis|2"),
    ("SELECT visa_ordinal, ordinal, type, name FROM visa_references", "0|0|code|Code du travail"),
    ("SELECT ordinal, text, line FROM recitals", "0|la demande|7"),
    (
      "SELECT kind, number, title, first_page, last_page, tables FROM attachments",
      "annex|4|Liste|3|5|1"
    ),
    ("SELECT ordinal, text, body, date FROM opinions", "0|avis favorable|2ème|2024-01-02"),
    ("SELECT number, text_origin, confidence FROM pages", "1|ocr|0.8"),
    (
      "SELECT value FROM facts WHERE path = '$.deliberations[0].totals[0].quantity_raw'",
      "9a7"
    ),
  ])
  func `shows by name what has no table of its own`(query: String, row: String) throws {
    let act = """
      {"item": "3", "confidence": 0.9, "needs_review": true,
       "session": {"time": "19:00", "place": "Mairie"},
       "citations": [{"text": "l'avis", "raw": "I'avis", "source": {"page": 2},
                      "references": [{"type": "code", "name": "Code du travail"}]}],
       "recitals": [{"text": "la demande", "line": 7}],
       "attachments": [{"kind": "annex", "number": 4, "title": "Liste", "pages": [3, 5],
                        "tables": [{"rows": [["a"]]}]}],
       "report": {"opinions": [{"text": "avis favorable", "body": "2ème", "date": "2024-01-02"}]},
       "totals": [{"amount": 1.00, "quantity_raw": "9a7"}]}
      """
    let pages = #""pages": [{"number": 1, "text_origin": "ocr", "confidence": 0.8}], "byte_count""#
    let output = String(decoding: Fixtures.output("a", act: act), as: UTF8.self)
      .replacing("\"byte_count\"", with: pages)
    try test.catalogue.store(Array(output.utf8))
    #expect(try test.rows(query) == [row])
  }
}

/// An output that says all that a schema allows, each value another one.
private struct Draft {
  let schema: JSON
  /// What it says, as the path and the value of each fact.
  var facts: [String] = []
  private var next = 1000

  init(schema: JSON) {
    self.schema = schema
  }

  /// A value that a part of the schema describes.
  mutating func value(of part: JSON, at path: String) -> String {
    var part = part
    while let reference = part["$ref"]?.string,
      let target = schema["$defs"]?[reference.split(separator: "/").last.map(String.init) ?? ""]
    {
      part = target
    }
    if case .object(let members)? = part["properties"] {
      return "{"
        + members.keys.sorted().map { key in
          "\"\(key)\": " + value(of: members[key] ?? .null, at: path + "." + key)
        }
        .joined(separator: ", ") + "}"
    }
    if let choice = part["anyOf"]?.elements.last ?? part["oneOf"]?.elements.last {
      return value(of: choice, at: path)
    }
    next += 1
    switch part["type"]?.string {
    case "array":
      let items = part["prefixItems"]?.elements ?? [part["items"] ?? .null]
      return "["
        + items.enumerated().map { value(of: $1, at: path + "[\($0)]") }.joined(separator: ", ")
        + "]"
    case "boolean": return fact(path, "1", "true")
    case "integer": return fact(path, "\(next)")
    case "number": return fact(path, "\(next).5")
    default:
      let text = path == "$.schema_version" ? "1.\(next).0" : "text \(next)"
      return fact(path, text, "\"\(text)\"")
    }
  }

  private mutating func fact(_ path: String, _ value: String, _ json: String? = nil) -> String {
    facts.append(path + "|" + value)
    return json ?? value
  }
}
