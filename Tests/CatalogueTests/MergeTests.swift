import Catalogue
import SystemTestSupport
import Testing

/// Catalogues of several runs put together.
struct MergeTests {
  static let outputs = [
    Fixtures.output("a", act: Fixtures.richAct),
    Fixtures.output("b", act: Fixtures.act(number: "2024-1", present: "ANNE LE GALL")),
    Fixtures.output("c", act: Fixtures.act(number: "2024-2", authority: nil)),
    Fixtures.output("d", act: Fixtures.richAct),
    Fixtures.output("e", act: Fixtures.act(number: "2024-3", authority: "Commune de Montlys")),
  ]

  /// A catalogue of some of the outputs, in an order.
  private func catalogue(of indices: [Int]) throws -> TestCatalogue {
    let test = try TestCatalogue()
    for index in indices { try test.catalogue.store(Self.outputs[index], path: "\(index).pdf") }
    return test
  }

  @Test(arguments: [
    [[0, 1, 2, 3, 4]], [[0, 1], [2, 3, 4]], [[4, 3], [2], [], [1, 0]],
    [[0, 2, 3], [2, 1, 0], [4, 2]],
  ])
  func `says what one run over all documents says`(shards: [[Int]]) throws {
    let merged = try TestCatalogue()
    for shard in shards {
      let part = try catalogue(of: shard)
      let count = try withExtendedLifetime(part) {
        try merged.catalogue.merge(shard: part.catalogue)
      }
      #expect(count == shard.count)
    }
    #expect(try merged.facts() == catalogue(of: [0, 1, 2, 3, 4]).facts())
    #expect(try merged.faults() == [])
  }

  @Test func `takes the document of the catalogue that is merged last`() throws {
    let merged = try TestCatalogue()
    try merged.catalogue.store(Fixtures.output("a", act: Fixtures.richAct), path: "a.pdf")
    let newer = try TestCatalogue()
    let act = Fixtures.act(number: "2024-9", authority: "Commune de Montlys")
    try newer.catalogue.store(Fixtures.output("a", act: act), path: "moved.pdf")
    _ = try merged.catalogue.merge(shard: newer.catalogue)
    #expect(try merged.rows("SELECT number FROM acts") == ["2024-9"])
    #expect(try merged.rows("SELECT name FROM authorities") == ["Commune de Montlys"])
    #expect(try merged.rows("SELECT path FROM locations") == ["a.pdf", "moved.pdf"])
  }

  @Test func `does not merge a catalogue into itself`() throws {
    let test = try catalogue(of: [0])
    let same = try Catalogue(existing: test.sandbox.path + "/./catalogue.sqlite")
    #expect(throws: CatalogueError.sameFile) { try test.catalogue.merge(shard: same) }
  }

  @Test func `leaves the other catalogue as it is`() throws {
    let (shard, merged) = try (catalogue(of: [0, 1]), TestCatalogue())
    let before = try shard.sandbox.bytes(of: "catalogue.sqlite")
    _ = try merged.catalogue.merge(shard: shard.catalogue)
    #expect(try shard.sandbox.bytes(of: "catalogue.sqlite") == before)
  }
}
