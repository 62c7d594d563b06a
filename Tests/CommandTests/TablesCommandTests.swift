import SystemTestSupport
import Testing

/// `extract tables`: the grids by themselves.
struct TablesCommandTests {
  let sandbox: Sandbox

  private static let xs = [40, 200, 400, 560]
  private static let rows = [
    ["Opération", "Structure", "Montant"],
    ["Accueil", "La Ruche", "20 800,00 €"],
    ["^", "dite « Le \"Pont\" »", "- €"],
    ["Total", "<", "20 800,00 €"],
  ]

  init() throws {
    sandbox = try Sandbox()
    var first = Drawing()
    first.table(Self.rows, xs: Self.xs)
    first.text("Autre tableau", x: 40, y: 200)
    first.table([["a", "b", "c"], ["d", "e", "f"]], xs: Self.xs, top: 220)
    try sandbox.write(TestPDF(drawings: [first]).bytes, to: "tables.pdf")
  }

  @Test func `writes CSV, cells quoted and merged ones repeated`() async throws {
    let outcome = try await sandbox.extract("tables", "tables.pdf", "--format", "csv")
    #expect(outcome.ending == .exited(0))
    #expect(
      outcome.text == """
        Opération,Structure,Montant\r
        Accueil,La Ruche,"20 800,00 €"\r
        Accueil,"dite « Le ""Pont"" »",- €\r
        Total,Total,"20 800,00 €"\r
        \r
        a,b,c\r
        d,e,f\r

        """
    )
    #expect(outcome.errors == "")
  }

  @Test func `writes HTML with spans, and Markdown with merged cells repeated`() async throws {
    let html = try await sandbox.extract("tables", "tables.pdf", "--format", "html").text
    #expect(html.contains("<td rowspan=\"2\">Accueil</td><td>La Ruche</td>"))
    #expect(html.contains("<td colspan=\"2\">Total</td>"))
    let markdown = try await sandbox.extract("tables", "tables.pdf", "--format", "md").text
    #expect(markdown.hasPrefix("| Opération | Structure | Montant |\n| --- | --- | --- |\n"))
    #expect(markdown.contains("| Total | Total | 20 800,00 € |\n\n| a | b | c |"))
  }

  @Test func `writes CSV where no format is named`() async throws {
    let csv = try await sandbox.extract("tables", "tables.pdf", "--format", "csv")
    let plain = try await sandbox.extract(["tables", "-"], input: "tables.pdf")
    #expect(plain.output == csv.output)
  }

  @Test func `writes JSON with the spans of cells`() async throws {
    let outcome = try await sandbox.extract("tables", "tables.pdf", "--format", "json")
    #expect(outcome.ending == .exited(0))
    let tables = try JSON(outcome.output).elements
    #expect(tables.count == 2)
    let table = try #require(tables.first)
    #expect(table["pages"] == .array([1]))
    #expect(table["rows"] == 4)
    #expect(table["columns"] == 3)
    let cells = (table["cells"]?.elements ?? []).map { cell in
      let numbers = ["row", "column", "row_span", "column_span"].map { key in
        cell[key]?.integer.map(String.init) ?? "-"
      }
      return numbers.joined(separator: " ") + " " + (cell["text"]?.string ?? "-")
    }
    #expect(
      cells == [
        "0 0 1 1 Opération", "0 1 1 1 Structure", "0 2 1 1 Montant", "1 0 2 1 Accueil",
        "1 1 1 1 La Ruche", "1 2 1 1 20 800,00 €", "2 1 1 1 dite « Le \"Pont\" »", "2 2 1 1 - €",
        "3 0 1 2 Total", "3 2 1 1 20 800,00 €",
      ]
    )
  }

  @Test(arguments: [("csv", ""), ("json", "[]\n")])
  func `writes nothing of a file without tables`(format: String, output: String) async throws {
    try sandbox.write(TestPDF(pages: [Fixtures.convention]).bytes, to: "none.pdf")
    let outcome = try await sandbox.extract("tables", "none.pdf", "--format", format)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.text == output)
  }

  @Test func `writes one table that runs over pages as one`() async throws {
    let pages = (0..<3).map { page in
      var drawing = Drawing()
      let rows = (1...40).map { ["Accueil", "Structure \(page * 40 + $0)", "\($0) €"] }
      drawing.table([Self.rows[0]] + rows, xs: Self.xs)
      drawing.text("Page \(page + 1)", x: 280, y: 820)
      return drawing
    }
    try sandbox.write(TestPDF(drawings: pages).bytes, to: "long.pdf")
    let outcome = try await sandbox.extract("tables", "long.pdf")
    #expect(outcome.ending == .exited(0))
    let records = outcome.text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(records.count == 122)
    #expect(records[120] == "Accueil,Structure 120,40 €")
    #expect(records.count { $0.hasPrefix("Opération,") } == 1)
  }

  @Test(arguments: ["xml", ""])
  func `refuses another format`(format: String) async throws {
    let outcome = try await sandbox.extract("tables", "tables.pdf", "--format", format)
    #expect(outcome.ending == .exited(64))
    #expect(outcome.output.isEmpty)
  }

  @Test func `writes each table to a file of its own, its amounts as decimals`() async throws {
    try sandbox.copy(sandbox.file("tables.pdf"), to: "other.pdf")
    let outcome = try await sandbox.extract("tables", "tables.pdf", "other.pdf", "-o", "out")
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    let names = Places.files(below: sandbox.file("out"), suffix: ".csv").map {
      $0.split(separator: "/").last
    }
    #expect(
      names.sorted { $0 ?? "" < $1 ?? "" } == [
        "other-1.csv", "other-2.csv", "tables-1.csv", "tables-2.csv",
      ]
    )
    #expect(
      try sandbox.text(of: "out/tables-1.csv") == """
        Opération,Structure,Montant\r
        Accueil,La Ruche,20800.00\r
        Accueil,"dite « Le ""Pont"" »",0.00\r
        Total,Total,20800.00\r

        """
    )
  }

  @Test func `writes the cells of several files as one table`() async throws {
    try sandbox.write("no PDF", to: "text.pdf")
    let outcome = try await sandbox.extract(
      ["tables", "tables.pdf", "text.pdf", "none.pdf", "tables.pdf", "--format", "long"]
    )
    #expect(outcome.ending == .exited(1))
    #expect(outcome.errors.contains("none.pdf: error: there is no such file"))
    let lines = outcome.text.split(separator: "\r\n")
    #expect(lines.first == "file,page,table,row,column,text,amount")
    #expect(lines.count == 1 + 2 * (12 + 6))
    #expect(lines.contains("tables.pdf,1,1,2,3,\"20 800,00 €\",20800.00"))
    #expect(lines.contains("tables.pdf,1,2,2,3,f,"))
  }

  @Test(arguments: [
    (["a.pdf", "b.pdf", "--format", "json"], "--format long"),
    (["a/t.pdf", "b/t.pdf", "-o", "x"], "one name"),
    (["a.pdf", "-o", "x", "--format", "md"], "CSV files alone"),
    (["a.pdf", "--pages", "x"], "names no pages"),
  ])
  func `says what several files and a folder go with`(arguments: [String], words: String)
    async throws
  {
    let outcome = try await sandbox.extract(["tables"] + arguments)
    #expect(outcome.ending == .exited(64))
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
