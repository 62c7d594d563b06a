import Definitions
public import DeliberationModel

extension Definition {
  /// The definition that fits any authority, as it is built into the program.
  public static func standard() throws -> Definition {
    try DefinitionCatalog().fallback
  }
}

extension GrantWords {
  /// The words of the definition that fits any authority; none where it cannot be read.
  public static let standard = (try? Definition.standard().grantWords) ?? GrantWords()
}

extension LabelMatcher {
  /// The labels of the definition that fits any authority.
  public static func standard() throws -> LabelMatcher {
    LabelMatcher(try Definition.standard().labels)
  }
}
