/// Documents that are finished, and not yet durable and in the ledger.
///
/// They are made so together: to wait for the disk for each alone would cost more than the reading.
struct FinishedWork {
  var drafts: [Draft] = []
  var extractions: [String: Ledger.Extraction] = [:]
  var documents: [Ledger.Document] = []
  /// The documents that may now go to the stream of lines: their places, and what became of their
  /// content where it has an output.
  var lines: [(index: Int, done: Ledger.Extraction?)] = []
  private var oldest: ContinuousClock.Instant?

  /// The seconds for which a finished document waits for others.
  private static let patience = 0.25
  private static let mostWaiting = 64

  var isEmpty: Bool { documents.isEmpty && extractions.isEmpty && lines.isEmpty }

  /// Notes that something was added.
  mutating func touch() {
    oldest = oldest ?? .now
  }

  /// Whether it is time to make them durable.
  var isDue: Bool {
    guard let oldest else { return false }
    return drafts.count >= Self.mostWaiting || documents.count >= 16 * Self.mostWaiting
      || oldest.duration(to: .now) >= .seconds(Self.patience)
  }
}
