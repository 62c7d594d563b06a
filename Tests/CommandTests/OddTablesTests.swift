import SystemTestSupport
import Testing

/// Tables that no act prints: they are read within seconds, whatever they are.
struct OddTablesTests {
  let sandbox: Sandbox

  private static let xs = [40, 200, 400, 560]
  private static let act = [
    "DELIBERATION N° 2024-118", "La Commission permanente,", "Vu le code du travail ;", "DÉCIDE",
    "Article 1 : D’attribuer les aides du tableau.", "Adopté à l’unanimité.", "2. Logement",
  ]

  init() throws {
    sandbox = try Sandbox()
  }

  /// An act with the drawing of a table on its page.
  private func act(_ rows: [[String]]) -> TestPDF {
    var drawing = Drawing()
    drawing.table(rows, xs: Self.xs, top: 200)
    // A page is looked at for lines where some text stands in columns.
    for row in 0..<3 {
      for x in Self.xs.dropLast() { drawing.text("x", x: x, y: 700 + 14 * row) }
    }
    var pdf = TestPDF(pages: [Self.act])
    pdf.drawings = [drawing]
    return pdf
  }

  /// Words in three columns, so that the page is looked at for lines.
  private func columns(height: Int = 842) -> Drawing {
    var drawing = Drawing(height: height)
    for row in 0..<4 {
      for column in 0..<3 { drawing.text("x", x: 50 + 200 * column, y: 40 + 14 * row) }
    }
    return drawing
  }

  private func extract(_ pdf: TestPDF, _ options: [String] = []) async throws -> Outcome {
    try sandbox.write(pdf.bytes, to: "odd.pdf")
    var launch = Launch.extract(options + ["odd.pdf"])
    launch.folder = sandbox.path
    launch.deadline = 60
    return try await launch.run()
  }

  /// The output of a run that may not fail.
  private func output(_ pdf: TestPDF) async throws -> JSON {
    let outcome = try await extract(pdf)
    #expect(outcome.ending == .exited(0))
    #expect(try await OutputContract.problems(in: outcome) == "")
    return try JSON(outcome.output)
  }

  private func grants(of output: JSON) -> [JSON] {
    output["deliberations"]?.elements.first?["grants"]?.elements ?? []
  }

  private func codes(_ output: JSON) -> [String] {
    let acts = output["deliberations"]?.elements ?? []
    return ([output] + acts).flatMap { $0["diagnostics"]?.elements ?? [] }
      .compactMap { $0["code"]?.string }
  }

  // MARK: - Heads and rows

  @Test func `reads a table with a head and rows`() async throws {
    let output = try await output(
      act([["Structure", "Places", "Montant"], ["La Ruche", "12", "200,00 €"]])
    )
    let grants = grants(of: output)
    #expect(grants.map { $0["quantity"] } == [12])
    #expect(grants.map { $0["theme"] } == ["2"])
  }

  @Test func `gives no grants of a table without a head, and says so`() async throws {
    let output = try await output(
      act([["La Ruche", "12", "200,00 €"], ["Le Pont", "30", "300,00 €"]])
    )
    #expect(output["deliberations"]?.elements.count == 1)
    #expect(grants(of: output).isEmpty)
    let codes = output["diagnostics"]?.elements.compactMap { $0["code"]?.string } ?? []
    #expect(codes.contains("grants.no-head"))
  }

  @Test func `gives no grants of a head without rows`() async throws {
    let output = try await output(act([["Structure", "Places", "Montant"]]))
    #expect(output["deliberations"]?.elements.count == 1)
    #expect(grants(of: output).isEmpty)
  }

  @Test func `says where a row names nobody and where a sum cannot be read`() async throws {
    let output = try await output(
      act([
        ["Structure", "Places", "Montant"], ["La Ruche", "12", "illisible"],
        ["", "30", "300,00 €"],
        ["Total", "42", "?"],
      ])
    )
    let codes = codes(output)
    #expect(codes.contains("grants.missing-amount"))
    #expect(codes.contains("grants.unplaced-row"))
    #expect(codes.contains("grants.missing-total"))
  }

  // MARK: - Sizes

  @Test func `reads a table of four hundred pages`() async throws {
    let pages = (0..<400).map { page in
      var drawing = Drawing()
      let rows = (1...55).map { row in ["Association \(page * 55 + row)", "12", "200,00 €"] }
      drawing.table([["Structure", "Places", "Montant"]] + rows, xs: Self.xs)
      return drawing
    }
    let pdf = TestPDF(drawings: pages)
    _ = try await output(pdf)
    let outcome = try await extract(pdf, ["tables"])
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output.count { $0 == 0x0A } == 22_001)
  }

  @Test(arguments: [true, false])
  func `reads two thousand columns of one character`(isRuled: Bool) async throws {
    var drawing = Drawing()
    let xs = (0...2000).map { 10 + 7 * $0 }
    // Four rows are the fewest of a table; poppler's own time grows with the square of the words.
    let rows = [[String]](repeating: [String](repeating: "x", count: 2000), count: 4)
    if isRuled {
      drawing.table(rows, xs: xs, size: 3)
    } else {
      for row in rows.indices {
        for x in xs.dropLast() { drawing.text("x", x: x, y: 40 + 12 * row, size: 1) }
      }
    }
    let pdf = TestPDF(drawings: [drawing], width: "14100")
    _ = try await output(pdf)
    let outcome = try await extract(pdf, ["tables"])
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output.count { $0 == 0x2C } == 4 * 1999)
  }

  @Test(arguments: [2, 3, 4, 12])
  func `reads a page of nothing but lines`(distance: Int) async throws {
    var drawing = columns()
    for x in stride(from: 0, to: 595, by: distance) { drawing.line(x0: x, y0: 0, x1: x, y1: 842) }
    for y in stride(from: 0, to: 842, by: distance) { drawing.line(x0: 0, y0: y, x1: 595, y1: y) }
    _ = try await output(TestPDF(drawings: [drawing]))
  }

  @Test func `says that a page has too many lines for tables`() async throws {
    var drawing = columns(height: 4000)
    for x in stride(from: 0, to: 4000, by: 6) {
      for y in stride(from: 0, to: 3980, by: 20) { drawing.line(x0: x, y0: y, x1: x, y1: y + 17) }
    }
    for y in stride(from: 0, to: 4000, by: 10) { drawing.line(x0: 0, y0: y, x1: 4000, y1: y) }
    let pdf = TestPDF(drawings: [drawing], width: "4000", height: "4000")
    #expect(try await codes(output(pdf)).contains("table.too-many-lines"))
    let outcome = try await extract(pdf, ["tables"])
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors.contains("odd.pdf:1: warning: "))
    #expect(outcome.errors.contains("[table.too-many-lines]"))
  }

  @Test func `says that a table has too many places for one page`() async throws {
    var drawing = columns(height: 4000)
    for x in stride(from: 0, to: 4000, by: 5) { drawing.line(x0: x, y0: 0, x1: x, y1: 4000) }
    for y in stride(from: 0, to: 4000, by: 5) { drawing.line(x0: 0, y0: y, x1: 4000, y1: y) }
    let pdf = TestPDF(drawings: [drawing], width: "4000", height: "4000")
    #expect(try await codes(output(pdf)).contains("table.too-many-lines"))
  }

  @Test(arguments: [
    "0", "1", "14400", "99999", "10000000000", "1" + String(repeating: "0", count: 30),
  ])
  func `reads a page of any size`(size: String) async throws {
    _ = try await output(TestPDF(drawings: [columns()], width: size))
    _ = try await output(TestPDF(drawings: [columns()], height: size))
  }

  @Test func `reads a table with texts far off its page`() async throws {
    var drawing = columns()
    for row in 0..<4 {
      drawing.text("x", x: 1_000_000_000_000, y: 40 + 14 * row)
      drawing.text("x", x: -1_000_000_000_000, y: 40 + 14 * row)
      drawing.text("x", x: 300, y: 100 + 14 * row, size: 1_000_000_000_000)
    }
    _ = try await output(TestPDF(drawings: [drawing]))
  }
}
