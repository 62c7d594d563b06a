import Definitions
@_exported public import DeliberationModel
@_exported public import Normalisation
@_exported public import PageModel
@_exported public import Pipeline
import SystemPackage

/// Reads a document: a PDF, a scan, a text.
///
/// The document is read in this process, with the rights that it has; the program `extract` gives them up
/// before it looks at a file. Use that for documents that nobody vouches for.
/// - Parameters:
///   - path: The file.
///   - password: What opens an encrypted PDF.
///   - seconds: The most seconds of the processor that it may take; ten times as many by the clock.
/// - Returns: What the document says, with what was odd in it.
/// - Throws: Why the document cannot be read.
public func extract(
  path: String,
  password: String? = nil,
  seconds: Double = 60
) throws(ExtractionFailure) -> Extraction {
  try extractor(password).extract(
    Input(path: FilePath(path), regular: true),
    until: Deadline(seconds: seconds, clockSeconds: 10 * seconds)
  )
}

/// Reads a document whose bytes are at hand.
/// - Parameters:
///   - bytes: The bytes of the file.
///   - name: What the document is called in the output.
///   - password: What opens an encrypted PDF.
///   - seconds: The most seconds of the processor that it may take; ten times as many by the clock.
/// - Returns: What the document says, with what was odd in it.
/// - Throws: Why the document cannot be read.
public func extract(
  bytes: [UInt8],
  name: String,
  password: String? = nil,
  seconds: Double = 60
) throws(ExtractionFailure) -> Extraction {
  try extractor(password).extract(
    name: name,
    bytes: bytes,
    until: Deadline(seconds: seconds, clockSeconds: 10 * seconds)
  )
}

private func extractor(_ password: String?) throws(ExtractionFailure) -> Extractor {
  do throws(DefinitionError) {
    return try Extractor(password: password)
  } catch {
    throw .definition(error)
  }
}

extension Extraction {
  /// The JSON that `extract` prints, in UTF-8; it follows the schema that `extract schema` prints.
  public func json(pretty: Bool = true) -> [UInt8] {
    OutputWriter(programVersion: Program.version, pretty: pretty).json(self)
  }
}
