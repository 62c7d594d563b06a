import ArgumentParser
import Batch
import Confinement
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
    var confinement = Confinement()
    confinement.limits.memory = memory * 1_000_000
    let worker = Worker(
      seconds: choices.reading.timeout,
      clockSeconds: choices.reading.clockSeconds,
      parent: parent,
      confinement: choices.reading.sandbox ? confinement : nil,
      sentence: \.sentence
    )
    do {
      try worker.run(
        { observer in
          var recognition = choices.reading.recognition(showingProgress: false)
          recognition.progress = observer
          return try choices.makeExtractor(recognition: recognition, threads: threads)
        },
        probe: choices.reading.runProbe
      )
    } catch Confinement.Failure.refused(let reason) {
      Output.say(
        "the kernel does not confine it (\(reason)); read with --no-sandbox only what you trust"
      )
      throw ExitCode(ExitStatus.missingComponent)
    }
  }
}
