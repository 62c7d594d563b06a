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
    case html
    case md
  }

  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Print the tables of a file, each whole across its pages or page by page.",
    discussion: """
      CSV gives one record for each row, merged cells repeated in each row they span, and an empty
      line between two tables. JSON gives the cells with their spans, pages and boxes, and for each \
      table the confidence that it is one, from 0.5 to 1. HTML keeps the spans, Markdown (md) repeats \
      merged cells.
      """
  )

  @Argument(help: "A PDF file; - reads standard input.", completion: .file())
  var file: String

  @Option(help: "How the tables are written.")
  var format = Format.csv

  @Flag(
    name: .customLong("guard"),
    inversion: .prefixedNo,
    help: "Put ' before text cells of CSV that a spreadsheet would take for a formula."
  )
  var guarded = true

  @Flag(help: "Give the part of a table on each page as a table of its own.")
  var byPage = false

  @Option(
    help: ArgumentHelp("Only these pages, such as 3-5,8.", valueName: "pages"),
    transform: { text in
      guard let pages = PageSelection(text) else {
        throw ValidationError("'\(text)' names no pages; write 3, 3-5 or 3-5,8.")
      }
      return pages
    }
  )
  var pages = PageSelection.all

  @Option(
    help: ArgumentHelp(
      "Write a picture of each page with its words, rulings and cells to a folder.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var debug: String?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let extractor = try Extractor(password: reading.password, recognition: reading.recognition())
    do {
      var diagnostics = DiagnosticList()
      let input = try Input(path: FilePath(file))
      let confined = try ConfinedDocument(input, named: file, reading, picturesIn: debug)
      let (tables, missing) = try extractor.tables(
        confined.input,
        pages: pages,
        byPage: byPage,
        picturesIn: debug.map { FilePath($0) },
        until: confined.deadline,
        reporting: &diagnostics
      )
      for diagnostic in diagnostics.sorted() { Output.say(Findings.line(diagnostic, in: file)) }
      let written =
        switch format {
        case .csv: TableOutput.csv(tables, guarded: guarded)
        case .json: TableOutput.json(tables)
        case .html: TableOutput.html(tables)
        case .md: TableOutput.markdown(tables)
        }
      try Output.write(written)
      if let page = missing.first {
        Output.say("\(file): error: no picture of page \(page) can be written to \(debug ?? "")")
        throw ExitCode(ExitStatus.cannotCreate)
      }
    } catch let failure as ExtractionFailure {
      Output.say("\(file): error: \(failure.sentence)")
      throw ExitCode(failure.exitStatus)
    }
  }
}
