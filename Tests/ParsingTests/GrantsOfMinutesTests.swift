import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// Acts of one session with a table of grants in the last of them.
struct `Grants of minutes` {
  private static let rows = [
    ["Commune", "Nature de l'opération", "Fonds de concours"],
    ["Valbrun", "Toiture de la halle", "4 500 €"],
    ["Lande", "Aire de jeux", "1 200 €"],
  ]
  private static let years = [
    ["Association", "2023", "2024"], ["Les Amis du bief", "3 200", "4 000"],
    ["Chorale", "500", "0"], ["Total", "3 700", "4 000"],
  ]

  private func lines(_ rows: [[String]]) -> [String] {
    [
      "1. Tarifs", "Le conseil, à l'unanimité, approuve les tarifs.",
      "2. Attribution de subventions et de fonds de concours",
    ] + rows.map { $0.joined(separator: " ") }
      + ["Le conseil, à l'unanimité, attribue ces fonds.", "La séance est levée.", "Le Président"]
  }

  /// The grants of both acts, which share the close of the session.
  private func grants(_ rows: [[String]] = Self.rows) throws -> [[String]] {
    var document = Document(printing: lines(rows).joined(separator: "\n"))
    document.hasLayout = true
    let cells = rows.indices.flatMap { row in
      rows[row].indices.map { column in
        TableCell(row: row, column: column, text: rows[row][column], page: 1, line: 3 + row)
      }
    }
    let table = TableGrid(
      pages: [1],
      rowCount: rows.count,
      columnCount: 3,
      cells: cells,
      lines: 3...(2 + rows.count)
    )
    let reader = GrantReader(document, tables: [table], definition: try Definition.standard())
    return [
      (0...1, "Tarifs"),
      (2...(3 + rows.count), "Attribution de subventions et de fonds de concours"),
    ].map { lines, title in
      var outline = ActOutline(
        act: Array(lines),
        conclusions: [4 + rows.count, 5 + rows.count],
        attached: []
      )
      outline.item = ItemHead(number: nil, title: [])
      var act = Deliberation()
      act.title = Printed(title, source: SourceLocation())
      var decision = Decision()
      decision.result = Printed(.adopted, source: SourceLocation())
      act.decisions = [decision]
      var diagnostics = DiagnosticList()
      reader.read(outline, into: &act, reporting: &diagnostics)
      return act.grants.map { "\($0.beneficiary?.value ?? "") \($0.amount?.value.cents ?? 0)" }
    }
  }

  @Test func `belong to the act whose table they stand in`() throws {
    #expect(try grants()[0].isEmpty)
  }

  @Test func `go to the communes that a table names`() throws {
    #expect(try grants()[1] == ["Valbrun 450000", "Lande 120000"])
  }

  @Test func `are those of the last year, without the sign of euros`() throws {
    #expect(try grants(Self.years)[1] == ["Les Amis du bief 400000"])
  }

  @Test(arguments: [
    ("Demande de subvention de l'amicale des pompiers", true), ("Fonds de concours 2024", true),
    ("Demande de subvention auprès de la Région", false), ("Vente d'une parcelle", false),
  ])
  func `are looked for where a title says that money is given`(title: String, isGiven: Bool) {
    #expect(MinutesGrants.speaksOfGrants(title) == isGiven)
  }
}
