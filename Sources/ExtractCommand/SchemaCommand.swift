import ArgumentParser
import Catalogue
import Normalisation

/// `extract schema`: the contract of the output.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: Messages.lines("Print the JSON Schema (draft 2020-12) that every output follows."),
    discussion: Messages.lines(
      """
      EXAMPLES
        extract schema > extraction.schema.json
        extract schema --database | less
        extract schema --queries > queries.sql
      """
    )
  )

  @Flag(help: Messages.help("Print the tables of the catalogue instead, as SQL with comments."))
  var database = false

  @Flag(help: Messages.help("Print queries of the catalogue for common questions instead."))
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
