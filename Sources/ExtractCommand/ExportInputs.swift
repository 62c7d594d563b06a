import ArgumentParser
import Batch
import Catalogue
import Foundation
import JSONModel
import PageModel
import Pipeline
import SystemPackage

/// What an export is made of: documents, outputs, JSON Lines and catalogues, in the order given.
struct ExportInputs {
  let files: [String]
  let choices: ExtractionOptions
  /// The exit code for the first input that cannot be used; the others are used all the same.
  private(set) var failure: Int32?

  init(_ files: [String], _ choices: ExtractionOptions) {
    self.files = files
    self.choices = choices
  }

  private enum Kind {
    case document
    case outputs
    case catalogue
  }

  /// Gives each output in its turn.
  mutating func forEach(_ body: (OutputDocument, _ json: [UInt8]) throws -> Void) throws {
    var rest = files[...]
    while let file = rest.first {
      switch kind(of: file) {
      case .document:
        let documents = rest.prefix { kind(of: $0) == .document }
        rest = rest.dropFirst(documents.count)
        try read(Array(documents), body)
      case .outputs:
        rest = rest.dropFirst()
        guard let data = try? OutputTexts.content(of: file) else {
          fail("\(file): error: the file cannot be read; check the path", ExitStatus.noInput)
          continue
        }
        for part in OutputTexts.parts(of: data) {
          try decode([UInt8](part.json), from: part.line.map { "\(file):\($0)" } ?? file, body)
        }
      case .catalogue:
        rest = rest.dropFirst()
        try readCatalogue(file, body)
      }
    }
  }

  /// What the first bytes of a file say that it is; standard input holds outputs.
  private func kind(of file: String) -> Kind {
    guard file != "-" else { return .outputs }
    guard let handle = FileHandle(forReadingAtPath: file) else { return .document }
    defer { try? handle.close() }
    let start = (try? handle.read(upToCount: 16)) ?? Data()
    if start.starts(with: Array("SQLite format 3".utf8)) { return .catalogue }
    return start.first == UInt8(ascii: "{") ? .outputs : .document
  }

  private mutating func fail(_ message: String, _ status: Int32) {
    Output.say(message)
    failure = failure ?? status
  }

  private mutating func decode(
    _ json: [UInt8],
    from place: String,
    _ body: (OutputDocument, [UInt8]) throws -> Void
  ) throws {
    let output: OutputDocument
    do throws(OutputError) {
      output = try OutputDocument(json)
    } catch {
      let sentence = CatalogueError.notAnOutput(reason: error.reason).sentence
      return fail("\(place): error: \(sentence)", ExitStatus.unusableInput)
    }
    try body(output, json)
  }

  /// Reads documents in workers.
  private mutating func read(
    _ documents: [String],
    _ body: (OutputDocument, [UInt8]) throws -> Void
  ) throws {
    var sequence = try choices.sequence(of: documents)
    do {
      try sequence.run { result in
        let file = documents[result.index]
        for finding in result.findings where finding.severity == .error {
          Output.say(Findings.line(finding, in: file))
        }
        guard result.outcome == .done else {
          let message = result.message ?? result.outcome.rawValue
          return fail("\(file): error: \(message)", ExitStatus.someFailed)
        }
        try decode(result.content(), from: file, body)
      }
    } catch let error as BatchError {
      Output.say("extract: error: \(error.sentence)")
      throw ExitCode(error.exitStatus)
    }
  }

  private mutating func readCatalogue(
    _ file: String,
    _ body: (OutputDocument, [UInt8]) throws -> Void
  ) throws {
    do {
      try Catalogue(existing: file).forEachOutput { name, json in
        guard let json else {
          let reason = "was stored by an older version; load its output again"
          return fail("\(file): error: '\(name)' \(reason)", ExitStatus.unusableInput)
        }
        try decode(json, from: "\(file): \(name)", body)
      }
    } catch let error as CatalogueError {
      fail("\(file): error: \(error.sentence)", error.exitStatus)
    }
  }
}
