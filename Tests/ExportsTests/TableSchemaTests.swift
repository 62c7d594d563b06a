import Testing

@testable import Exports

/// What keeps a row from the tables of SCDL.
struct TableSchemaTests {
  /// A row of scdl-deliberations with all that is required.
  static let deliberation = [
    "COLL_NOM": "Commune de Vaux", "COLL_SIRET": "21860194600013", "DELIB_ID": "2024-17",
    "DELIB_DATE": "2024-03-12", "DELIB_MATIERE_CODE": "7.5",
    "DELIB_MATIERE_NOM": "finances locales/subventions", "DELIB_OBJET": "Subventions",
  ]

  private func problems(_ changes: [String: String]) throws -> Set<String> {
    let row = Self.deliberation.merging(changes) { $1 }
    return Set(try SCDLTable.deliberations.schema.problems(of: row).map(\.column))
  }

  @Test func `takes a row with all that is required`() throws {
    #expect(try problems([:]) == [])
  }

  @Test(arguments: [
    (["DELIB_ID": ""], "DELIB_ID"),
    (["COLL_SIRET": "21860194600014"], "COLL_SIRET"),
    (["COLL_SIRET": "218601946"], "COLL_SIRET"),
    (["DELIB_MATIERE_CODE": "75"], "DELIB_MATIERE_CODE"),
    (["DELIB_MATIERE_NOM": "subventions"], "DELIB_MATIERE_NOM"),
    (["BUDGET_ANNEE": "2024"], "BUDGET_ANNEE"),
    (["BUDGET_ANNEE": "2025/2024", "BUDGET_NOM": "Eau"], "BUDGET_ANNEE"),
    (["PREF_DATE": "2024-03-11"], "PREF_DATE"),
    (["VOTE_POUR": "12"], "VOTE_EFFECTIF"),
  ])
  func `names the column that is wrong`(changes: [String: String], column: String) throws {
    #expect(try problems(changes).contains(column))
  }

  @Test(arguments: [("15", "14", "12", "1", "1", true), ("15", "14", "12", "1", "0", false)])
  func `adds the votes up`(
    members: String,
    cast: String,
    yes: String,
    no: String,
    abstain: String,
    isRight: Bool
  ) throws {
    let found = try problems([
      "VOTE_EFFECTIF": members, "VOTE_REEL": cast, "VOTE_POUR": yes, "VOTE_CONTRE": no,
      "VOTE_ABSTENTION": abstain,
    ])
    #expect(found.isEmpty == isRight)
  }

  @Test(arguments: [
    ("21860194600013", true), ("22620001200012", true), ("35600000049837", true),
    ("2186019460001", false), ("2186019460001x", false), ("", false),
  ])
  func `proves a SIRET by its key`(text: String, isValid: Bool) {
    #expect(EstablishmentNumber.isValid(text) == isValid)
  }

  @Test func `asks for one of two identifiers of a beneficiary`() throws {
    let columns = try SCDLTable.grants.schema.problems(of: [:]).map(\.column)
    #expect(columns.contains("idBeneficiaire"))
    #expect(columns.contains("notificationUE"))
  }
}
