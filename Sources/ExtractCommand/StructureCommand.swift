import ArgumentParser
import DeliberationModel
import PageModel
import Pipeline
import Structure
import SystemPackage

/// `extract structure FILE`: what was seen, line by line.
struct StructureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "structure",
    abstract: "Print how a file was parted into acts, and why, line by line.",
    discussion: """
      Each line shows its role, how strongly it decides (0 to 2) and what, and its look.
      The head patterns that were tried stand above, best first.
      """
  )

  @Argument(help: "A PDF or text file; - reads standard input.", completion: .file())
  var file: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let deadline = Deadline(seconds: reading.timeout)
    let watchdog = Watchdog.start(deadline, file: file)
    defer { watchdog.stop() }
    do {
      let seen = try Extractor(password: reading.password, recognition: reading.recognition())
        .structure(path: FilePath(file), until: deadline)
      var text = ""
      for pattern in seen.structure.patterns { text += "# \(pattern)\n" }
      for line in seen.structure.lines {
        let mark = line.isVisa ? "visa" : line.says
        text += [
          line.role, String(line.strength), mark, line.dress.joined(separator: ","),
          seen.document.text(seen.document.lines[line.line]),
        ].joined(separator: "\t")
        text += "\n"
      }
      try Output.write(Array(text.utf8))
    } catch let failure as ExtractionFailure {
      Output.say("\(file): error: \(failure.sentence)")
      throw ExitCode(failure.exitStatus)
    }
  }
}
