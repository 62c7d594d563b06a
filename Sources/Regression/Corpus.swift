import Foundation

/// A folder of documents whose truth is known: `<authority>/<year>/<number>/` holds `source.pdf` or
/// `source.txt`, and `expected.json`, which a person has checked.
public struct Corpus: Sendable {
  /// A document of a corpus.
  public struct Document: Hashable, Sendable {
    /// Its folder below the corpus, such as `haute-lys/2023/2023-041`.
    public var id: String
    /// The path of its source; absent where there is only a truth.
    public var source: String?
    /// The path of its truth, if there is one.
    public var expected: String?

    /// The folder of the year.
    public var year: String { String(id.split(separator: "/")[1]) }
  }

  /// The path of the folder.
  public let folder: String
  /// The documents, sorted by `id`.
  public let documents: [Document]

  /// Finds the documents of a corpus.
  public init(folder: String) throws(CorpusError) {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .missing
    }
    guard isFolder.boolValue, (try? FileManager.default.contentsOfDirectory(atPath: folder)) != nil
    else { throw .notAFolder }
    self.folder = folder
    var found: [Document] = []
    for authority in Self.folders(in: folder) {
      for year in Self.folders(in: "\(folder)/\(authority)") {
        for number in Self.folders(in: "\(folder)/\(authority)/\(year)") {
          let document = Self.document("\(authority)/\(year)/\(number)", in: folder)
          guard document.source != nil || document.expected != nil else { continue }
          guard !document.id.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw .unusableName(document.id)
          }
          found.append(document)
        }
      }
    }
    guard !found.isEmpty else { throw .noDocument }
    documents = found.sorted { $0.id < $1.id }
  }

  private static func document(_ id: String, in folder: String) -> Document {
    func file(_ name: String) -> String? {
      let path = "\(folder)/\(id)/\(name)"
      return FileManager.default.fileExists(atPath: path) ? path : nil
    }
    return Document(
      id: id,
      source: file("source.pdf") ?? file("source.txt"),
      expected: file("expected.json")
    )
  }

  /// The names of the folders in a folder, hidden ones left out.
  private static func folders(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      guard !name.hasPrefix(".") else { return false }
      var isFolder: ObjCBool = false
      return unsafe FileManager.default.fileExists(
        atPath: "\(folder)/\(name)",
        isDirectory: &isFolder
      ) && isFolder.boolValue
    }
  }
}
