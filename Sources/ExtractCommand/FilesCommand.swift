import ArgumentParser
import Normalisation
import PageModel
import Pipeline
import SystemPackage

/// `extract FILE…`: one file gives one JSON object, several give JSON Lines.
struct FilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: "Extract files (the default command).",
    shouldDisplay: false
  )

  @Argument(help: "PDF or text files; - reads standard input.", completion: .file())
  var files: [String]

  @Option(
    name: [.short, .long],
    help: "Write to this file, whole or not at all, instead of standard output.",
    completion: .file()
  )
  var output: String?

  @Flag(help: "Exit with 1 when there is a warning or an error.")
  var strict = false

  @Flag(help: "Write one line for each document.")
  var compact = false

  @Flag(help: "Say nothing on standard error but why a file failed.")
  var quiet = false

  @OptionGroup var choices: ExtractionOptions

  func run() throws {
    let extractor = try choices.makeExtractor(
      recognition: choices.reading.recognition(showingProgress: !quiet)
    )
    let writer = OutputWriter(
      programVersion: Program.version,
      pretty: files.count == 1 && !compact
    )
    var json: [UInt8] = []
    var worst: Severity?
    var failure: Int32?
    for file in files {
      do throws(ExtractionFailure) {
        let extraction = try extract(file, with: extractor)
        worst = [worst, extraction.diagnostics.map(\.severity).max()].compactMap(\.self).max()
        json += writer.json(extraction)
      } catch {
        Output.say("\(file): error: \(error.sentence)")
        failure = failure ?? error.exitStatus
      }
      if output == nil {
        try Output.write(json)
        json = []
      }
    }
    try finish(json, failure: failure, worst: worst)
  }

  private func extract(
    _ file: String,
    with extractor: Extractor
  ) throws(ExtractionFailure) -> Extraction {
    let deadline = Deadline(seconds: choices.reading.timeout)
    let watchdog = Watchdog.start(deadline, file: file)
    defer { watchdog.stop() }
    let extraction = try extractor.extract(path: FilePath(file), until: deadline)
    if !quiet {
      for diagnostic in extraction.diagnostics { Output.say(Findings.line(diagnostic, in: file)) }
    }
    return extraction
  }

  private func finish(_ json: [UInt8], failure: Int32?, worst: Severity?) throws {
    if let output, failure == nil || !json.isEmpty {
      do {
        try Output.replace(output, with: json)
      } catch {
        Output.say("\(output): error: the output cannot be created; check the folder")
        throw ExitCode(ExitStatus.cannotCreate)
      }
    }
    if let failure { throw ExitCode(files.count > 1 ? ExitStatus.someFailed : failure) }
    if strict, let worst, worst >= .warning { throw ExitCode(ExitStatus.strictFindings) }
  }
}
