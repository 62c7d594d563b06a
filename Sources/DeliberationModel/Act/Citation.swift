/// What kind of text a citation refers to.
public enum ReferenceType: String, Hashable, Sendable {
  case deliberation
  case code
  case law
  case decree
  case report
  case opinion
}

/// A text that a citation refers to.
public struct Reference: Hashable, Sendable {
  /// What kind of text it is.
  public var type: ReferenceType
  /// The number as printed: `2021-257`, `90-449`.
  public var number: String?
  /// The date of the text.
  public var date: CalendarDate?
  /// The name of a code: `Code du Travail`.
  public var name: String?

  /// Makes a reference.
  public init(
    _ type: ReferenceType,
    number: String? = nil,
    date: CalendarDate? = nil,
    name: String? = nil
  ) {
    self.type = type
    self.number = number
    self.date = date
    self.name = name
  }
}

/// A *visa*: "Vu le Code du Travail et, notamment, ses articles L.5132-15 et suivants".
public struct Citation: Hashable, Sendable {
  /// The text without the punctuation that ends it.
  public var text: Printed<String>
  /// The texts it refers to, in printed order.
  public var references: [Reference]

  /// Makes a citation.
  public init(text: Printed<String>, references: [Reference]) {
    self.text = text
    self.references = references
  }
}
