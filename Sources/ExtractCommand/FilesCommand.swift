import ArgumentParser
import Batch
import Foundation
import Glibc
import Normalisation
import PageModel
import Pipeline
import SystemPackage

/// `extract FILE…`: one file gives one JSON object, several give JSON Lines.
struct FilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: Messages.lines("Extract files (the default command)."),
    shouldDisplay: false
  )

  @Argument(help: Messages.help("PDF or text files; - reads standard input."), completion: .file())
  var files: [String]

  @Option(
    name: [.short, .long],
    help: Messages.help("Write to this file, whole or not at all; - is standard output."),
    completion: .file()
  )
  var output: String?

  @Flag(help: Messages.help("Exit with 1 when there is a warning or an error."))
  var strict = false

  @Flag(help: Messages.help("Write one line for each document."))
  var compact = false

  @Flag(help: Messages.help("Say nothing on standard error but why a file failed."))
  var quiet = false

  @OptionGroup var choices: ExtractionOptions

  func validate() throws {
    if let word = files.first, !word.contains("/"), !FileManager.default.fileExists(atPath: word),
      let name = CommandName.near(word, among: ExtractCommand.names)
    {
      throw mistake("There is no file \(word); did you mean 'extract \(name)'?")
    }
    if files.count > 1, let output, output.hasSuffix(".json") {
      throw mistake(
        "Several files give JSON Lines, one output a line: name \(output)l, or use 'extract batch'."
      )
    }
  }

  func run() throws {
    if files.count == 1, let output = OutputTexts.output(in: files[0]) {
      return try give(output, of: files[0])
    }
    let report = files.count == 1 ? try readOne(files[0]) : try readSeveral()
    if let failure = report.failure {
      throw ExitCode(files.count > 1 ? ExitStatus.someFailed : failure)
    }
    if strict, let worst = report.worst, worst >= .warning {
      throw ExitCode(ExitStatus.strictFindings)
    }
  }

  /// Gives an output that was extracted before as it is.
  private func give(_ json: [UInt8], of file: String) throws {
    if !quiet {
      Output.say("\(file): note: this is an output of extract already; it is given as it is")
    }
    guard let target = try target() else { return try Output.write(json) }
    try finish(target, isWritten: target.append(json))
  }

  /// Where the output goes; nothing is standard output.
  private func target() throws -> OutputFile? {
    try output.flatMap { $0 == "-" ? nil : try openOutput($0) }
  }

  /// What became of the files.
  private struct Report {
    var worst: Severity?
    var failure: Int32?

    mutating func note(_ findings: [Diagnostic]) {
      worst = ([worst].compactMap(\.self) + findings.map(\.severity)).max()
    }
  }

  /// Reads a file in this process.
  private func readOne(_ file: String) throws -> Report {
    var report = Report()
    let extractor = try choices.makeExtractor(
      recognition: choices.reading.recognition(showingProgress: !quiet)
    )
    do {
      let input = try Input(path: FilePath(file))
      let target = try target()
      let document = try ConfinedDocument(input, named: file, choices.reading, output: target)
      let extraction = try extractor.extract(document.input, until: document.deadline)
      say(extraction.diagnostics, of: file)
      report.note(extraction.diagnostics)
      let json = OutputWriter(programVersion: Program.version, pretty: !compact).json(extraction)
      guard let target else {
        try Output.write(json)
        return report
      }
      try finish(target, isWritten: target.append(json))
    } catch let error as ExtractionFailure {
      Output.say("\(file): error: \(error.sentence)")
      report.failure = error.exitStatus
    }
    return report
  }

  /// Reads several files in workers, so that one that takes its worker down costs only itself.
  private func readSeveral() throws -> Report {
    var report = Report()
    let target = try target()
    var isWritten = true
    var isAny = false
    var sequence = try choices.sequence(of: files)
    do {
      try sequence.run { result in
        let file = files[result.index]
        guard result.outcome == .done else {
          Output.say("\(file): error: \(result.message ?? result.outcome.rawValue)")
          report.failure = report.failure ?? ExitStatus.someFailed
          return
        }
        say(result.findings, of: file)
        report.note(result.findings)
        isAny = true
        if let target {
          isWritten = isWritten && result.write(to: target.descriptor)
        } else if !result.write(to: STDOUT_FILENO) {
          try Output.failToWrite()
        }
      }
    } catch let error as BatchError {
      Output.say("extract: error: \(error.sentence)")
      throw ExitCode(error.exitStatus)
    }
    if let target, isAny || report.failure == nil { try finish(target, isWritten: isWritten) }
    return report
  }

  private func say(_ findings: [Diagnostic], of file: String) {
    guard !quiet else { return }
    for diagnostic in findings { Output.say(Findings.line(diagnostic, in: file)) }
  }

  private func openOutput(_ path: String) throws -> OutputFile {
    do throws(OutputFile.Failure) {
      return try OutputFile(path: FilePath(path))
    } catch {
      Output.say("\(path): error: the output cannot be created (\(error.reason)); check the folder")
      throw ExitCode(ExitStatus.cannotCreate)
    }
  }

  private func finish(_ target: OutputFile, isWritten: Bool) throws {
    guard isWritten, (try? target.publish()) != nil else {
      target.discard()
      Output.say("\(output ?? ""): error: the output cannot be written; is the disk full?")
      throw ExitCode(ExitStatus.cannotWrite)
    }
  }
}
