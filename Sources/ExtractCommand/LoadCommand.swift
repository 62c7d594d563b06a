import ArgumentParser
import Catalogue
import Foundation

/// `extract load FILE… --database FILE`: outputs that are there already, into a catalogue.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: Messages.lines("Put outputs into a catalogue, a SQLite file that can be queried."),
    discussion: Messages.lines(
      """
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
  )

  @Argument(help: Messages.help("Outputs of extract; - reads standard input."), completion: .file())
  var files: [String]

  @OptionGroup var catalogueOption: CatalogueOption

  func run() throws {
    let path = catalogueOption.database
    let isNew = !FileManager.default.fileExists(atPath: path)
    let catalogue = try catalogueOption.open()
    var failure: Int32?
    var loaded = 0
    for file in files {
      if let code = try load(file, into: catalogue, &loaded) { failure = failure ?? code }
    }
    if loaded == 0, isNew {
      try? FileManager.default.removeItem(atPath: path)
    } else {
      Output.say("\(path): \(loaded) \(loaded == 1 ? "document" : "documents") loaded")
    }
    if let failure { throw ExitCode(files.count > 1 ? ExitStatus.someFailed : failure) }
  }

  /// The most outputs of one transaction: to wait for the disk for each alone takes long.
  private static let most = 64

  /// Loads the outputs of a file; names those that cannot be used, goes on, and answers the exit
  /// code for them.
  private func load(_ file: String, into catalogue: Catalogue, _ loaded: inout Int) throws -> Int32?
  {
    guard let data = try? OutputTexts.content(of: file) else {
      Output.say("\(file): error: the file cannot be read; check the path")
      return ExitStatus.noInput
    }
    var rest = OutputTexts.parts(of: data)[...]
    var failed = false
    while !rest.isEmpty {
      let part = rest.prefix(Self.most)
      rest = rest.dropFirst(Self.most)
      do throws(CatalogueError) {
        let refusals = try catalogue.store(part.map { Catalogue.Entry(json: [UInt8]($0.json)) })
        loaded += part.count - refusals.count
        for refusal in refusals {
          let line = part[part.startIndex + refusal.index].line
          let error = CatalogueError.notAnOutput(reason: refusal.reason)
          Output.say("\(line.map { "\(file):\($0)" } ?? file): error: \(error.sentence)")
          failed = true
        }
      } catch {
        Output.say("\(catalogueOption.database): error: \(error.sentence)")
        throw ExitCode(error.exitStatus)
      }
    }
    return failed ? ExitStatus.unusableInput : nil
  }

}
