import ArgumentParser
import Foundation
import Normalisation
import PageModel
import Pipeline
import SystemPackage

/// `extract tables FILE…`: the grids by themselves.
struct TablesCommand: ParsableCommand {
  /// How grids are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv
    case long
    case json
    case html
    case md
  }

  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: Messages.lines(
      "Print the tables of files, each whole across its pages or page by page."
    ),
    discussion: Messages.lines(
      """
      CSV gives one record for each row, merged cells repeated in each row they span, and an empty \
      line between two tables; with -o each table is a file of its own, its amounts decimals. long is \
      one CSV for all: file, page, table, row, column, text, amount, a record for each cell. JSON gives \
      the cells with their spans, pages and boxes, and for each table the confidence that it is one, \
      from 0.5 to 1. HTML keeps the spans, Markdown (md) repeats merged cells.

      EXAMPLES
        extract tables act.pdf --format csv
        extract tables acts/*.pdf -o tables
        extract tables acts/*.pdf --format long > cells.csv
      """
    )
  )

  @Argument(help: Messages.help("PDF files; - reads standard input."), completion: .file())
  var files: [String]

  @Option(help: Messages.help("How the tables are written."))
  var format = Format.csv

  @Option(
    name: [.short, .long],
    help: Messages.help(
      "Write each table to a CSV file of its own in this folder, FILE-1.csv and so on.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var output: String?

  @Flag(
    name: .customLong("guard"),
    inversion: .prefixedNo,
    help: Messages.help(
      "Put ' before text cells of CSV that a spreadsheet would take for a formula."
    )
  )
  var guarded = true

  @Flag(help: Messages.help("Give the part of a table on each page as a table of its own."))
  var byPage = false

  @Option(help: Messages.help("Only these pages, such as 3-5,8.", valueName: "pages"))
  var pages: String?

  @Option(
    help: Messages.help(
      "Write a picture of each page with its words, rulings and cells to a folder.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var debug: String?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if let pages, PageSelection(pages) == nil {
      throw mistake("'\(pages)' names no pages; write 3, 3-5 or 3-5,8.")
    }
    if output != nil, format != .csv || debug != nil {
      throw mistake("-o writes CSV files alone, without --format and --debug.")
    }
    if files.count > 1, format == .json || debug != nil {
      throw mistake("--format json and --debug take one file; use -o or --format long.")
    }
    if output != nil, Set(files.map(Self.stem)).count < files.count {
      throw mistake("Two files have one name; write their tables to two folders.")
    }
  }

  private static func stem(_ file: String) -> String { FilePath(file).stem ?? "tables" }

  func run() throws {
    if let output {
      do {
        try FileManager.default.createDirectory(
          atPath: output,
          withIntermediateDirectories: true
        )
      } catch {
        Output.say("\(output): error: the folder cannot be created; check its path and permissions")
        throw ExitCode(ExitStatus.cannotCreate)
      }
    }
    guard files.count > 1 else { return try read(files[0]) }
    var hasFailed = false
    for (place, file) in files.enumerated() {
      var (written, isRead) = try readApart(file)
      hasFailed = hasFailed || !isRead
      guard place > 0, !written.isEmpty else {
        try Output.write(written)
        continue
      }
      switch format {
      case .long: written.removeFirst(min(written.count, TableOutput.longHead.count))
      case .csv, .md: try Output.write(Array((format == .csv ? "\r\n" : "\n").utf8))
      case .html, .json: break
      }
      try Output.write(written)
    }
    if hasFailed { throw ExitCode(ExitStatus.someFailed) }
  }

  /// Reads one of several files in a process of its own, so that it costs only itself.
  private func readApart(_ file: String) throws -> (written: [UInt8], isRead: Bool) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe")
    var arguments = ["tables", "--format", format.rawValue] + reading.arguments
    if !guarded { arguments.append("--no-guard") }
    if byPage { arguments.append("--by-page") }
    if let pages { arguments.append("--pages=\(pages)") }
    if let output { arguments.append("--output=\(output)") }
    process.arguments = arguments + ["--", file]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let written = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return ([UInt8](written), process.terminationReason == .exit && process.terminationStatus == 0)
  }

  private func read(_ file: String) throws {
    let extractor = try Extractor(password: reading.password, recognition: reading.recognition())
    do {
      var diagnostics = DiagnosticList()
      let input = try Input(path: FilePath(file))
      let confined = try ConfinedDocument(input, named: file, reading, picturesIn: debug ?? output)
      let (tables, missing) = try extractor.tables(
        confined.input,
        pages: pages.flatMap { PageSelection($0) } ?? .all,
        byPage: byPage,
        picturesIn: debug.map { FilePath($0) },
        until: confined.deadline,
        reporting: &diagnostics
      )
      for diagnostic in diagnostics.sorted() { Output.say(Findings.line(diagnostic, in: file)) }
      if let output { return try write(tables, of: file, to: output) }
      let written =
        switch format {
        case .csv: TableOutput.csv(tables, guarded: guarded)
        case .long: TableOutput.longHead + TableOutput.long(tables, file: file, guarded: guarded)
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

  private func write(_ tables: [TableGrid], of file: String, to folder: String) throws {
    for (place, table) in tables.enumerated() {
      let path = "\(folder)/\(Self.stem(file))-\(place + 1).csv"
      let bytes = TableOutput.typedCSV(table, guarded: guarded)
      guard (try? Data(bytes).write(to: URL(fileURLWithPath: path))) != nil else {
        Output.say("\(path): error: the output cannot be written; is the disk full?")
        throw ExitCode(ExitStatus.cannotWrite)
      }
    }
  }
}
