import Foundation
import FuzzTargets
import TestSupport
import Testing

/// The kept inputs: what the fuzzer learnt, and every input that crashed once.
struct KeptCorpusTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  @Test(arguments: FuzzTarget.allCases)
  func `is read to the end`(target: FuzzTarget) throws {
    let folder = Self.folder.appending(path: target.rawValue)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    try #require(!files.isEmpty)
    for file in files.sorted(by: { $0.path < $1.path }) {
      target.read([UInt8](try Data(contentsOf: file)))
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `is read to the end with bytes changed`(target: FuzzTarget) throws {
    let folder = Self.folder.appending(path: target.rawValue)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    var random = SeededGenerator(seed: 19)
    for file in files.sorted(by: { $0.path < $1.path }).prefix(40) {
      var bytes = [UInt8](try Data(contentsOf: file)).prefix(2048)
      for _ in 0..<4 {
        guard let place = bytes.indices.randomElement(using: &random) else { continue }
        bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      }
      target.read(Array(bytes))
    }
  }
}
