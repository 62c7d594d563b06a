/// How many letters must be changed, added or taken away to make one word of another.
public enum EditDistance {
  /// The distances of a word to each head of another, from the empty head to the whole.
  ///
  /// `whole` is what a letter lost or added costs, `cost` what one letter for another does. Nothing
  /// where all distances are greater than a bound.
  @inlinable
  public static func toHeads(
    of other: some Collection<UInt8>,
    from word: some Sequence<UInt8>,
    atMost bound: Int = .max,
    whole: Int = 1,
    cost: (UInt8, UInt8) -> Int = { $0 == $1 ? 0 : 1 }
  ) -> [Int]? {
    var row = (0...other.count).map { $0 * whole }
    for letter in word {
      var diagonal = row[0]
      row[0] += whole
      var least = row[0]
      for (column, meant) in other.enumerated() {
        let above = row[column + 1]
        row[column + 1] = min(diagonal + cost(letter, meant), min(above, row[column]) + whole)
        diagonal = above
        least = min(least, row[column + 1])
      }
      if least > bound { return nil }
    }
    return row
  }

  /// The distance of two words; one more than a bound where it is greater.
  @inlinable
  public static func between(
    _ one: some Collection<UInt8>,
    _ other: some Collection<UInt8>,
    atMost bound: Int = .max - 1,
    whole: Int = 1,
    cost: (UInt8, UInt8) -> Int = { $0 == $1 ? 0 : 1 }
  ) -> Int {
    let far = bound + 1
    guard abs(one.count - other.count) * whole <= bound else { return far }
    return min(
      toHeads(of: other, from: one, atMost: bound, whole: whole, cost: cost)?.last ?? far,
      far
    )
  }
}
