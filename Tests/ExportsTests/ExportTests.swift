import Foundation
import JSONModel
import SystemTestSupport
import Testing

@testable import Exports

/// What exports make of an output.
struct ExportTests {
  /// An output of one act with a vote, an election of nobody and two grants.
  private func output(
    act more: String = "",
    authority: String = #""authority": {"name": "Commune de Vaux-le-Bois", "type": "commune"},"#
  ) throws -> OutputDocument {
    try OutputDocument(
      Array(
        #"""
        {"schema_version": "1.4.0", "generator": {"version": "1"},
         "source": {"file_name": "a & b.pdf", "sha256": "00ff", "byte_count": 1},
         "deliberations": [{"number": "2024-17", \#(authority)
           "title": "Subventions <2024> & \"prix\"", \#(more)
           "organ": "Conseil municipal", "session": {"date": "2024-03-12"},
           "attendance": {"present": [{"name": "Anne ROY"}], "counts": {"members": 15}},
           "articles": [{"number": 1, "number_printed": true, "text": "Le conseil vote\u0001 1 < 2."}],
           "decisions": [
             {"articles": [1], "result": "adopted", "vote": {"yes": {"count": 12},
              "no": {"count": 1}, "abstain": {"count": 1}},
              "positions": [{"person": {"name": "Anne ROY"}, "option": "no", "stated": "printed"}]},
             {"articles": [1], "result": "adopted", "unanimous": true, "vote": {"yes": {"count": 9}}}],
           "grants": [
             {"beneficiary": "Club, des \"Aînés\"", "amount": 1250.5, "stated_in": "table"},
             {"beneficiary": "Chorale", "amount": 80, "stated_in": "table", "needs_review": true,
              "doubts": ["amount"]}]}],
         "diagnostics": []}
        """#.utf8
      )
    )
  }

  private func defaults(_ yaml: String, _ sandbox: Sandbox) throws -> AuthorityDefaults {
    try sandbox.write("name\tsiret\trna\nclub des aînés\t21860194600013\t\n", to: "known.tsv")
    return try AuthorityDefaults(file: sandbox.write(yaml, to: "defaults.yaml"))
  }

  private func text(_ files: [ExportFile], _ name: String) throws -> String {
    String(decoding: try #require(files.first { $0.name == name }).bytes, as: UTF8.self)
  }

  @Test func `gives a row for each vote and leaves counts out that are not all known`() throws {
    var export = try SCDLExport(
      .deliberations,
      defaults: [AuthorityDefaults(["DELIB_MATIERE_CODE": "7.5"], for: .deliberations)],
      siret: "21860194600013"
    )
    export.add(try output())
    let rows = try text(export.files(), "scdl-deliberations.csv")
    #expect(rows.split(separator: "\r\n").count == 2)
    #expect(rows.contains("finances locales/subventions,\"Subventions <2024> & \"\"prix\"\"\""))
    #expect(rows.contains(",15,14,12,1,1,\r\n"))
    #expect(export.summary.first == "scdl-deliberations: 1 rows, 0 rejects")
  }

  @Test func `rejects what the act does not say, with the reason`() throws {
    var export = try SCDLExport(.deliberations, defaults: [])
    export.add(try output(act: #""needs_review": true,"#, authority: ""))
    let rejects = try text(export.files(), "rejects.csv")
    #expect(rejects.contains("COLL_NOM: missing; COLL_SIRET: missing; DELIB_MATIERE_CODE: missing"))
    #expect(rejects.contains("needs_review: the act"))
    #expect(try text(export.files(), "scdl-deliberations.csv").hasSuffix("DELIB_URL\r\n"))
  }

  @Test func `fills grants from the defaults of their authority alone`() throws {
    let sandbox = try Sandbox()
    func known(_ name: String) throws -> AuthorityDefaults {
      try defaults(
        """
        version: 1
        authority: { name: \(name) }
        \(GrantDefaults.yaml)
        beneficiaries: known.tsv
        """,
        sandbox
      )
    }
    var export = try SCDLExport(.grants, defaults: [known("COMMUNE DE VAUX LE BOIS")])
    export.add(try output())
    #expect(export.summary.first == "scdl-subventions: 1 rows, 1 rejects")
    let rows = try text(export.files(), "scdl-subventions.csv")
    #expect(rows.contains("\"Club, des \"\"Aînés\"\"\",21860194600013,,"))
    #expect(rows.contains(",1250.50,aide en numéraire,unique,2024-01-01/2024-12-31,,non,1.00,"))
    #expect(try text(export.files(), "rejects.csv").contains("needs_review: amount"))
    var other = try SCDLExport(.grants, defaults: [known("Commune de Vaux-le-Pré")])
    other.add(try output())
    #expect(other.summary.first == "scdl-subventions: 0 rows, 2 rejects")
  }

  @Test(arguments: [
    ("2031-05-28_pv.pdf", 1), ("CM 28.05.2031 n° 12.pdf", 1), ("CM_28_05_2031-bis.pdf", 1),
    ("seance 12.pdf", 0), ("2031-28-05.pdf", 0), ("2031-05-28 et 2031-06-02.pdf", 0),
  ])
  func `takes the date of a session from the name of its file, where that is the default`(
    file: String,
    rows: Int
  ) throws {
    let known = [
      "COLL_SIRET": "21860194600013", "DELIB_DATE": "{file_date}", "DELIB_MATIERE_CODE": "5.1",
      "DELIB_ID": "{DELIB_DATE}-{ordinal}",
    ]
    var export = try SCDLExport(
      .deliberations,
      defaults: [AuthorityDefaults(known, for: .deliberations)]
    )
    export.add(
      try OutputDocument(
        Array(
          #"""
          {"schema_version": "1.4.0", "generator": {"version": "1"},
           "source": {"file_name": "\#(file)", "sha256": "00ff", "byte_count": 1},
           "deliberations": [{"authority": {"name": "Commune de Vaux"}, "title": "Élection du maire",
             "decisions": [{"articles": [], "result": "adopted"}]}], "diagnostics": []}
          """#.utf8
        )
      )
    )
    #expect(export.summary.first == "scdl-deliberations: \(rows) rows, \(1 - rows) rejects")
    let csv = try text(export.files(), "scdl-deliberations.csv")
    #expect(csv.contains("2031-05-28-1,2031-05-28,") == (rows == 1))
  }

  @Test(arguments: [
    // What recognition makes of a name; what it cannot have made; what may be one of two.
    ("Clnb des aines", "ocr", "name", 1), ("3lD", "ocr", "name", 1),
    ("C1ub des Aînés", "ocr", nil, 1),
    ("Club des Aînés", "ocr", "name, territory", 1), ("Club des Années", "ocr", nil, 0),
    ("ESAl", "ocr", nil, 0), ("Clnb des aines", "embedded", "name", 0),
    ("Club des Aînés", "embedded", "quantity", 1),
    ("Club des Aînés", "embedded", "contradicted", 0),
  ])
  func `knows a beneficiary by the table of the authority`(
    printed: String,
    origin: String,
    doubts: String?,
    rows: Int
  ) throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "name\tsiret\trna\nClub des Aînés\t\tW123456789\n3ID\t\tW123456788\n"
        + "ESAI\t\tW123456787\nESAT\t\tW123456786\nESAJ\t\tW123456785\n",
      to: "known.tsv"
    )
    let file = try sandbox.write(
      """
      version: 1
      \(GrantDefaults.yaml)
      beneficiaries: known.tsv
      """,
      to: "town.yaml"
    )
    var export = try SCDLExport(.grants, defaults: [AuthorityDefaults(file: file)])
    let list = doubts.map { $0.split(separator: ", ").map { "\"\($0)\"" }.joined(separator: ",") }
    export.add(
      try OutputDocument(
        Array(
          #"""
          {"schema_version": "1.4.0", "generator": {"version": "1"},
           "source": {"file_name": "a.pdf", "sha256": "00ff", "byte_count": 1,
             "pages": [{"number": 1, "text_origin": "\#(origin)"}]},
           "deliberations": [{"number": "7", "authority": {"name": "Commune de Vaux"},
             "title": "Aides", "session": {"date": "2024-03-12"},
             "grants": [{"beneficiary": "\#(printed)", "amount": 5, "stated_in": "table",
               "source": {"page": 1, "bbox": [0, 0, 1, 1]}
               \#(list.map { ", \"needs_review\": true, \"doubts\": [\($0)]" } ?? "")}]}],
           "diagnostics": []}
          """#.utf8
        )
      )
    )
    #expect(export.summary.first == "scdl-subventions: \(rows) rows, \(1 - rows) rejects")
  }

  @Test(arguments: [
    ("version: 2", 1), ("version: 1\nsiret: 2", 2), ("scdl-subventions:\n  price: 1", 2),
    ("beneficiaries: none.tsv", 1),
  ])
  func `names the line of a default that is wrong`(yaml: String, line: Int) throws {
    let sandbox = try Sandbox()
    let failure = #expect(throws: AuthorityDefaults.Failure.self) {
      try defaults(yaml, sandbox)
    }
    #expect(failure?.line == line)
  }

  @Test func `never gives the SIRET of the command line to a second authority`() throws {
    var export = try SCDLExport(
      .deliberations,
      defaults: [AuthorityDefaults(["DELIB_MATIERE_CODE": "7.5"], for: .deliberations)],
      siret: "21860194600013"
    )
    export.add(try output())
    export.add(try output(authority: #""authority": {"name": "Commune de Rives"},"#))
    #expect(export.summary.first == "scdl-deliberations: 1 rows, 1 rejects")
  }

  @Test func `writes XML in which no print is markup`() throws {
    var export = AkomaNtosoExport()
    export.add(try output())
    let file = try #require(export.files.first)
    #expect(file.name == "commune-de-vaux-le-bois/2024-03-12-2024-17.xml")
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("<docTitle>Subventions &lt;2024&gt; &amp; \"prix\"</docTitle>"))
    #expect(text.contains("Le conseil vote\u{FFFD} 1 &lt; 2."))
    #expect(text.contains("value=\"12\" refersTo=\"#yes\""))
  }

  @Test func `gives a person of Popolo once, with the vote`() throws {
    var export = PopoloExport()
    export.add(try output())
    let people = try JSON(Array(try text(export.files(), "people.json").utf8))
    #expect(people.elements.count == 1)
    let votes = try JSON(Array(try text(export.files(), "vote_events.json").utf8))
    #expect(votes.elements.first?["votes"]?.elements.first?["option"] == "no")
    #expect(votes.elements.first?["counts"]?.elements.first?["value"] == 12)
  }
}
