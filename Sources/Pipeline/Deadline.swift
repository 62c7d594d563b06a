/// The moment at which the work on a document must end.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant?

  /// Makes a deadline some seconds from now; without seconds it never comes.
  public init(seconds: Double?) {
    end = seconds.map { ContinuousClock.now + .seconds($0) }
  }

  /// Whether the moment has passed.
  public var hasPassed: Bool {
    end.map { ContinuousClock.now >= $0 } ?? false
  }
}
