import ArgumentParser
import Catalogue
import Foundation

/// `extract load FILE… --database FILE`: outputs that are there already, into a catalogue.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Put outputs into a catalogue, a SQLite file that can be queried.",
    discussion: """
      A file holds one output, or one a line (JSON Lines). An output whose document is in the \
      catalogue already replaces what is there. A file that cannot be used is named, and the rest \
      is loaded.

      Money is whole cents, dates are ISO 8601; full text ignores case and accents. "extract schema \
      --database" prints the tables with comments, "extract schema --queries" some queries.

      EXAMPLES
        extract *.pdf | extract load - --database acts.sqlite
        extract load out/*.json --database acts.sqlite
        sqlite3 acts.sqlite "SELECT number, title FROM acts ORDER BY session_date"
      """
  )

  @Argument(help: "Outputs of extract; - reads standard input.", completion: .file())
  var files: [String]

  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let catalogue = try catalogue.open()
    var failure: Int32?
    for file in files {
      do {
        try load(file, into: catalogue)
      } catch let code as ExitCode {
        failure = failure ?? code.rawValue
      }
    }
    if let failure { throw ExitCode(files.count > 1 ? ExitStatus.someFailed : failure) }
  }

  /// Loads the outputs of a file; names those that cannot be used and goes on.
  private func load(_ file: String, into catalogue: Catalogue) throws {
    var failure: Int32?
    func store(_ output: Data, line: Int?) {
      do throws(CatalogueError) {
        try catalogue.store([UInt8](output))
      } catch {
        Output.say("\(line.map { "\(file):\($0)" } ?? file): error: \(error.sentence)")
        failure = failure ?? error.exitStatus
      }
    }
    let data = try content(of: file)
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    // JSON Lines have a whole object on the first line; an output of several lines has its brace.
    if lines.first?.last == UInt8(ascii: "}"), lines.count > 1 {
      for (index, line) in lines.enumerated() where !line.isEmpty { store(line, line: index + 1) }
    } else {
      store(data, line: nil)
    }
    if let failure { throw ExitCode(failure) }
  }

  private func content(of file: String) throws -> Data {
    do {
      return file == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data()
        : try Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe)
    } catch {
      Output.say("\(file): error: the file cannot be read; check the path")
      throw ExitCode(ExitStatus.noInput)
    }
  }
}
