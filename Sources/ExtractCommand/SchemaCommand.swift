import ArgumentParser
import Catalogue
import Normalisation

/// `extract schema`: the contract of the output.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft 2020-12) that every output follows.",
    discussion: """
      EXAMPLES
        extract schema > extraction.schema.json
        extract schema --database | less
        extract schema --queries > queries.sql
      """
  )

  @Flag(help: "Print the tables of the catalogue instead, as SQL with comments.")
  var database = false

  @Flag(help: "Print queries of the catalogue for common questions instead.")
  var queries = false

  func validate() throws {
    if database, queries { throw mistake("Ask for one of --database and --queries.") }
  }

  func run() throws {
    let text =
      database ? CatalogueSchema.text : queries ? CatalogueSchema.examples : OutputSchema.text
    try Output.write(Array(text.utf8))
  }
}
