import ArgumentParser
import DeliberationModel
import Foundation
import PageModel
import Pipeline
import Structure
import SystemPackage

/// `extract structure FILE`: what was seen, line by line.
struct StructureCommand: ParsableCommand {
  /// How the structure is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "structure",
    abstract: Messages.lines("Print how a file was parted into acts, and why, line by line."),
    discussion: Messages.lines(
      """
      The head patterns that were tried stand above, best first. Each line then shows its role, how \
      strongly it decides (0 to 3) and what, the kind of number that it begins with, its look and its \
      text, a tab apart. JSON gives the acts with their numbers and titles too.

        extract structure minutes.pdf | less
        extract structure minutes.pdf --format json
      """
    )
  )

  @Argument(help: Messages.help("A PDF or text file; - reads standard input."), completion: .file())
  var file: String

  @Option(help: Messages.help("How the structure is written."))
  var format = Format.text

  @Option(
    help: Messages.help(
      "A table of weights instead of the one that is built in; several give an output each."
    ),
    completion: .file()
  )
  var weights: [String] = []

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let extractor = try Extractor(password: reading.password, recognition: reading.recognition())
    let weights = try weights.map(table)
    do {
      let input = try Input(path: FilePath(file))
      let confined = try ConfinedDocument(input, named: file, reading)
      let seen = try extractor.structures(
        confined.input,
        weights: weights,
        until: confined.deadline
      )
      for structure in seen.structures {
        let shown = ShownStructure(structure, of: seen.document)
        try Output.write(format == .text ? shown.text : try shown.json())
      }
    } catch let failure as ExtractionFailure {
      Output.say("\(file): error: \(failure.sentence)")
      throw ExitCode(failure.exitStatus)
    }
  }

  private func table(_ weights: String) throws -> String {
    guard let text = try? String(contentsOfFile: weights, encoding: .utf8) else {
      throw mistake("\(weights): the table of weights cannot be read; check the path")
    }
    return text
  }
}

/// A structure as a person or a program reads it.
private struct ShownStructure: Encodable {
  struct Act: Encodable {
    var number: String?
    var item: String?
    var title: String
    var confidence: Float?
  }

  struct Line: Encodable {
    var page: Int
    var role: String
    var strength: Int
    var says: String
    var number: String
    var look: [String]
    var text: String
  }

  struct Item: Encodable {
    var text: String
    var isTakenUp: Bool
  }

  var kind: String
  var agenda: [Item]
  var patterns: [String]
  var acts: [Act]
  var lines: [Line]

  init(_ structure: DocumentStructure, of document: Document) {
    kind = structure.kind.rawValue
    patterns = structure.patterns
    agenda = structure.agenda.map { Item(text: $0.text, isTakenUp: $0.isTakenUp) }
    acts = structure.acts.map { outline in
      var title = Passage()
      for part in outline.item?.title ?? [] {
        title.append(part.bounds, line: part.line, of: document)
      }
      return Act(
        number: outline.item?.number,
        item: outline.item?.item,
        title: title.text,
        confidence: outline.confidence
      )
    }
    lines = structure.lines.map { line in
      Line(
        page: Int(document.lines[line.line].page),
        role: line.role,
        strength: line.strength,
        says: line.isVisa ? "visa" : line.says,
        number: line.number,
        look: line.dress,
        text: document.text(document.lines[line.line])
      )
    }
  }

  var text: [UInt8] {
    var text = "# \(kind)\n"
    for pattern in patterns { text += "# \(pattern)\n" }
    for line in lines {
      let cells = [
        line.role, String(line.strength), line.says, line.number, line.look.joined(separator: ","),
        line.text,
      ]
      text += cells.joined(separator: "\t") + "\n"
    }
    return Array(SafeText.escaped(text).utf8)
  }

  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
