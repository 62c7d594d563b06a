/// Where an act and what is attached to it stand in a document.
///
/// The lists hold indices of the document's lines, in order, without running heads and feet.
public struct ActOutline: Hashable, Sendable {
  /// From the heading to the last result.
  public var act: [Int]
  /// The signature with its place and date.
  public var conclusions: [Int]
  /// Annexes, conventions, the report.
  public var attached: [Int]
  /// What `attached` is made of, in order; the numbers are those that are printed.
  public var attachments: [Attachment]

  /// Makes an outline.
  public init(
    act: [Int],
    conclusions: [Int],
    attached: [Int],
    attachments: [Attachment] = []
  ) {
    self.act = act
    self.conclusions = conclusions
    self.attached = attached
    self.attachments = attachments
  }
}

/// The acts of a document.
public struct Outline: Hashable, Sendable {
  /// One entry for each act, in order.
  public var acts: [ActOutline]
  /// The lines that repeat from page to page: heads, feet, page numbers.
  public var running: [Int]

  /// Makes an outline.
  public init(acts: [ActOutline], running: [Int]) {
    self.acts = acts
    self.running = running
  }
}
