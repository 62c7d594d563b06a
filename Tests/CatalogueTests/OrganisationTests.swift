import Catalogue
import Testing

/// An organisation once, and those that a person may take for one.
struct OrganisationTests {
  let test: TestCatalogue

  init() throws {
    test = try TestCatalogue()
  }

  private func store(_ beneficiaries: [String]) throws {
    for (letter, name) in zip("abcdef", beneficiaries) {
      try test.catalogue.store(
        Fixtures.output(letter, act: Fixtures.act(number: "2024-1", beneficiary: name))
      )
    }
  }

  @Test func `are one in every spelling, with the sum of them`() throws {
    try store(["École de Vaux", "ECOLE DE VAUX", "Ecole de-Vaux", "École du Pré"])
    #expect(
      try test.rows(
        "SELECT name, variants, amount_cents FROM organisations WHERE grants ORDER BY name"
      ) == ["École de Vaux|3|150000", "École du Pré|1|50000"]
    )
  }

  @Test(arguments: [
    ("CCAS de Montlys", "Centre communal d'action sociale de Montlys"),
    ("CCAS", "Centre Communal d'Action Sociale"),
    ("MJC DE BRUNELLE", "Maison des jeunes et de la culture de Brunelle"),
  ])
  func `are candidates of one, and stay two`(short: String, long: String) throws {
    try store([long, short])
    #expect(try test.rows("SELECT count(*) FROM organisations WHERE grants") == ["2"])
    let pairs = try test.rows("SELECT name, candidate FROM organisation_candidates")
    #expect(pairs == ["\(short)|\(long)"] || pairs == ["\(long)|\(short)"])
  }

  @Test(arguments: [
    ("CCAS de Montlys", "Centre communal d'action sociale de Mériel"),
    ("Club de football de Vaux", "Comité des fêtes de Vaux"),
    ("École du Pré", "Ecole du Pré"),
  ])
  func `are no candidates of others`(one: String, other: String) throws {
    try store([one, other])
    #expect(try test.rows("SELECT * FROM organisation_candidates") == [])
  }

  @Test func `go by the SIREN that acts print`() throws {
    let act = """
      {"number": "2024-1", "title": "Voirie",
       "authority": {"name": "Commune de Vaux", "siren": "210000019"},
       "grants": [{"beneficiary": "COMMUNE DE VAUX", "amount": 5.00, "stated_in": "table"}]}
      """
    try test.catalogue.store(Fixtures.output("a", act: act))
    #expect(
      try test.rows("SELECT * FROM organisations") == ["210000019|Commune de Vaux|2|1|500"]
    )
  }

  @Test func `go with the last act that names them`() throws {
    try store(["École de Vaux"])
    try store(["Judo club"])
    #expect(
      try test.rows("SELECT name FROM organisation_names ORDER BY name")
        == ["Département de la Haute-Lys", "Judo club"]
    )
  }
}
