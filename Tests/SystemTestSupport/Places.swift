import Foundation

/// Where things stand, wherever the package was cloned to.
public enum Places {
  /// The folder of the package.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .standardizedFileURL.path

  /// The program under test; Tests/run builds it before the tests.
  public static let extract = root + "/.build/release/extract"

  /// The program that damages acts of the corpus; Tests/run builds it before the tests.
  public static let mutations = root + "/.build/release/mutations"

  /// The acts whose truth is in the repository.
  public static let samples = root + "/Samples"

  /// The folder of the corpus and its tools; not a part of the repository.
  public static let shared = root + "/../shared"

  /// Whether the corpus is there.
  public static let hasCorpus = FileManager.default.fileExists(atPath: shared + "/corpus")

  /// The Python of the validators that `Tests/run` installs for the tests alone.
  public static let validators = root + "/.build/validators/bin/python"

  /// Whether the validators are there.
  public static let hasValidators = FileManager.default.isExecutableFile(atPath: validators)

  /// The files below a folder with a suffix, in capitals or not, sorted by path.
  public static func files(below folder: String, suffix: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.lowercased().hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
  }

  /// Debian's python, which has Debian's jsonschema; else the first one on PATH.
  static let python =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    ? ["/usr/bin/python3"] : ["/usr/bin/env", "python3"]
}
