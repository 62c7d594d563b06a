import ArgumentParser
import Normalisation

/// `extract schema`: the contract of the output.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft 2020-12) that every output follows."
  )

  func run() throws {
    try Output.write(Array(OutputSchema.text.utf8))
  }
}
