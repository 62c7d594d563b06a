public import JSONModel

/// A value of the output that is not what the truth says.
public struct Difference: Hashable, Sendable {
  /// In what way it differs.
  public enum Kind: String, Sendable {
    /// The output says something else than the truth.
    case wrong
    /// The output says nothing in its place.
    case missing
    /// The output says it and the truth does not.
    case extra
  }

  /// The family of values that it counts for, such as `vote groups`.
  public var family: String
  /// The way to it from the list of acts, such as `/0/articles/2/amounts/0/value`; positions are
  /// those of the truth, or of the output where the truth has no such item.
  public var path: String
  /// The page on which the output found it, or what stands around it.
  public var page: Int?
  /// The same as a line, where a text was read.
  public var line: Int?
  /// What the truth says.
  public var expected: JSON?
  /// What the output says.
  public var got: JSON?

  /// In what way it differs.
  public var kind: Kind { expected == nil ? .extra : got == nil ? .missing : .wrong }
}
