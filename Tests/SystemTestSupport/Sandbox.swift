import Foundation

/// A folder of its own for a test, gone when the test is over.
public final class Sandbox: Sendable {
  /// The folder's path.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "extract-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder, which need not be there.
  public func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and returns its path.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }

  /// Writes a text file and returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(text.utf8, to: name)
  }

  /// Copies a file from elsewhere.
  public func copy(_ path: String, to name: String) throws {
    try FileManager.default.copyItem(atPath: path, toPath: file(name))
  }

  /// Makes a folder in the folder.
  public func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: file(name),
      withIntermediateDirectories: true
    )
  }

  /// Removes a file or a folder.
  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: file(name))
  }

  /// The content of a file.
  public func bytes(of name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: file(name))))
  }

  /// The content of a text file.
  public func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// The names of all that is in the folder, sorted.
  public func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Runs a script of bash in the folder, which finds the program under test under `$0`.
  @discardableResult
  public func shell(_ script: String) async throws -> Outcome {
    var launch = Launch("/bin/bash", ["-euc", script, Places.extract])
    launch.folder = path
    return try await launch.run()
  }

  /// Runs the program under test in the folder.
  public func extract(_ arguments: String...) async throws -> Outcome {
    try await extract(arguments)
  }

  /// Runs the program under test in the folder, perhaps with another standard input or output.
  public func extract(
    _ arguments: [String],
    input: String? = nil,
    output: String? = nil
  ) async throws -> Outcome {
    var launch = Launch.extract(arguments)
    launch.folder = path
    if let input { launch.input = file(input) }
    launch.output = output
    return try await launch.run()
  }
}
