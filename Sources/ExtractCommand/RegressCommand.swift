import ArgumentParser
import Batch
import Pipeline
import Regression
import SystemPackage

/// `extract regress CORPUS`: the tool as it is against documents whose truth is known.
struct RegressCommand: ParsableCommand {
  /// How the report is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "regress",
    abstract: Messages.lines("Compare what the tool reads with documents whose truth is known."),
    discussion: Messages.lines(
      """
      A corpus is a folder <authority>/<year>/<number>/ for each document, with source.pdf or \
      source.txt, and expected.json: the truth, written or corrected by a person, in the keys of an \
      output. Values are compared by meaning; order of keys, places on the page and what the tool \
      says of its own reading do not count.

      The report has the F1 of each family of values by year, the change since the record behind \
      it, and every difference with its page and both values: "lost" was right on record, "known" \
      was not, "new" is of a document that is not on record; "gained" is right now. The exit code \
      is 1 when a value was lost, or a document with a truth can no longer be read.

      The record is scores.tsv and differences.tsv in the corpus; keep them under version control. \
      --accept rewrites the lines of the documents that were compared, after you have looked at \
      the differences. It never writes expected.json: where a truth is wrong, correct it by hand \
      first. What cannot be read is not accepted.

      EXAMPLES
        extract regress Samples
        extract regress Samples haute-lys/2024
        extract regress archive --list changes
        extract regress archive --format json > report.json
        extract regress archive --accept
      """
    )
  )

  @Argument(help: Messages.help("The folder of the corpus."), completion: .directory)
  var corpus: String

  @Argument(
    help: Messages.help(
      "Only documents whose folder begins so, such as haute-lys or haute-lys/2024.",
      valueName: "document"
    )
  )
  var documents: [String] = []

  @Option(help: Messages.help("How the report is written."))
  var format = Format.table

  @Option(help: Messages.help("Which differences the table lists."))
  var list = TextReport.Listing.all

  @Flag(help: Messages.help("Record the present scores and differences."))
  var accept = false

  @OptionGroup var definition: DefinitionOption

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    // Says whether the definition is right before workers do.
    _ = try definition.makeExtractor(reading)
    try finish(makeReport())
  }

  private func makeReport() throws -> RegressionReport {
    let workers = reading.workers(
      arguments: definition.arguments + reading.arguments,
      jobs: 1,
      threads: Extractor.mostThreads
    )
    do throws(CorpusError) {
      let found = try Corpus(folder: corpus)
      let report = try RegressionReport(
        found,
        only: documents,
        progress: { number, count, document in
          Progress.show("\(number) of \(count): \(document)")
        },
        read: { path in read(path, by: workers) }
      )
      Progress.show("")
      if accept {
        try report.accept()
        Output.say("\(corpus): the record has the present scores and differences")
      }
      return report
    } catch {
      Progress.show("")
      Output.say("\(corpus): error: \(error.sentence)")
      throw ExitCode(error.exitStatus)
    }
  }

  /// Reads a document in a worker of its own.
  private func read(_ path: String, by workers: WorkerOptions) -> RegressionReport.Reading {
    var sequence = FileSequence([FilePath(path)], options: workers, sentence: \.sentence)
    var reading = RegressionReport.Reading.failure("no worker can be started")
    try? sequence.run { result in
      reading =
        result.outcome == .done
        ? .output(result.content()) : .failure(result.message ?? result.outcome.rawValue)
    }
    return reading
  }

  /// Writes the report and ends with 1 on a loss; what was accepted is none any more.
  private func finish(_ report: RegressionReport) throws {
    switch format {
    case .table: try Output.write(Array(TextReport(report, listing: list).text.utf8))
    case .json: try Output.write(ReportJSON.json(report))
    }
    let losses = accept ? report.unacceptableCount : report.lossCount
    if losses > 0 { throw ExitCode(ExitStatus.loss) }
  }
}

extension CorpusError {
  /// The exit code for the error.
  var exitStatus: Int32 {
    switch self {
    case .missing, .notAFolder, .noDocument: ExitStatus.noInput
    case .unusableName, .unreadableRecord, .wrongRecord: ExitStatus.unusableInput
    case .unwritableRecord: ExitStatus.cannotCreate
    }
  }

  /// What happened and what to do, in one sentence.
  var sentence: String {
    switch self {
    case .missing: "there is no such folder; check the path"
    case .notAFolder: "this is no folder that can be listed; name the folder of a corpus"
    case .noDocument:
      "there is no such document; a corpus has <authority>/<year>/<number>/source.pdf"
    case .unusableName(let name):
      "the folder \"\(name)\" has a control character in its name; rename it"
    case .unreadableRecord(let file): "\(file) cannot be read; check its permissions"
    case .wrongRecord(let file, let line):
      "line \(line) of \(file) is not what --accept writes; restore the file"
    case .unwritableRecord(let file):
      "\(file) cannot be written; check the permissions of the folder and the free space"
    }
  }
}
