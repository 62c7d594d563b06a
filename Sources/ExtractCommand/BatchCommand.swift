import ArgumentParser
import Batch
import Foundation
import Glibc
import Pipeline
import SystemPackage

/// `extract batch INPUT… --output DIR`: many documents, one outcome each.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: Messages.lines(
      "Extract many documents into a folder; a second run does what is left."
    ),
    discussion: Messages.lines(
      """
      The output of a document is DIR/<SHA-256 of its bytes>.json, one line. DIR/ledger.sqlite says \
      what became of each path: its view "outcome" has path, sha256, outcome, message, definition, \
      program_version, pages, deliberations and seconds. Documents with the same bytes are \
      extracted once.

      A second run does what is new or changed, what another version of the program or of the \
      definitions or other options did, and what is missing. Documents are read by workers, which \
      are replaced when they crash, hang or take too much; a document then has the outcome crash, \
      timeout or memory. The other outcomes are done, encrypted, unreadable, missing, changed and \
      internal.

      Ctrl-C and SIGTERM let running documents finish; a second one ends at once. Nothing that was \
      reported as done is lost either way, nor by SIGKILL.

      EXIT CODES
        0    all documents are done
        1    some failed
        65   the ledger or the catalogue is damaged, or was written by a later version
        73   DIR or the catalogue cannot be used, or another batch is working on DIR
        74   an output, the ledger or the catalogue cannot be written
        130  ended by Ctrl-C; 143 by SIGTERM
        64, 70, 78 as for every command

      EXAMPLES
        extract batch acts/ --output out
        extract batch 'acts/2024/*.pdf' --output out --jobs 8 --retry-failed
        find . -name '*.pdf' -print0 | extract batch - --output out
        extract batch acts/ --output out --database acts.sqlite
        extract batch acts/ --output out-2 --shard 2/8 --jsonl 2.jsonl
        sqlite3 out/ledger.sqlite 'SELECT path, outcome, message FROM outcome'
      """
    )
  )

  @Argument(
    help: Messages.help(
      """
      Files, folders (their PDF and .txt files, and those of folders in them), patterns; - reads \
      paths from standard input, one a line or each before a zero byte.
      """
    ),
    completion: .file()
  )
  var inputs: [String]

  @Option(
    name: [.short, .long],
    help: Messages.help("The folder of the outputs and the ledger.", valueName: "dir"),
    completion: .directory
  )
  var output: String

  @Option(
    help: Messages.help(
      "Also write all outputs to this file, one a line in the order of the documents; - is standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var jsonl: String?

  @Option(
    help: Messages.help(
      "Also keep all results queryable in this SQLite file; see extract load.",
      valueName: "file"
    ),
    completion: .file()
  )
  var database: String?

  @Flag(help: Messages.help("Do everything again."))
  var force = false

  @Flag(help: Messages.help("Try again what failed."))
  var retryFailed = false

  @Option(
    help: Messages.help(
      "How many documents are read side by side, each on one core.",
      valueName: "n"
    )
  )
  var jobs = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @Option(
    help: Messages.help("The most memory that a worker may hold, in MB.", valueName: "megabytes")
  )
  var memory = 2000

  @Option(
    help: Messages.help(
      "Do one of n parts of the documents, which their content decides; each part needs its own dir.",
      valueName: "k/n"
    )
  )
  var shard: String?

  @Flag(help: Messages.help("Say only which documents failed."))
  var quiet = false

  @Flag(help: Messages.help("Write what was done to standard output as JSON."))
  var json = false

  @Option(
    help: Messages.help(
      "A bar on terminals and lines elsewhere, a line every ten seconds, or nothing."
    )
  )
  var progress = BatchProgress.Style.auto

  @OptionGroup var choices: ExtractionOptions

  func validate() throws {
    if json, jsonl == "-" {
      throw mistake("Only one of --json and --jsonl - can be printed.")
    }
    guard (1...256).contains(jobs) else {
      throw mistake("--jobs must be between 1 and 256.")
    }
    guard (100...1_000_000).contains(memory) else {
      throw mistake("--memory must be between 100 and 1000000 MB.")
    }
    guard shard.map({ Shard($0) != nil }) ?? true else {
      throw mistake("--shard is k/n with k from 1 to n, such as 2/8.")
    }
  }

  func run() throws {
    let extractor = try choices.makeExtractor()
    var options = BatchOptions(
      output: FilePath(output),
      fingerprint: extractor.fingerprint,
      workers: choices.reading.workers(arguments: choices.arguments, jobs: jobs, memory: memory)
    )
    options.lines = jsonl.map { FilePath($0) }
    options.force = force
    options.retryFailed = retryFailed
    options.shard = shard.flatMap { Shard($0) }
    options.catalogue = try database.map { try CatalogueOption.open($0) }
    let list = try inputList()
    var shown = BatchProgress(isQuiet: quiet, style: progress)
    let status: BatchStatus
    do throws(BatchError) {
      var batch = try Batch(list, options: options, sentence: \.sentence) { shown.show($0) }
      status = try batch.run()
    } catch {
      shown.clear()
      Output.say("\(output): error: \(error.sentence)")
      throw ExitCode(error.exitStatus)
    }
    shown.finish(status, passedOver: list.passedOver)
    if json { try Output.write(BatchProgress.json(status)) }
    if let signal = status.interruption { throw ExitCode(128 + signal) }
    if status.failed + status.uncatalogued > 0 { throw ExitCode(ExitStatus.someFailed) }
  }

  private func inputList() throws -> InputList {
    var list = InputList()
    var raw = RawArguments()
    for name in inputs {
      guard name == "-" else {
        list.add(raw.path(of: name))
        continue
      }
      let names = try FileHandle.standardInput.readToEnd() ?? Data()
      list.add(namesIn: Array(names))
    }
    return list
  }
}

extension BatchError {
  /// The exit code for the failure.
  var exitStatus: Int32 {
    switch self {
    case .outputFolder, .replacedFolder, .locked: ExitStatus.cannotCreate
    case .laterLedger, .ledger: ExitStatus.unusableInput
    case .writing: ExitStatus.cannotWrite
    case .catalogue(let error): error.exitStatus
    case .worker: ExitStatus.internalError
    }
  }

  /// What happened and what to do, in one sentence.
  var sentence: String {
    switch self {
    case .outputFolder(let reason):
      "the output folder cannot be used (\(reason)); check its path and permissions"
    case .replacedFolder:
      "the batch stops because its output folder was moved, removed or replaced; run it again, what is done stays done"
    case .locked: "another batch is working on this folder; wait for its end, or name another one"
    case .laterLedger:
      "the ledger was written by a later version of extract; use that one, or name another folder"
    case .ledger(let reason):
      "ledger.sqlite cannot be read (\(reason)); name another folder, or restore the file"
    case .writing(let reason):
      "the batch stops because it cannot write (\(reason)); make room and run it again, what is done stays done"
    case .catalogue(let error):
      "the batch stops at the catalogue: \(error.sentence); run it again, what is done stays done"
    case .worker(let reason): "no worker can be started (\(reason))"
    }
  }
}
