import ArgumentParser
import Catalogue

/// `extract merge SHARD… --database FILE`: the catalogues of several runs put together.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: Messages.lines("Put the catalogues of several runs together."),
    discussion: Messages.lines(
      """
      The documents of each catalogue are added to the database in one step. Where two have the \
      same document, the one that is named last counts; a person or an authority of several is one.

      EXAMPLES
        extract merge shard-*.sqlite --database all.sqlite
      """
    )
  )

  @Argument(help: Messages.help("Catalogues to take from."), completion: .file())
  var shards: [String]

  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    let catalogue = try catalogue.open()
    var failure: Int32?
    for shard in shards {
      do throws(CatalogueError) {
        let count = try catalogue.merge(shard: Catalogue(existing: shard))
        Output.say("\(shard): \(count) document\(count == 1 ? "" : "s")")
      } catch {
        Output.say("\(shard): error: \(error.sentence)")
        failure = failure ?? error.exitStatus
      }
    }
    if let failure { throw ExitCode(shards.count > 1 ? ExitStatus.someFailed : failure) }
  }
}
