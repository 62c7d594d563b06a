import PageModel

/// Findings as lines for people: `file:page: severity: sentence [id]`.
enum Findings {
  /// The line of a finding; the place is the page, or the line of a text.
  static func line(_ diagnostic: Diagnostic, in file: String) -> String {
    let place = diagnostic.location.line ?? diagnostic.location.page
    let head = place.map { "\(file):\($0)" } ?? file
    return "\(head): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]"
  }
}
