import PageModel

/// What a worker says of a document when it has finished with it.
struct WorkerReply: Codable {
  /// What became of it.
  var outcome: DocumentOutcome
  /// Why it failed, in one sentence.
  var message: String?
  /// The SHA-256 of the bytes that were read; absent where none were.
  var sha256: String?
  /// The name of the definition that was used.
  var definition: String?
  /// The pages of the document.
  var pages: Int?
  /// The acts found in it.
  var deliberations: Int?
  /// What was found, for people; empty where the document failed.
  var findings: [Finding]?

  /// The most findings of a reply, which is one frame.
  static let mostFindings = 1000

  /// A finding as it goes over the pipe.
  struct Finding: Codable {
    var severity: String
    var code: String
    var message: String
    var page: Int?
    var line: Int?

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity.rawValue
      code = diagnostic.code
      message = diagnostic.message
      page = diagnostic.location.page
      line = diagnostic.location.line
    }

    /// The finding again; nothing where the severity is no severity.
    var diagnostic: Diagnostic? {
      Severity(rawValue: severity).map { severity in
        Diagnostic(severity, code, message, at: SourceLocation(page: page, line: line))
      }
    }
  }
}
