/// The findings of a run, in the order in which they were made.
public struct DiagnosticList: Sendable {
  /// The findings.
  public private(set) var items: [Diagnostic] = []

  /// Makes an empty list.
  public init() {}

  private var known: Set<Diagnostic> = []

  /// Adds a finding, once: the acts of minutes share their preface.
  public mutating func report(_ diagnostic: Diagnostic) {
    if known.insert(diagnostic).inserted { items.append(diagnostic) }
  }

  /// Adds a finding, once, made of its parts.
  public mutating func report(
    _ severity: Severity,
    _ code: String,
    _ message: String,
    at location: SourceLocation = SourceLocation()
  ) {
    report(Diagnostic(severity, code, message, at: location))
  }

  /// The findings in source order; those of one place keep the order in which they were made.
  public func sorted() -> [Diagnostic] {
    items.enumerated()
      .sorted { left, right in
        let (a, b) = (Self.place(left.element), Self.place(right.element))
        return a == b ? left.offset < right.offset : a < b
      }
      .map(\.element)
  }

  private static func place(_ diagnostic: Diagnostic) -> (Int, Int, Float) {
    let location = diagnostic.location
    return (location.page ?? 0, location.line ?? 0, location.box?.y0 ?? 0)
  }
}
