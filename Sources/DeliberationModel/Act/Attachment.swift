public import PageModel

/// What kind of document is attached to an act.
public enum AttachmentKind: String, Hashable, Sendable {
  case annex
  case convention
  /// An *avenant*.
  case amendment
  /// The report of the President.
  case report
}

/// A document attached to an act.
public struct Attachment: Hashable, Sendable {
  /// What kind it is by its nature: a convention attached as "Annexe 4" is a convention.
  public var kind: AttachmentKind
  /// The number of the annex, printed or given by the articles that cite it; absent on the report.
  public var number: Int?
  /// Whether the number is printed at its head.
  public var numberIsPrinted: Bool
  /// The title as printed, spaces collapsed.
  public var title: Printed<String>?
  /// The first and the last page, from 1; absent in a text without page breaks.
  public var pages: ClosedRange<Int>?
  /// The lines of the attachment in the document.
  public var lines: [Int]
  /// The tables on its pages.
  public var tables: [TableGrid] = []
  /// Where it begins.
  public var source: SourceLocation

  /// Makes an attachment.
  public init(
    kind: AttachmentKind,
    number: Int?,
    numberIsPrinted: Bool,
    lines: [Int],
    source: SourceLocation
  ) {
    self.kind = kind
    self.number = number
    self.numberIsPrinted = numberIsPrinted
    self.lines = lines
    self.source = source
  }
}
