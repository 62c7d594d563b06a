import ArgumentParser
import Catalogue
import Exports
import Foundation
import JSONModel
import PageModel

/// The tables of a catalogue as CSV, and as Parquet by a tool that is installed.
struct TableExport {
  /// A catalogue in a folder that is gone with this value.
  private let catalogue: Catalogue
  private let scratch: String
  private var waiting: [Catalogue.Entry] = []

  init() throws {
    scratch =
      FileManager.default.temporaryDirectory.path + "/extract-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    catalogue = try CatalogueOption.open(scratch + "/acts.sqlite")
  }

  /// Removes what was kept meanwhile.
  func close() { try? FileManager.default.removeItem(atPath: scratch) }

  /// The outputs that are stored together.
  private static let most = 64

  mutating func add(_ json: [UInt8]) throws {
    waiting.append(Catalogue.Entry(json: json))
    if waiting.count == Self.most { try flush() }
  }

  private mutating func flush() throws {
    // They were read before, so that none is refused.
    _ = try catalogue.store(waiting)
    waiting = []
  }

  /// The tables that have rows, and the descriptor.
  mutating func files() throws -> [ExportFile] {
    try flush()
    var files: [ExportFile] = []
    var tables: [(name: String, columns: [DataPackage.Column])] = []
    for table in try catalogue.tables() {
      var bytes = CSVRecord.bytes(table.columns.map(\.name))
      try catalogue.rows(of: table) { bytes += CSVRecord.bytes($0) }
      files.append(ExportFile(name: table.name + ".csv", bytes: bytes))
      tables.append(
        (table.name, table.columns.map { DataPackage.Column(name: $0.name, type: $0.type) })
      )
    }
    return files + [DataPackage(name: "deliberations", tables: tables).file]
  }

  /// Turns the CSV files of a folder into Parquet files, with DuckDB or pyarrow.
  static func makeParquet(in folder: String, python: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, "-c", ParquetScript.text, folder]
    process.standardOutput = FileHandle.standardError
    do {
      try process.run()
    } catch {
      throw missing(python)
    }
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return
    case 69, 126, 127: throw missing(python)
    default:
      Output.say("\(folder): error: \(python) cannot write the Parquet files")
      throw ExitCode(ExitStatus.cannotWrite)
    }
  }

  private static func missing(_ python: String) -> ExitCode {
    Output.say(
      "extract: error: Parquet needs \(python) with duckdb or pyarrow; install one (python3 -m venv v, v/bin/pip install duckdb) and name it: --python v/bin/python"
    )
    return ExitCode(ExitStatus.missingComponent)
  }
}
