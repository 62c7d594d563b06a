public import Catalogue
public import SystemPackage

/// What a batch is to do.
public struct BatchOptions: Sendable {
  /// The folder of the outputs and the ledger.
  public var output: FilePath
  /// A file that gets all outputs, one a line, in the order of the documents; `-` for standard output.
  public var lines: FilePath?
  /// A catalogue that gets all outputs.
  public var catalogue: Catalogue?
  /// Whether documents that are done are done again.
  public var force = false
  /// Whether documents that failed are tried again.
  public var retryFailed = false
  /// What the workers are given.
  public var workers: WorkerOptions
  /// The part of the documents that is done; all where there is none.
  public var shard: Shard?
  /// What `Extractor.fingerprint` says of the workers' choices.
  public var fingerprint: String

  /// Makes options.
  public init(output: FilePath, fingerprint: String, workers: WorkerOptions) {
    self.output = InputList.absolute(output)
    self.fingerprint = fingerprint
    self.workers = workers
  }
}
