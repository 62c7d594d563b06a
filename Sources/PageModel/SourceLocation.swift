/// Where a value was read, for people and for the output.
public struct SourceLocation: Hashable, Sendable {
  /// The page, from 1; absent for a text without page breaks.
  public var page: Int?
  /// The box on that page; absent for a text.
  public var box: BoundingBox?
  /// The line of a text input, from 1; absent for a page with boxes.
  public var line: Int?

  /// Makes a location from what is known of it.
  public init(page: Int? = nil, box: BoundingBox? = nil, line: Int? = nil) {
    self.page = page
    self.box = box
    self.line = line
  }
}
