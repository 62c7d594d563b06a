public import PageModel

/// How a person is addressed in print.
public enum Honorific: String, Hashable, Sendable {
  /// "M.", "Monsieur", and each name after "Messieurs".
  case monsieur = "M."
  /// "Mme", "Madame", and each name after "Mesdames".
  case madame = "Mme"
}

/// A person as an act names them.
public struct Person: Hashable, Sendable {
  /// The name, given names first: `Mireille HINGREZ-CÉRÉDA`.
  public var name: String
  /// How the act addresses the person.
  public var honorific: Honorific?
  /// The printed name, where it differs from `name`.
  public var raw: String?
  /// Where the name stands.
  public var source: SourceLocation

  /// Makes a person.
  public init(
    name: String,
    honorific: Honorific? = nil,
    raw: String? = nil,
    source: SourceLocation = SourceLocation()
  ) {
    self.name = name
    self.honorific = honorific
    self.raw = raw
    self.source = source
  }
}
