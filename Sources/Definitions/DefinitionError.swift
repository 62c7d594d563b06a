/// What is wrong with a definition, and where.
public struct DefinitionError: Error, Hashable, Sendable {
  /// The name of the file.
  public var file: String
  /// The line, from 1; absent where the whole file is meant.
  public var line: Int?
  /// One sentence, lower case, without a full stop.
  public var message: String
}
