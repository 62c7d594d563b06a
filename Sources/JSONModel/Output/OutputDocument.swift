import Foundation

/// What keeps a text from being an output.
package struct OutputError: Error {
  /// Why, as a part of a sentence.
  package var reason: String

  /// Makes an error.
  package init(reason: String) {
    self.reason = reason
  }
}

/// An output with what is made of outputs; keys that nothing is made of are left out.
package struct OutputDocument: Decodable {
  package struct Generator: Decodable {
    package var version: String
    package var pipeline: String?
  }

  package struct Source: Decodable {
    package var fileName: String
    package var sha256: String
    package var byteCount: Int
    package var pageCount: Int?
    package var producer: String?
    package var pages: [Page]?
  }

  package struct Page: Decodable {
    package var number: Int
    package var textOrigin: String?
  }

  package struct Diagnostic: Decodable {
    package var severity: String
    package var code: String
    package var message: String
    package var page: Int?
    package var line: Int?
  }

  package var schemaVersion: String
  package var generator: Generator
  package var kind: String?
  package var source: Source
  package var deliberations: [OutputAct]
  package var annexes: [OutputAttachment]?
  package var diagnostics: [Diagnostic]

  /// Reads an output.
  package init(_ json: [UInt8]) throws(OutputError) {
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
package struct OutputPage: Decodable {
  package var page: Int
}
