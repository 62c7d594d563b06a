import SystemTestSupport
import Testing

/// A folder with documents, and what batches make of them.
struct BatchSandbox {
  let sandbox: Sandbox

  /// The documents that are made unique and read.
  private static let sources = [
    "haute-lys/2023/2023-041/source.pdf", "haute-lys/2024/2024-118/source.pdf",
    "haute-lys/2024/2024-205/source.pdf", "saint-aubin-les-forges/2024/2024-031/source.pdf",
    "hauts-de-sourdre/2025/2025-032/source.txt",
  ].map { Places.samples + "/" + $0 }

  /// Makes a folder `acts` of so many documents, no two with the same bytes.
  init(documents count: Int) throws {
    sandbox = try Sandbox()
    try sandbox.makeFolder("acts")
    for index in 0..<count {
      let source = Self.sources[index % Self.sources.count]
      let suffix = String(source.suffix(4))
      let name = "acts/\(index < 10 ? "0" : "")\(index)\(suffix)"
      try sandbox.copy(source, to: name)
      // Behind the end of a PDF this is a comment, behind a text a line.
      try sandbox.write(sandbox.bytes(of: name) + Array("%\(index)\n".utf8), to: name)
    }
  }

  /// Runs a batch over the folder, or over what is named.
  @discardableResult
  func batch(
    _ arguments: String...,
    inputs: [String] = ["acts"],
    output: String = "out"
  ) async throws -> Outcome {
    try await sandbox.extract(["batch"] + inputs + ["--output", output] + arguments)
  }

  /// The outputs in a folder, by name.
  func outputs(in folder: String = "out") throws -> [String: [UInt8]] {
    let names = Places.files(below: sandbox.file(folder), suffix: ".json")
    return try Dictionary(
      uniqueKeysWithValues: names.map { path in
        let name = String(path.dropFirst(sandbox.path.count + 1))
        return (String(name.dropFirst(folder.count + 1)), try sandbox.bytes(of: name))
      }
    )
  }

  /// The rows that a query of the ledger, or of another database, gives, each an object.
  func rows(
    _ query: String,
    in folder: String = "out",
    file: String = "ledger.sqlite"
  ) async throws -> [JSON] {
    let outcome = try await Launch.python([
      "-c",
      """
      import json, sqlite3, sys
      database = sqlite3.connect(sys.argv[1])
      database.row_factory = sqlite3.Row
      database.text_factory = lambda text: text.decode("utf-8", "replace")
      print(json.dumps([dict(row) for row in database.execute(sys.argv[2])]))
      """,
      sandbox.file(folder + "/" + file), query,
    ]).run()
    try #require(outcome.ending == .exited(0), "\(outcome.errors)")
    return try JSON(outcome.output).elements
  }

  /// What the ledger says of the documents: the last parts of their paths and their outcomes.
  func outcomes(in folder: String = "out") async throws -> [String: String] {
    let rows = try await rows("SELECT path, outcome FROM outcome", in: folder)
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let path = row["path"]?.string ?? ""
        return (
          path.split(separator: "/").last.map(String.init) ?? "", row["outcome"]?.string ?? ""
        )
      }
    )
  }
}
