import ArgumentParser
import Batch
import Pipeline

/// `extract worker`: a process of a batch.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Read documents for a batch.",
    shouldDisplay: false
  )

  @Option(help: "The most memory that it may hold, in MB.")
  var memory: Int

  @Option(help: "The process of the batch.")
  var parent: Int32

  @Option(help: "The most threads that recognise pages.")
  var threads: Int

  @OptionGroup var choices: ExtractionOptions

  func run() throws {
    let worker = Worker(
      secondsPerDocument: choices.reading.timeout,
      memory: memory * 1_000_000,
      threads: threads,
      parent: parent,
      sentence: \.sentence
    )
    try worker.run { observer in
      var recognition = choices.reading.recognition(showingProgress: false)
      recognition.progress = observer
      return try choices.makeExtractor(recognition: recognition, threads: threads)
    }
  }
}
