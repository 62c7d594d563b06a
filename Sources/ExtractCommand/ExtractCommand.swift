public import ArgumentParser
import Confinement
import Foundation
import Pipeline
import Regression

/// The program `extract`.
public struct ExtractCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: Messages.lines(
      "Turns délibérations of French local authorities into structured JSON."
    ),
    discussion: Messages.lines(
      """
      JSON alone goes to standard output; findings go to standard error, one a line:
      file:page: severity: sentence [id].

      EXAMPLES
        extract act.pdf > act.json
        extract act.pdf -o act.json --strict
        extract *.pdf > acts.jsonl
        pdftotext -layout act.pdf - | extract -
        extract --pipeline Pipelines/pas-de-calais.yaml act.pdf
        extract batch acts/ --output out
        extract check act.json
        extract text act.pdf | less
        extract tables act.pdf --format csv
        extract schema > extraction.schema.json
        extract load acts.jsonl --database acts.sqlite
        extract export scdl-deliberations acts.jsonl -o scdl --siret 21860194600013
        extract regress Samples

      """
    ) + "\n" + filesOptions + "\n\n" + Messages.lines(ExitStatus.help),
    version: Program.version,
    subcommands: [
      FilesCommand.self, BatchCommand.self, CheckCommand.self, TextCommand.self,
      StructureCommand.self, TablesCommand.self,
      SchemaCommand.self, ExportCommand.self, LoadCommand.self, MergeCommand.self,
      RegressCommand.self,
      WorkerCommand.self,
    ],
    defaultSubcommand: FilesCommand.self
  )

  public init() {}

  /// What its commands are called.
  static var names: [String] {
    var names: [String] = []
    for command in configuration.subcommands {
      let own = command.configuration
      if own.shouldDisplay, let name = own.commandName { names.append(name) }
    }
    return names
  }

  /// The options of the command that has no name, where help is asked for: to collect them takes time.
  private static var filesOptions: String {
    let asksForHelp = CommandLine.arguments.contains { $0.contains("help") || $0 == "-h" }
    guard asksForHelp, CommandLine.arguments.count < 4 else { return "" }
    let help = FilesCommand.helpMessage(columns: 80)
    guard let start = help.range(of: "OPTIONS:") else { return "" }
    return Messages.lines("OPTIONS OF extract FILE…") + help[start.upperBound...]
  }
}

/// Options of every command that reads a document.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("password"),
    help: Messages.help("The password of encrypted PDFs.", valueName: "text")
  )
  var openPassword: String?

  @Option(
    help: Messages.help(
      "A file whose first line is the password; - asks for it on the terminal.",
      valueName: "file"
    ),
    completion: .file(),
    transform: Password.init(file:)
  )
  var passwordFile: Password?

  /// The password of encrypted PDFs.
  var password: String? { openPassword ?? passwordFile?.text }

  @Option(
    help: Messages.help(
      "The most seconds of the processor that one document may take, and 10 more for each recognised page.",
      valueName: "seconds"
    )
  )
  var timeout = 60.0

  @Option(
    help: Messages.help(
      "The same by the clock; ten times as many by itself, for a machine that is busy.",
      valueName: "seconds"
    )
  )
  var patience: Double?

  @Flag(
    inversion: .prefixedNo,
    help: Messages.help("Give up all rights but those to read the document before it is looked at.")
  )
  var sandbox = true

  @Option(help: .hidden)
  var probe: String?

  @Option(help: Messages.help("Recognise pages without a good text layer, all pages, or none."))
  var ocr = RecognitionOptions.Mode.auto

  @Option(
    help: Messages.help("The language of recognition, as Tesseract names it.", valueName: "name")
  )
  var ocrLanguage = "fra"

  /// What the stages need to know.
  func recognition(showingProgress: Bool = true) -> RecognitionOptions {
    let show = showingProgress ? Progress.reporter() : nil
    let seconds = timeout
    return RecognitionOptions(mode: ocr, language: ocrLanguage) { done, count in
      if done == 0 {
        ProcessLimits.allow(seconds: seconds + RecognitionOptions.secondsPerPage * Double(count))
      }
      show?(done, count)
    }
  }

  /// The seconds of the clock that one document may take.
  var clockSeconds: Double { patience ?? 10 * timeout }

  /// The moment at which the work on a document that begins now must end.
  var deadline: Deadline { Deadline(seconds: timeout, clockSeconds: clockSeconds) }

  /// The arguments that make these options again.
  var arguments: [String] {
    var all = ["--timeout", String(timeout), "--patience", String(clockSeconds)]
    all += ["--ocr", ocr.rawValue, "--ocr-language", ocrLanguage]
    // Others see the arguments of a worker.
    if let file = openPassword.map(Password.unnamed) ?? passwordFile?.file {
      all += ["--password-file", file]
    }
    if !sandbox { all.append("--no-sandbox") }
    if let probe { all += ["--probe", probe] }
    return all
  }

  func validate() throws {
    guard !ocrLanguage.isEmpty, !ocrLanguage.contains("/") else {
      throw mistake("--ocr-language is a name such as fra, or fra+deu.")
    }
    guard timeout > 0, timeout <= 86_400 else {
      throw mistake("--timeout must be between 0 and 86400 seconds.")
    }
    guard clockSeconds > 0, clockSeconds <= 864_000 else {
      throw mistake("--patience must be between 0 and 864000 seconds.")
    }
  }
}

extension RecognitionOptions.Mode: ExpressibleByArgument {}
extension TextReport.Listing: ExpressibleByArgument {}
