import Regression
import SystemTestSupport

/// A corpus in a folder of its own, whose documents are read by looking up an output.
struct TestCorpus {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  /// The folder of the corpus.
  var folder: String { sandbox.path }

  /// Writes the truth of a document, and a source that says what reading it gives.
  ///
  /// Without a truth only the source is written, and the other way round; a source that begins with
  /// "!" cannot be read.
  func write(_ id: String, truth: String?, read: String?) throws {
    try sandbox.makeFolder(id)
    if let truth { try sandbox.write(Self.output(truth), to: "\(id)/expected.json") }
    if let read { try sandbox.write(read, to: "\(id)/source.txt") }
  }

  /// An output with one act.
  static func output(_ act: String) -> String { #"{"deliberations": [\#(act)]}"# }

  /// Runs the corpus.
  func report(only prefixes: [String] = []) throws -> RegressionReport {
    try RegressionReport(Corpus(folder: folder), only: prefixes) { path in
      let name = String(path.dropFirst(folder.count + 1))
      guard let text = try? sandbox.text(of: name) else { return .failure("it is gone") }
      return text.hasPrefix("!")
        ? .failure(String(text.dropFirst())) : .output(Array(Self.output(text).utf8))
    }
  }

  /// The text of a report of the corpus.
  func text(_ listing: TextReport.Listing = .all) throws -> String {
    try TextReport(report(), listing: listing).text
  }
}
