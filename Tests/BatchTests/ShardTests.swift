import SystemPackage
import Testing

@testable import Batch

struct ShardTests {
  @Test(arguments: ["", "1", "0/2", "3/2", "1/0", "-1/2", "a/b", "1/2/3"])
  func `is not read from other words`(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test(arguments: 1...5)
  func `share all contents and none twice`(count: Int) throws {
    let shards = try (1...count).map { try #require(Shard("\($0)/\(count)")) }
    for content in 0..<200 {
      let digits = String(content * 7919, radix: 16)
      let sha256 = String(repeating: "0", count: 15 - digits.count) + digits + "ffff"
      #expect(shards.count { $0.holds(sha256) } == 1)
      #expect(shards.count { $0.holds(nameOf: FilePath("/acts/\(content).pdf")) } == 1)
    }
  }

  // Runs on other machines, and later versions, must cut a corpus at the same places.
  @Test(arguments: [
    ("3687357d21c604afec4618c39226499b8a5496a1267e0535c96964753fcc5375", "3/4"),
    ("58b179a7221307512887bdec8601996d9d67511f97624ddbf01524226bf43010", "2/4"),
    ("8b15e864a982794483f90c8a6dee2f214928c7c6135d195a404ec6c512ce6a88", "1/4"),
  ])
  func `keep a content for ever`(sha256: String, shard: String) throws {
    #expect(try #require(Shard(shard)).holds(sha256))
  }
}
