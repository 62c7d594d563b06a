import Catalogue
import GRDB
import SystemTestSupport

/// Outputs of invented documents, as `extract` writes them.
enum Fixtures {
  /// An output with one act; the letter tells its content from that of others.
  static func output(_ letter: Character, act: String, diagnostics: String = "") -> [UInt8] {
    Array(
      """
      {"schema_version": "1.3.0",
       "generator": {"name": "deliberations", "version": "0.1.0", "pipeline": "default"},
       "source": {"file_name": "\(letter).pdf", "sha256": "\(sha256(letter))", "byte_count": 10},
       "deliberations": [\(act)], "diagnostics": [\(diagnostics)]}
      """.utf8
    )
  }

  /// The SHA-256 of the document of a letter.
  static func sha256(_ letter: Character) -> String { String(repeating: letter, count: 64) }

  /// An act of the département of the Haute-Lys that uses most keys.
  static let richAct = """
    {"number": "2023-7", "item": "3", "title": "Soutien aux écoles de musique",
     "subject": {"code": "7.5", "name": "finances locales/subventions", "stated": "derived",
                 "confidence": 0.9},
     "transmission_date": "2023-06-12",
     "title_raw": "SOUTIEN AUX ECOLES DE MUSIQUE",
     "authority": {"name": "Département de la Haute-Lys", "type": "department"},
     "organ": "Commission permanente",
     "session": {"date": "2023-05-22",
       "president": {"name": "Étienne ROUX", "honorific": "M.", "raw": "ETIENNE ROUX"}},
     "attendance": {
       "present": [{"name": "Étienne ROUX", "honorific": "M."}, {"name": "Anne LE GALL"}],
       "excused": [{"name": "Paul NOËL"}],
       "proxies": [{"from": {"name": "Paul NOËL"}, "to": {"name": "Anne LE GALL"}}],
       "counts": {"members": 3, "voters": 3}},
     "citations": [{"text": "le Code de l'éducation",
                    "references": [{"type": "code", "name": "Code de l'éducation"}]}],
     "articles": [
       {"number": 1, "number_printed": true, "text": "D'accorder une résidence à deux auteures",
        "amounts": [{"value": 1234.50, "raw": "1 234,50 €"}], "annexes": [1, 2],
        "source": {"page": 2, "bbox": [1, 2, 3, 4]}}],
     "decisions": [
       {"articles": [1], "result": "rejected", "unanimous": false,
        "vote": {"yes": {"count": 2, "groups": ["Union", "Avenir"]},
                 "abstain": {"count": 1, "groups": ["Avenir"], "needs_review": true}},
        "recusals": [{"person": {"name": "Anne LE GALL", "raw": "Anne LE GAIL"},
                      "status": "present", "articles": [1]}],
        "positions": [{"person": {"name": "Paul NOËL"}, "option": "yes", "stated": "printed"}]}],
     "elections": [
       {"office": "1er adjoint", "body": "Bureau",
        "rounds": [{"votes_cast": 3, "blank": 1,
                    "candidates": [{"person": {"name": "Anne LE GALL"}, "votes": 2}]}],
        "elected": [{"person": {"name": "Anne LE GALL"}, "capacity": "member"}]}],
     "budget_lines": [{"operation_code": "C01", "expenditure": 1234.50, "needs_review": true}],
     "signature": {"place": "Montlys", "signatory": {"name": "Claire DUPRÉ"}},
     "report": {"number": 12, "budget_lines": [{"operation_code": "C01", "balance": -5.05}]},
     "grants": [
       {"theme": "1", "operation": "complémentaire 2", "operation_title": "Écoles",
        "beneficiary": "École de musique de Brunelle", "quantity": 12, "amount": 1000.40,
        "stated_in": "table", "source": {"page": 3}},
       {"beneficiary": "Harmonie", "quantity": 1.5, "raw": "- €", "amount": 0,
        "stated_in": "prose", "confidence": 0.5, "doubts": ["name", "amount"],
        "needs_review": true}],
     "totals": [{"theme": "1", "amount": 1000.40, "quantity": 12}],
     "checks": [{"rule": "grants.total", "status": "failed", "expected": 1000.40, "found": 1000.41,
                 "message": "one cent", "subjects": ["/grants/0/amount", "/totals/0/amount"]}],
     "repairs": [{"path": "/grants/0/amount", "raw": "100040 €", "value": 1000.40,
                  "rule": "grants.lost-comma", "confidence": 0.95}],
     "source": {"page": 1}}
    """

  /// An act of another year that grants to one beneficiary.
  static func act(
    number: String,
    authority: String? = "Département de la Haute-Lys",
    present: String = "Anne LE GALL",
    beneficiary: String = "ECOLE DE MUSIQUE DE BRUNELLE",
    amount: String = "500.00"
  ) -> String {
    let owner = authority.map { #""authority": {"name": "\#($0)"},"# } ?? ""
    return """
      {"number": "\(number)", "title": "Musique", \(owner)
       "session": {"date": "\(number.prefix(4))-01-15"},
       "attendance": {"present": [{"name": "\(present)"}]},
       "grants": [{"beneficiary": "\(beneficiary)", "amount": \(amount), "stated_in": "table"}]}
      """
  }
}

/// A catalogue in a folder of its own, read back with SQL.
struct TestCatalogue {
  let sandbox: Sandbox
  let catalogue: Catalogue

  init() throws {
    sandbox = try Sandbox()
    catalogue = try Catalogue(path: sandbox.file("catalogue.sqlite"))
  }

  /// The path of the file.
  var path: String { sandbox.file("catalogue.sqlite") }

  /// The rows of a query, the values of a row between bars.
  func rows(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "–" : String.fromDatabaseValue($0) ?? "\($0)" }
          .joined(separator: "|")
      }
    }
  }

  /// What is wrong inside the file.
  func faults() throws -> [String] {
    try DatabaseQueue(path: path).write { db in
      for table in ["deliberations_search", "articles_search", "grants_search"] {
        try db.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
      }
      let references = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "\($0)" }
      let file = try String.fetchAll(db, sql: "PRAGMA integrity_check")
      return references + file.filter { $0 != "ok" }
    }
  }

  /// All rows, sorted, each reference in them replaced by the row that it refers to.
  ///
  /// Two catalogues that say the same have the same facts, whatever ids they gave.
  func facts() throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      var texts: [String: [Int64: String]] = [:]
      var facts: [String] = []
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master
          WHERE type = 'table' AND name NOT LIKE '%search%' AND name NOT LIKE 'grdb%'
          ORDER BY rowid
          """
      )
      for table in tables {
        var parents: [String: String] = [:]
        for key in try db.foreignKeys(on: table) {
          for column in key.mapping { parents[column.origin] = key.destinationTable }
        }
        for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") {
          var text = table
          for (column, value) in row where column != "id" {
            let parent = parents[column].flatMap { texts[$0] }
            let id = Int64.fromDatabaseValue(value)
            text +=
              ", \(column): \(parent.flatMap { rows in id.flatMap { rows[$0] } } ?? "\(value)")"
          }
          if let id: Int64 = row["id"] { texts[table, default: [:]][id] = "(\(text))" }
          facts.append(text)
        }
      }
      return facts.sorted()
    }
  }
}
