/// What became of one document of a corpus.
public struct DocumentResult: Sendable {
  /// How far the document came.
  public enum Outcome: Hashable, Sendable {
    /// It was read and held against its truth.
    case compared
    /// It has no truth, so nothing was compared.
    case withoutTruth
    /// It could not be read, with the reason; all that its truth says counts as missing.
    case unreadable(String)
    /// Its truth is no JSON, so that nothing could be compared.
    case wrongTruth(String)
    /// The record has it and the corpus has not.
    case vanished
  }

  /// A difference and what the record says of it.
  public struct Finding: Sendable {
    /// What a difference is beside the record.
    public enum Status: String, Sendable {
      /// The value was right, or at least not wrong, when the record was made.
      case lost
      /// The record knows of the difference.
      case known
      /// The document is not on record.
      case new
    }

    public var status: Status
    public var difference: Difference
  }

  /// A value that is right and was not when the record was made.
  public struct Gain: Hashable, Sendable {
    public var family: String
    public var path: String
  }

  /// The document's folder below the corpus.
  public var id: String
  /// The folder of its year.
  public var year: String
  /// How far it came.
  public var outcome: Outcome
  /// Whether the record has scores of it.
  public var isRecorded: Bool
  /// The scores by family; empty where nothing was compared.
  public var scores: [String: Score] = [:]
  /// The scores by family when the record was made.
  public var recordedScores: [String: Score] = [:]
  /// The differences, in the order of the truth's keys.
  public var findings: [Finding] = []
  /// What became right, sorted by path.
  public var gains: [Gain] = []

  /// The values that were lost; a document that cannot be compared any more is one loss.
  public var lossCount: Int {
    switch outcome {
    case .compared: findings.count { $0.status == .lost }
    case .withoutTruth: 0
    case .unreadable, .wrongTruth, .vanished: 1
    }
  }
}

extension DocumentResult {
  /// Sorts the differences of a compared document into what the record knows and what is new.
  mutating func judge(_ differences: [Difference], recorded: [KnownDifference: Int]) {
    guard isRecorded else {
      findings = differences.map { Finding(status: .new, difference: $0) }
      return
    }
    var left = recorded
    func take(_ known: KnownDifference) -> Bool {
      guard let count = left[known], count > 0 else { return false }
      left[known] = count - 1
      return true
    }
    findings = differences.map { difference in
      var known = KnownDifference(difference)
      guard !take(known) else { return Finding(status: .known, difference: difference) }
      // A value that is missing where a wrong one stood misleads nobody; the other way round it does.
      switch difference.kind {
      case .missing:
        known.kind = .wrong
        return Finding(status: take(known) ? .known : .lost, difference: difference)
      case .wrong:
        known.kind = .missing
        _ = take(known)
        return Finding(status: .lost, difference: difference)
      case .extra: return Finding(status: .lost, difference: difference)
      }
    }
    gains = left.sorted { $0.key < $1.key }.flatMap { known, count in
      repeatElement(Gain(family: known.family, path: known.path), count: count)
    }
  }
}
