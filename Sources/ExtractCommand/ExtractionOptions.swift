import ArgumentParser
import Batch
import Definitions
import Pipeline
import SystemPackage

/// The definition that documents are read by.
struct DefinitionOption: ParsableArguments {
  @Option(
    help: Messages.help(
      "A built-in definition or a YAML file, instead of the one the document calls for.",
      valueName: "name|path"
    )
  )
  var pipeline: String?

  /// The arguments that make this option again.
  var arguments: [String] { pipeline.map { ["--pipeline", $0] } ?? [] }

  /// Makes the extractor, or says why a definition is wrong and throws the exit code for it.
  func makeExtractor(
    _ reading: ReadingOptions,
    recognition: RecognitionOptions? = nil,
    readsTables: Bool = true,
    threads: Int = Extractor.mostThreads
  ) throws -> Extractor {
    do throws(DefinitionError) {
      return try Extractor(
        pipeline: pipeline,
        password: reading.password,
        recognition: recognition ?? reading.recognition(showingProgress: false),
        readsTables: readsTables,
        threads: threads
      )
    } catch {
      Output.say("extract: error: \(error.sentence)")
      throw ExitCode(ExitStatus.wrongDefinition)
    }
  }
}

/// Options that decide what a document gives, whichever command reads it.
struct ExtractionOptions: ParsableArguments {
  @OptionGroup var definition: DefinitionOption

  @Flag(
    inversion: .prefixedNo,
    help: Messages.help("Read the tables: grants, totals, tables of attachments.")
  )
  var tables = true

  @OptionGroup var reading: ReadingOptions

  /// The arguments that make these options again.
  var arguments: [String] {
    definition.arguments + (tables ? [] : ["--no-tables"]) + reading.arguments
  }

  /// Makes the extractor, or says why a definition is wrong and throws the exit code for it.
  func makeExtractor(
    recognition: RecognitionOptions? = nil,
    threads: Int = Extractor.mostThreads
  ) throws -> Extractor {
    try definition.makeExtractor(
      reading,
      recognition: recognition,
      readsTables: tables,
      threads: threads
    )
  }

  /// Several files to be read in workers; a wrong definition is told before they start.
  func sequence(of files: [String]) throws -> FileSequence {
    _ = try makeExtractor()
    return FileSequence(
      files.map { FilePath($0) },
      options: reading.workers(
        arguments: arguments,
        jobs: min(files.count, Extractor.mostThreads)
      ),
      sentence: \.sentence
    )
  }
}
