/// A sum of money in whole cents of a euro.
public struct Amount: Hashable, Sendable, Comparable {
  /// The cents; negative for money that is given back.
  public var cents: Int

  /// The most cents that a printed number is read as, a hundred billion euros: no authority has more.
  ///
  /// Sums of what a document prints stay far below what an integer holds.
  public static let most = 10_000_000_000_000

  /// Makes an amount of cents.
  public init(cents: Int) {
    self.cents = cents
  }

  public static func < (left: Amount, right: Amount) -> Bool { left.cents < right.cents }
}
