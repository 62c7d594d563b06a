import SystemTestSupport
import Testing

/// `extract export`: what it writes, asked of other people's validators.
struct ExportCommandTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  /// The outputs of the samples' born-digital acts, one a line.
  private func extractSamples() async throws {
    let acts = Places.files(below: Places.samples, suffix: "source.pdf")
      .filter { !$0.dropFirst(Places.samples.count).contains("scan") }
    let outcome = try await sandbox.extract(["--quiet", "--ocr", "never"] + acts)
    try sandbox.write(outcome.output, to: "acts.jsonl")
  }

  private func export(_ arguments: String...) async throws -> Outcome {
    try await sandbox.extract(["export"] + arguments)
  }

  private func check(_ script: String, _ arguments: String...) async throws -> String {
    let outcome = try await Launch(
      Places.validators,
      ["-W", "ignore", Places.root + "/Tests/TestSupport/\(script)"] + arguments
    ).run()
    return outcome.text + outcome.errors
  }

  @Test(.enabled(if: Places.hasValidators, "Tests/run installs the validators"))
  func `writes tables of SCDL that frictionless and the checks of Validata accept`() async throws {
    try await extractSamples()
    try sandbox.write(
      """
      version: 1
      \(GrantDefaults.yaml)
        rnaBeneficiaire: W123456789
      scdl-deliberations:
        COLL_SIRET: "21860194600013"
        DELIB_ID: "{date}-{ordinal}"
        DELIB_MATIERE_CODE: "9.1"
      """,
      to: "town.yaml"
    )
    for format in ["scdl-deliberations", "scdl-subventions"] {
      let outcome = try await export(format, "acts.jsonl", "-o", format, "--defaults", "town.yaml")
      #expect(outcome.ending == .exited(0), "\(outcome.errors)")
      #expect(try await check("check_scdl.py", sandbox.file(format)) == "")
      #expect(try sandbox.text(of: "\(format)/\(format).csv").split(separator: "\r\n").count > 10)
    }
  }

  @Test(.enabled(if: Places.hasValidators && Places.hasCorpus, "no validators or no schemas"))
  func `writes Popolo that its schemas accept`() async throws {
    try await extractSamples()
    #expect(try await export("popolo", "acts.jsonl", "-o", "popolo").ending == .exited(0))
    let schemas = Places.shared + "/standards/popolo"
    #expect(try await check("check_popolo.py", sandbox.file("popolo"), schemas) == "")
  }

  @Test(.enabled(if: Places.hasCorpus, "../shared holds the schema"))
  func `writes Akoma Ntoso that its schema accepts`() async throws {
    try await extractSamples()
    #expect(try await export("akoma-ntoso", "acts.jsonl", "-o", "akn").ending == .exited(0))
    let files = Places.files(below: sandbox.file("akn"), suffix: ".xml")
    #expect(files.count > 10)
    let schema = Places.shared + "/standards/akoma-ntoso/akomantoso30.xsd"
    let outcome = try await Launch(
      "/usr/bin/env",
      ["xmllint", "--noout", "--schema", schema] + files
    ).run()
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
  }

  @Test(.enabled(if: Places.hasValidators, "Tests/run installs the validators"))
  func `writes tables that pandas and DuckDB sum to the cent`() async throws {
    try await extractSamples()
    #expect(
      try await sandbox.extract("load", "acts.jsonl", "--database", "acts.sqlite").ending
        == .exited(0)
    )
    #expect(try await export("csv", "acts.sqlite", "-o", "csv").ending == .exited(0))
    #expect(
      try await check("check_tables.py", sandbox.file("csv"), sandbox.file("acts.jsonl")) == ""
    )
    let outcome = try await export(
      "parquet",
      "acts.jsonl",
      "-o",
      "parquet",
      "--python",
      Places.validators
    )
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    #expect(
      try await check("check_tables.py", sandbox.file("parquet"), sandbox.file("acts.jsonl")) == ""
    )
  }

  @Test func `names what writes Parquet where it is absent`() async throws {
    try sandbox.copy(Fixtures.cleanAct, to: "a.pdf")
    let outcome = try await export("parquet", "a.pdf", "-o", "out", "--python", "no-python")
    #expect(outcome.ending == .exited(69))
    #expect(outcome.errors.contains("duckdb or pyarrow"))
  }

  @Test func `reads documents, outputs and catalogues alike`() async throws {
    try sandbox.copy(Fixtures.cleanAct, to: "a.pdf")
    let output = try await sandbox.extract("--quiet", "a.pdf")
    try sandbox.write(output.output, to: "a.json")
    _ = try await sandbox.extract("load", "a.json", "--database", "a.sqlite")
    var tables: Set<String> = []
    for input in ["a.pdf", "a.json", "a.sqlite"] {
      let outcome = try await export(
        "scdl-deliberations",
        input,
        "-o",
        "-",
        "--siret",
        "21860194600013",
        "--subject",
        "8.9"
      )
      #expect(outcome.ending == .exited(0), "\(outcome.errors)")
      tables.insert(outcome.text)
    }
    #expect(tables.count == 1)
    #expect(tables.first?.contains("2023-041") == true)
  }

  @Test func `loses a broken line of JSON Lines and no other`() async throws {
    try sandbox.copy(Fixtures.cleanAct, to: "a.pdf")
    let output = try await sandbox.extract("--quiet", "--compact", "a.pdf")
    let old = output.text.replacing("\"schema_version\":\"1.", with: "\"schema_version\":\"2.")
    try sandbox.write("{\"broken\"}\n\(output.text)\(old)", to: "acts.jsonl")
    let outcome = try await export("csv", "acts.jsonl", "-o", "out")
    #expect(outcome.ending == .exited(65))
    #expect(outcome.errors.contains("acts.jsonl:1: error: this is no output of extract"))
    #expect(outcome.errors.contains("version 2."))
    #expect(try sandbox.text(of: "out/deliberations.csv").contains("2023-041"))
  }

  @Test(arguments: [
    (["csv", "folder", "-o", "out"], "extract batch folder"),
    (["popolo", "a.json", "-o", "-"], "name a folder"),
    (["scdl-deliberations", "a.json", "-o", "out", "--siret", "12345678901234"], "--siret"),
    (["scdl-deliberations", "a.json", "-o", "out", "--subject", "7.50"], "--subject"),
    (["odt", "a.json", "-o", "out"], "odt"),
  ])
  func `refuses what cannot be meant, with the remedy`(
    arguments: [String],
    words: String
  ) async throws {
    try sandbox.makeFolder("folder")
    let outcome = try await sandbox.extract(["export"] + arguments)
    #expect(outcome.ending == .exited(64))
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
