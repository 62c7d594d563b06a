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

/// The grants that the sentences of an act state, its title first.
struct `Grants in the sentences of minutes` {
  private func grants(_ printed: String) -> [String] {
    let document = Document(printing: printed)
    var outline = ActOutline(act: Array(document.lines.indices), conclusions: [], attached: [])
    outline.item = ItemHead(number: nil, title: [])
    var act = Deliberation()
    act.title = Printed(String(printed.prefix { $0 != "\n" }), source: SourceLocation())
    var decision = Decision()
    decision.result = Printed(.adopted, source: SourceLocation())
    act.decisions = [decision]
    return MinutesGrants(document).grants(of: act, outline, [])
      .map { "\($0.beneficiary?.value ?? "") \(($0.amount?.value.cents ?? 0) / 100)" }
  }

  @Test(
    arguments: [
      (
        "Subventions\nLe conseil décide d'allouer :\n- à la Chorale : 250 € ;\n- au Tennis club : 90 € (tournoi) ;",
        ["Chorale 250", "Tennis club 90"]
      ),
      (
        "Subventions\nLe conseil décide de verser 250 € à la Chorale, 90 € au Tennis club et 40 € à l'Aviron.",
        ["Chorale 250", "Tennis club 90", "Aviron 40"]
      ),
      (
        "Subventions\nLe conseil attribue :\nChorale ........... 250 €\nTennis club ............ 90 €",
        ["Chorale 250", "Tennis club 90"]
      ),
      (
        "Subventions\nLe conseil accorde 3 € par élève à la Coopérative, soit 90 €, et 40 € à l'association Le Quai.",
        ["Coopérative 90", "Le Quai 40"]
      ),
      (
        "Attribution de subventions\nDeux dossiers sont retenus : la Chorale (250 €) et le Tennis club (90 €).\nAdopté.",
        ["Chorale 250", "Tennis club 90"]
      ),
      (
        "Attribution des aides\nLa commission retient :\n- Chorale : 250 €\n- Aviron : 90 €\nLe conseil attribue ces aides.",
        ["Chorale 250", "Aviron 90"]
      ),
      ("Subvention à la Chorale\nLe conseil fixe la subvention à 250 €.", ["Chorale 250"]),
      ("Subvention de fonctionnement à la Chorale (250 €)\nAdopté à l'unanimité.", ["Chorale 250"]),
      (
        "Subventions\nLe conseil attribue 250 € au Secours, comité du Val, pour Noël.",
        ["Secours, comité du Val 250"]
      ),
    ]
  )
  func `are of each who receives a sum`(printed: String, grants expected: [String]) {
    #expect(grants(printed) == expected)
  }

  @Test(
    arguments: [
      "Demande de subvention\nLe conseil sollicite une aide :\n- État : 4 000 €\n- Région : 2 000 €",
      "Subvention à la Chorale\nLa subvention de 250 € de 2023 est rappelée. Le conseil prend acte.",
      "Subventions\nLe conseil vote le budget :\n- Total : 250 €",
      "Cantine\nLe conseil fixe à 3 € par enfant le prix du repas.",
    ]
  )
  func `are none where nobody is given a sum`(printed: String) {
    #expect(grants(printed).isEmpty)
  }
}
