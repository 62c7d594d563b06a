/// How many values of a family the truth and the output have, and how many agree.
public struct Score: Hashable, Sendable {
  /// The values of the truth.
  public var expected: Int
  /// The values of the output.
  public var found: Int
  /// The values of the output that the truth says too.
  public var correct: Int
  /// The values of the output that the truth does not say.
  public var wrong: Int
  /// The values of the truth in whose place the output has none.
  public var missing: Int

  /// Makes a score, by itself of nothing.
  public init(expected: Int = 0, found: Int = 0, correct: Int = 0, wrong: Int = 0, missing: Int = 0)
  {
    self.expected = expected
    self.found = found
    self.correct = correct
    self.wrong = wrong
    self.missing = missing
  }

  /// The harmonic mean of precision and recall; 1 where there is nothing to find and nothing found.
  public var f1: Double {
    expected + found == 0 ? 1 : 2 * Double(correct) / Double(expected + found)
  }

  /// The score of two sets of values together.
  public static func + (left: Score, right: Score) -> Score {
    Score(
      expected: left.expected + right.expected,
      found: left.found + right.found,
      correct: left.correct + right.correct,
      wrong: left.wrong + right.wrong,
      missing: left.missing + right.missing
    )
  }

  /// Adds the values of another score.
  public static func += (left: inout Score, right: Score) { left = left + right }
}
