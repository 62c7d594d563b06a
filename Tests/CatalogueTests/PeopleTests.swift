import Catalogue
import Testing

/// One row a person and authority.
struct PeopleTests {
  let test: TestCatalogue

  init() throws {
    test = try TestCatalogue()
  }

  private func store(_ acts: [String]) throws {
    for (letter, act) in zip("abcdef", acts) {
      try test.catalogue.store(Fixtures.output(letter, act: act))
    }
  }

  @Test(arguments: [
    ["Étienne LE ROUX", "ETIENNE LE ROUX", "Etienne Le-Roux"],
    ["ETIENNE LE ROUX", "Etienne Le-Roux", "Étienne LE ROUX"],
  ])
  func `knows a person in every spelling and shows the fullest`(names: [String]) throws {
    try store(names.enumerated().map { Fixtures.act(number: "202\($0)-1", present: $1) })
    #expect(try test.rows("SELECT name FROM people") == ["Étienne LE ROUX"])
    #expect(
      try test.rows("SELECT printed FROM attendance ORDER BY deliberation_id") == names
    )
  }

  @Test func `keeps the members of two authorities apart`() throws {
    try store([
      Fixtures.act(number: "2024-1", authority: "Commune de Montlys"),
      Fixtures.act(number: "2024-2", authority: "Commune de Brunelle"),
    ])
    #expect(try test.rows("SELECT name FROM people") == ["Anne LE GALL", "Anne LE GALL"])
  }

  @Test func `does not take the people of two acts without an authority for one`() throws {
    try store([
      Fixtures.act(number: "2024-1", authority: nil),
      Fixtures.act(number: "2024-2", authority: nil),
    ])
    #expect(
      try test.rows("SELECT name, authority_id FROM people")
        == ["Anne LE GALL|–", "Anne LE GALL|–"]
    )
  }

  @Test func `says the same whatever document comes first`() throws {
    let outputs = [
      Fixtures.output("a", act: Fixtures.richAct),
      Fixtures.output("b", act: Fixtures.act(number: "2024-1", present: "ANNE LE GALL")),
      Fixtures.output("c", act: Fixtures.act(number: "2024-2", authority: nil)),
    ]
    let other = try TestCatalogue()
    for output in outputs { try test.catalogue.store(output) }
    for output in outputs.reversed() { try other.catalogue.store(output) }
    #expect(try test.facts() == other.facts())
  }
}
