public import ArgumentParser
import Pipeline
import Regression

/// The program `extract`.
public struct ExtractCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Turns délibérations of French local authorities into structured JSON.",
    discussion: """
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
        extract regress Samples

      \(ExitStatus.help)
      """,
    version: Program.version,
    subcommands: [
      FilesCommand.self, BatchCommand.self, CheckCommand.self, TextCommand.self,
      StructureCommand.self, TablesCommand.self,
      SchemaCommand.self, LoadCommand.self, MergeCommand.self, RegressCommand.self,
      WorkerCommand.self,
    ],
    defaultSubcommand: FilesCommand.self
  )

  public init() {}
}

/// Options of every command that reads a document.
struct ReadingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The password of encrypted PDFs.", valueName: "text"))
  var password: String?

  @Option(
    help: ArgumentHelp(
      "The most seconds that one document may take, and 10 more for each recognised page.",
      valueName: "seconds"
    )
  )
  var timeout = 60.0

  @Option(help: "Recognise pages without a good text layer, all pages, or none.")
  var ocr = RecognitionOptions.Mode.auto

  @Option(
    help: ArgumentHelp("The language of recognition, as Tesseract names it.", valueName: "name")
  )
  var ocrLanguage = "fra"

  /// What the stages need to know.
  func recognition(showingProgress: Bool = true) -> RecognitionOptions {
    RecognitionOptions(
      mode: ocr,
      language: ocrLanguage,
      progress: showingProgress ? Progress.reporter() : nil
    )
  }

  func validate() throws {
    guard !ocrLanguage.isEmpty, !ocrLanguage.contains("/") else {
      throw ValidationError("--ocr-language is a name such as fra, or fra+deu.")
    }
    guard timeout > 0, timeout <= 86_400 else {
      throw ValidationError("--timeout must be between 0 and 86400 seconds.")
    }
  }
}

extension RecognitionOptions.Mode: ExpressibleByArgument {}
extension TextReport.Listing: ExpressibleByArgument {}
