/// A sum of money in whole cents of a euro.
public struct Amount: Hashable, Sendable, Comparable {
  /// The cents; negative for money that is given back.
  public var cents: Int

  /// Makes an amount of cents.
  public init(cents: Int) {
    self.cents = cents
  }

  public static func < (left: Amount, right: Amount) -> Bool { left.cents < right.cents }
}
