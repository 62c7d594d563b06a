import Foundation

/// What keeps a text from being an output.
struct OutputError: Error {
  /// Why, as a part of a sentence.
  var reason: String
}

/// What a catalogue takes of an output; keys that it does not know are left out.
struct OutputDocument: Decodable {
  struct Generator: Decodable {
    var version: String
    var pipeline: String?
  }

  struct Source: Decodable {
    var fileName: String
    var sha256: String
    var byteCount: Int
    var pageCount: Int?
    var producer: String?
  }

  struct Diagnostic: Decodable {
    var severity: String
    var code: String
    var message: String
    var page: Int?
    var line: Int?
  }

  var schemaVersion: String
  var generator: Generator
  var source: Source
  var deliberations: [OutputAct]
  var diagnostics: [Diagnostic]

  /// Reads an output.
  init(_ json: [UInt8]) throws(OutputError) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      self = try decoder.decode(OutputDocument.self, from: Data(json))
    } catch let error as DecodingError {
      throw OutputError(reason: Self.reason(error))
    } catch {
      throw OutputError(reason: "it cannot be decoded")
    }
    guard schemaVersion.hasPrefix("1.") else {
      throw OutputError(reason: "it follows version \(schemaVersion) of the schema, not 1")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "there is no \(place(context.codingPath + [key]))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context.codingPath)) has a value of another kind"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "\(place(context.codingPath)): \(context.debugDescription)"
    default: return "it is no JSON, or a number in it is out of all range"
    }
  }
}

/// Where something stands: a page of a PDF, or a line of a text.
struct OutputPage: Decodable {
  var page: Int
}
