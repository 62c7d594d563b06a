public import SystemPackage

/// How far a batch is, and in the end what it did.
public struct BatchStatus: Sendable {
  /// The documents, those of other shards left out as they become known.
  public internal(set) var documents = 0
  /// What became of those that are finished, by outcome, those of earlier runs included.
  public internal(set) var outcomes: [DocumentOutcome: Int] = [:]
  /// How many of those that are done hold no act.
  public internal(set) var withoutActs = 0
  /// How many of them had their outcome from an earlier run.
  public internal(set) var before = 0
  /// How many have an outcome by themselves, and not because another has the same content.
  public internal(set) var extracted = 0
  /// How many outputs the catalogue refused.
  public internal(set) var uncatalogued = 0
  /// How many warnings and errors this run found in documents, by their code.
  public internal(set) var findings: [String: Int] = [:]
  /// The pages read in this run.
  public internal(set) var pages = 0
  /// The seconds since the start.
  public internal(set) var seconds = 0.0
  /// The signal that ended the run early.
  public internal(set) var interruption: Int32?

  /// How many documents are finished.
  public var finished: Int { outcomes.values.reduce(0, +) }
  /// How many of them have no output.
  public var failed: Int { finished - outcomes[.done, default: 0] }

  /// The pages read in a second.
  public var pagesPerSecond: Double { seconds > 0 ? Double(pages) / seconds : 0 }

  /// The seconds that the rest will take, as far as this run tells; nothing before it does.
  public var secondsLeft: Double? {
    let now = finished - before
    guard now > 0 else { return nil }
    return seconds / Double(now) * Double(documents - finished)
  }
}

/// What a batch tells while it runs.
public enum BatchEvent: Sendable {
  /// A document failed, now and not in an earlier run.
  case failure(FilePath, DocumentOutcome, message: String)
  /// The catalogue refused the output of a document.
  case uncatalogued(FilePath, reason: String)
  /// Something changed, or a tenth of a second went by.
  case status(BatchStatus)
}
