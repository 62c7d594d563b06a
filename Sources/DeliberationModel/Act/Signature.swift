public import PageModel

/// The end of an act: who signed, where and when.
public struct Signature: Hashable, Sendable {
  /// The place, in the case of a proper name: `Arras`.
  public var place: Printed<String>?
  /// The day.
  public var date: CalendarDate?
  /// The person who signs last.
  public var signatory: Person?
  /// In what office: `La Directrice générale des services`.
  public var role: String?
  /// For whom: `le Président du Conseil départemental`.
  public var onBehalfOf: String?
  /// Where it stands.
  public var source = SourceLocation()

  /// Makes an empty signature.
  public init() {}

  /// Whether nothing was read.
  public var isEmpty: Bool {
    place == nil && date == nil && signatory == nil && role == nil && onBehalfOf == nil
  }
}
