import ArgumentParser
import PageModel
import Pipeline
import SystemPackage

/// `extract text FILE`: what the parser sees.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the text of a file in reading order, as the parser sees it.",
    discussion: "Columns are a tab apart, paragraphs a blank line, pages a form feed."
  )

  @Argument(help: "A PDF or text file; - reads standard input.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "Write a picture of each page with its lines, words, rulings and their look to a folder.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var debug: String?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let deadline = Deadline(seconds: reading.timeout)
    let watchdog = Watchdog.start(deadline, file: file)
    defer { watchdog.stop() }
    do {
      let extractor = try Extractor(
        password: reading.password,
        recognition: reading.recognition()
      )
      let document = try extractor.text(path: FilePath(file), until: deadline)
      var text: [UInt8] = []
      for page in document.pages {
        if page.number > 1 { text.append(0x0C) }
        for line in document.lines[page.lines] {
          if line.opensParagraph, !text.isEmpty, text.last != 0x0C { text.append(0x0A) }
          text += document.bytes[line.range.bounds]
          text.append(0x0A)
        }
      }
      try Output.write(text)
      if let debug { try draw(document, extractor, into: FilePath(debug)) }
    } catch let failure as ExtractionFailure {
      Output.say("\(file): error: \(failure.sentence)")
      throw ExitCode(failure.exitStatus)
    }
  }

  private func draw(_ document: Document, _ extractor: Extractor, into folder: FilePath) throws {
    let missing = try extractor.draw(document, of: FilePath(file), into: folder)
    guard let first = missing.first else { return }
    Output.say("\(file): error: no picture of page \(first) can be written to \(folder)")
    throw ExitCode(ExitStatus.cannotCreate)
  }
}
