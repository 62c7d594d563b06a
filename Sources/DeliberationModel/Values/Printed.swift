public import PageModel

/// A value with the text that was read and the place where it stands.
public struct Printed<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value as it is understood.
  public var value: Value
  /// The printed text, where it differs from the value.
  public var raw: String?
  /// Where it stands.
  public var source: SourceLocation

  /// Makes a value with its origin.
  public init(_ value: Value, raw: String? = nil, source: SourceLocation = SourceLocation()) {
    self.value = value
    self.raw = raw
    self.source = source
  }
}
