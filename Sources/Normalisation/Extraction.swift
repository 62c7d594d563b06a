public import DeliberationModel
public import PageModel

/// What was read from one input.
public struct Extraction: Sendable {
  /// The name of the file without its folder, or `-`.
  public var fileName: String
  /// The SHA-256 of the content in lower-case hexadecimal.
  public var sha256: String
  /// The size of the content.
  public var byteCount: Int
  /// The pages, the words and the producer; the acts' values are not here.
  public var pages: [Page]
  /// The program that made the file.
  public var producer: String?
  /// The name of the definition that was used.
  public var pipeline: String
  /// What was found in the document.
  public var kind: DocumentKind?
  /// The acts, in order.
  public var deliberations: [Deliberation]
  /// Annexes of acts that are elsewhere: their attachment, grants and totals.
  public var annexes: [Deliberation]
  /// What was odd, in source order.
  public var diagnostics: [Diagnostic]

  /// Makes an extraction.
  public init(
    fileName: String,
    sha256: String,
    byteCount: Int,
    pages: [Page],
    producer: String?,
    pipeline: String,
    kind: DocumentKind? = nil,
    deliberations: [Deliberation],
    annexes: [Deliberation] = [],
    diagnostics: [Diagnostic]
  ) {
    self.fileName = fileName
    self.sha256 = sha256
    self.byteCount = byteCount
    self.pages = pages
    self.producer = producer
    self.pipeline = pipeline
    self.kind = kind
    self.deliberations = deliberations
    self.annexes = annexes
    self.diagnostics = diagnostics
  }
}
