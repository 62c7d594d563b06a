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
}
