import ArgumentParser
import Normalisation
import PageModel
import Pipeline
import SystemPackage

/// `extract tables FILE`: the grids by themselves.
struct TablesCommand: ParsableCommand {
  /// How grids are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Print the tables of a file, each whole across its pages.",
    discussion: """
      CSV gives one record for each row, merged cells repeated in each row they span, and an empty
      line between two tables. JSON gives the cells with their spans, pages and boxes.
      """
  )

  @Argument(help: "A PDF file; - reads standard input.", completion: .file())
  var file: String

  @Option(help: "How the tables are written.")
  var format = Format.csv

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let deadline = Deadline(seconds: reading.timeout)
    let watchdog = Watchdog.start(deadline, file: file)
    defer { watchdog.stop() }
    do {
      var diagnostics = DiagnosticList()
      let tables = try Extractor(
        password: reading.password,
        recognition: reading.recognition()
      )
      .tables(path: FilePath(file), until: deadline, reporting: &diagnostics)
      for diagnostic in diagnostics.sorted() { Output.say(Findings.line(diagnostic, in: file)) }
      let written = format == .csv ? TableOutput.csv(tables) : TableOutput.json(tables)
      try Output.write(written)
    } catch let failure as ExtractionFailure {
      Output.say("\(file): error: \(failure.sentence)")
      throw ExitCode(failure.exitStatus)
    }
  }
}
