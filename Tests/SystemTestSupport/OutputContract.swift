/// The JSON Schema that `extract schema` prints, asked of Debian's validator.
public enum OutputContract {
  /// What is wrong with JSON files, a line for each problem; nothing when all follow the schema.
  ///
  /// A file whose name ends in `.jsonl` holds one object a line.
  public static func problems(in files: [String]) async throws -> String {
    let sandbox = try Sandbox()
    let schema = try await sandbox.extract("schema")
    try sandbox.write(schema.output, to: "schema.json")
    let outcome = try await Launch.python(
      [Places.root + "/Tests/TestSupport/validate.py", sandbox.file("schema.json")] + files
    ).run()
    guard outcome.exitCode != 0 || !outcome.output.isEmpty else { return "" }
    return outcome.text + outcome.errors + "\(outcome.ending)"
  }

  /// What is wrong with the standard output of a run, one object or JSON Lines.
  public static func problems(in outcome: Outcome, isLines: Bool = false) async throws -> String {
    let sandbox = try Sandbox()
    let name = isLines ? "output.jsonl" : "output.json"
    return try await problems(in: [sandbox.write(outcome.output, to: name)])
  }
}
