import ArgumentParser
import PageModel
import Pipeline
import SystemPackage

/// `extract text FILE`: what the parser sees.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: Messages.lines("Print the text of a file in reading order, as the parser sees it."),
    discussion: Messages.lines(
      "Columns are a tab apart, paragraphs a blank line, pages a form feed."
    )
  )

  @Argument(help: Messages.help("A PDF or text file; - reads standard input."), completion: .file())
  var file: String

  @Option(
    help: Messages.help(
      "Write a picture of each page with its lines, words, rulings and their look to a folder.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var debug: String?

  @Flag(help: Messages.help("Print each line behind its page and its look, a tab apart."))
  var looks = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let extractor = try Extractor(password: reading.password, recognition: reading.recognition())
    do {
      let input = try Input(path: FilePath(file))
      let confined = try ConfinedDocument(input, named: file, reading, picturesIn: debug)
      let (document, missing) = try extractor.text(
        confined.input,
        picturesIn: debug.map { FilePath($0) },
        until: confined.deadline
      )
      try Output.write(looks ? Self.looks(document) : Self.text(document))
      if let first = missing.first { try failToDraw(page: first) }
    } catch let failure as ExtractionFailure {
      Output.say("\(file): error: \(failure.sentence)")
      throw ExitCode(failure.exitStatus)
    }
  }

  private static func text(_ document: Document) -> [UInt8] {
    var text: [UInt8] = []
    for page in document.pages {
      if page.number > 1 { text.append(0x0C) }
      for line in document.lines[page.lines] {
        if line.opensParagraph, !text.isEmpty, text.last != 0x0C { text.append(0x0A) }
        text += SafeText.escaped(document.text(line)).utf8
        text.append(0x0A)
      }
    }
    return text
  }

  private static func looks(_ document: Document) -> [UInt8] {
    document.lines.flatMap { line in
      Array(
        "\(line.page)\t\(line.typography.summary)\t\(SafeText.escaped(document.text(line)))\n".utf8
      )
    }
  }

  private func failToDraw(page: Int) throws {
    Output.say("\(file): error: no picture of page \(page) can be written to \(debug ?? "")")
    throw ExitCode(ExitStatus.cannotCreate)
  }
}
