import DeliberationModel
import TestSupport
import Testing

@testable import Definitions

struct `A definition` {
  private func decoded(
    _ text: String,
    on base: Definition = Definition(name: "default"),
    lexicon: String? = nil
  ) throws(DefinitionError) -> Definition {
    try DefinitionDecoder(file: "lys.yaml") { _ in lexicon }.decode(text, named: "lys", on: base)
  }

  @Test func `gives an authority, its organs, labels and operation codes`() throws {
    let definition = try decoded(
      """
      version: 1
      authority: { name: Ville de Lys, type: commune, siret: "12345678900011" }
      recognised_by: [Ville de Lys, mairie de Lys]
      organs:
        - { name: Conseil municipal, printed: [Conseil de ville] }
      labels: { yes: [Pour], no: [Contre, Voix contre] }
      operation_code: A99-999A99
      """
    )
    #expect(definition.name == "lys")
    #expect(
      definition.authority
        == Authority(name: "Ville de Lys", type: .commune, siret: "12345678900011")
    )
    #expect(definition.recognisedBy == ["Ville de Lys", "mairie de Lys"])
    #expect(
      definition.organs == [
        OrganDefinition(name: "Conseil municipal", printed: ["Conseil de ville"])
      ]
    )
    #expect(definition.labels == [.yes: ["Pour"], .no: ["Contre", "Voix contre"]])
    #expect(definition.operationCode == "A99-999A99")
  }

  @Test func `adds to the one it is layered on`() throws {
    let base = try Definition.standard()
    let definition = try decoded(
      """
      labels: { secretary: [Secrétaire du jour] }
      organs: [{ name: Bureau, printed: [Bureau exécutif] }]
      """,
      on: base
    )
    let secretary = try #require(base.labels[.secretary])
    #expect(definition.labels[.secretary] == secretary + ["Secrétaire du jour"])
    #expect(definition.labels[.yes] == base.labels[.yes])
    #expect(definition.organs.map(\.name) == ["Bureau"] + base.organs.map(\.name))
    #expect(definition.authority == nil)
  }

  @Test func `names the parts of grant tables, its own words for columns first`() throws {
    let definition = try decoded(
      """
      grant_tables:
        operation: [Fiche]
        columns: [{ amount: [dotation] }]
      """,
      on: try Definition.standard()
    )
    #expect(definition.grantWords[.operation].map(\.printed) == ["Opération", "Fiche"])
    #expect(definition.grantWords.titles.first == GrantWords.Title("dotation", .amount))
    #expect(definition.grantWords.titles.count > 20)
  }

  @Test func `takes its councillors from a lexicon`() throws {
    let definition = try decoded(
      "lexicons: { councillors: roster.tsv }",
      lexicon: "name\thonorific\nOdile MOREL\tMme\n\nPaul ROUX\tM.\n"
    )
    #expect(
      definition.councillors == [
        Councillor(name: "Odile MOREL", honorific: .madame),
        Councillor(name: "Paul ROUX", honorific: .monsieur),
      ]
    )
  }

  @Test func `takes its beneficiaries and territories from lexicons`() throws {
    let definition = try decoded(
      "lexicons: { beneficiaries: names.tsv, territories: names.tsv }",
      lexicon: "name\nVal d'Orge\n\nRégie du Lys\n"
    )
    #expect(definition.beneficiaries == ["Val d'Orge", "Régie du Lys"])
    #expect(definition.territories == definition.beneficiaries)
  }

  @Test(arguments: [
    ("beneficiaries", "a beneficiary needs a name and nothing else"),
    ("territories", "a territory needs a name and nothing else"),
  ])
  func `with two cells in a lexicon of names says so`(lexicon: String, message: String) {
    #expect(throws: DefinitionError(file: "names.tsv", line: 2, message: message)) {
      try decoded("lexicons: { \(lexicon): names.tsv }", lexicon: "name\nVal\td'Orge\n")
    }
  }

  @Test(arguments: [
    ("version: 1\nauthorty: {}", 2, "the key 'authorty' is not known"),
    ("labels:\n  yes: [Pour]\n  maybe: [Peut-être]", 3, "the key 'maybe' is not known"),
    ("authority: { name: Lys,\n  sirt: x }", 2, "the key 'sirt' is not known"),
    ("organs:\n  - { name: Bureau, prined: [x] }", 2, "the key 'prined' is not known"),
    ("lexicons: { streets: a.tsv }", 1, "the key 'streets' is not known"),
  ])
  func `with an unknown key names the file, the line and the key`(
    text: String,
    line: Int,
    message: String
  ) {
    #expect(throws: DefinitionError(file: "lys.yaml", line: line, message: message)) {
      try decoded(text)
    }
  }

  @Test(arguments: [
    ("version: 2", 1, "the version must be 1"),
    ("version: one", 1, "the version must be 1"),
    ("labels: [yes]", 1, "keys are expected here"),
    ("labels:\n  yes: Pour", 2, "a list is expected here"),
    ("labels:\n  yes: [[Pour]]", 2, "a text is expected here"),
    ("recognised_by: Lys", 1, "a list is expected here"),
    ("operation_code: []", 1, "a text is expected here"),
    ("authority: Lys", 1, "keys are expected here"),
    ("authority: { type: commune }", 1, "the authority needs a name"),
    (
      "authority:\n  name: Lys\n  type: town", 3,
      "the type must be one of department, commune, epci, region, syndicate, other"
    ),
    ("organs: [{ printed: [Bureau] }]", 1, "an organ needs a name"),
    ("lexicons: { councillors: gone.tsv }", 1, "the lexicon 'gone.tsv' cannot be read"),
    ("- a\n- b", 1, "keys are expected here"),
  ])
  func `with a value of the wrong type says where and what is expected`(
    text: String,
    line: Int,
    message: String
  ) {
    #expect(throws: DefinitionError(file: "lys.yaml", line: line, message: message)) {
      try decoded(text)
    }
  }

  @Test(arguments: ["labels: { yes: [Pour", "a: b: c", "\tversion: 1"])
  func `that is no YAML names the file and the line`(text: String) throws {
    let error = try #require(throws: DefinitionError.self) { try decoded(text) }
    #expect(error.file == "lys.yaml")
    #expect(error.line != nil)
  }

  @Test func `that is empty says so`() {
    let error = DefinitionError(file: "lys.yaml", line: nil, message: "the definition is empty")
    #expect(throws: error) { try decoded("") }
  }

  @Test(arguments: [
    ("name\thonorific\nOdile MOREL Mme\n", 2), ("name\thonorific\nOdile MOREL\tMme\nPaul\tDr\n", 3),
  ])
  func `with a wrong line in its lexicon names the lexicon and the line`(text: String, line: Int) {
    #expect(
      throws: DefinitionError(
        file: "roster.tsv",
        line: line,
        message: "a councillor needs a name, a tab and 'M.' or 'Mme'"
      )
    ) {
      try decoded("lexicons: { councillors: roster.tsv }", lexicon: text)
    }
  }
}
