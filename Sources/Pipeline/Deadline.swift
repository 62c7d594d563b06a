import Synchronization

/// The moment at which the work on a document must end.
public final class Deadline: Sendable {
  private let end: Mutex<ContinuousClock.Instant?>

  /// Makes a deadline some seconds from now; without seconds it never comes.
  public init(seconds: Double?) {
    end = Mutex(seconds.map { ContinuousClock.now + .seconds($0) })
  }

  /// Whether the moment has passed.
  public var hasPassed: Bool { hasPassed(by: 0) }

  /// Whether the moment passed some seconds ago.
  public func hasPassed(by seconds: Double) -> Bool {
    end.withLock { $0.map { ContinuousClock.now >= $0 + .seconds(seconds) } ?? false }
  }

  /// Puts the moment off, because the document turned out to need more.
  func extend(seconds: Double) {
    end.withLock { end in end = end.map { $0 + .seconds(seconds) } }
  }
}
