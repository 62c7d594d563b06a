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
  /// How many workers run side by side.
  public var jobs = 1
  /// The seconds that a document may take; each recognised page adds to them.
  public var secondsPerDocument = 60.0
  /// The bytes of memory that a worker may hold.
  public var memory = 2_000_000_000
  /// The part of the documents that is done; all where there is none.
  public var shard: Shard?
  /// What `Extractor.fingerprint` says of the workers' choices.
  public var fingerprint: String
  /// The arguments with which this program becomes a worker with these choices.
  public var workerArguments: [String]

  /// Makes options.
  public init(output: FilePath, fingerprint: String, workerArguments: [String]) {
    self.output = InputList.absolute(output)
    self.fingerprint = fingerprint
    self.workerArguments = workerArguments
  }
}
