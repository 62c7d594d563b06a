import Catalogue
import Testing

/// The questions that a catalogue answers.
struct QueryTests {
  let test: TestCatalogue

  init() throws {
    test = try TestCatalogue()
    try test.catalogue.store(Fixtures.output("a", act: Fixtures.richAct))
    try test.catalogue.store(Fixtures.output("b", act: Fixtures.act(number: "2024-1")))
    try test.catalogue.store(
      Fixtures.output("c", act: Fixtures.act(number: "2024-2", beneficiary: "Judo club"))
    )
    try test.catalogue.store(
      Fixtures.output("d", act: Fixtures.act(number: "2024-2", beneficiary: "Judo club"))
    )
  }

  @Test(arguments: ["école", "ECOLE", "Ecole", "ÉCOLE musique", "brunelle"])
  func `finds beneficiaries whatever their accents and case`(words: String) throws {
    #expect(
      try test.rows(
        """
        SELECT beneficiary FROM grants_search WHERE grants_search MATCH '\(words)' ORDER BY rowid
        """
      ) == ["École de musique de Brunelle", "ECOLE DE MUSIQUE DE BRUNELLE"]
    )
  }

  @Test(arguments: [
    ("deliberations_search", "ecoles", "Soutien aux écoles de musique"),
    ("articles_search", "residence", "–|D'accorder une résidence à deux auteures"),
  ])
  func `finds titles and articles`(table: String, word: String, row: String) throws {
    #expect(try test.rows("SELECT * FROM \(table) WHERE \(table) MATCH '\(word)'") == [row])
  }

  @Test func `says in the database itself what each table and view holds`() throws {
    let definitions = try test.rows(
      """
      SELECT sql FROM sqlite_master
      WHERE type IN ('table', 'view') AND name NOT LIKE '%_search%' AND name NOT LIKE 'grdb_%'
      """
    )
    #expect(definitions.count > 20)
    for definition in definitions {
      let second = definition.split(separator: "\n").dropFirst().first
      #expect(second?.hasPrefix("  -- ") == true, "\(definition)")
    }
  }

  /// What each of the printed examples answers, under its first line.
  static let answers = [
    "All grants to an association over the years": [
      "2023-05-22|2023-7|École de musique de Brunelle|Écoles|1000.40|0",
      "2024-01-15|2024-1|ECOLE DE MUSIQUE DE BRUNELLE|–|500.00|0",
    ],
    "Who recused most": ["Département de la Haute-Lys|Anne LE GALL|1"],
    "Votes that were not unanimous": [
      "2023-05-22|2023-7|Soutien aux écoles de musique|abstain|1|Avenir"
    ],
    "Articles that speak of something, the best match first": [
      "2023-7|1|D'accorder une [résidence] à deux [auteures]"
    ],
    "What each authority granted a year": [
      "Département de la Haute-Lys|2023|2|1000.40",
      "Département de la Haute-Lys|2024|3|1500.00",
    ],
    "The laws and codes that acts rest on most": ["Code de l'éducation|1"],
    "What a person must look at: the checks that failed": [
      "a.pdf|2023-7|grants.total|one cent"
    ],
    "Acts that stand in more than one document": [
      "Département de la Haute-Lys|2024-2|2024-01-15|2"
    ],
    "How many acts each session decided, and how many were there": [
      "Département de la Haute-Lys|Commission permanente|2023-05-22|1|2|3",
      "Département de la Haute-Lys|–|2024-01-15|3|1|–",
    ],
    "What acts are about": ["7.5|finances locales/subventions|1"],
    "Who was away most": ["Département de la Haute-Lys|Paul NOËL|1"],
    "Who held the proxies of others": ["Département de la Haute-Lys|Anne LE GALL|1"],
    "How each person voted, where acts name them": [
      "Département de la Haute-Lys|Paul NOËL|yes|1"
    ],
    "Who was elected to what": ["2023-05-22|1er adjoint|Bureau|Anne LE GALL|member"],
    "The greatest grants that need no look at the page": [
      "Département de la Haute-Lys|2023-05-22|École de musique de Brunelle|1000.40",
      "Département de la Haute-Lys|2024-01-15|ECOLE DE MUSIQUE DE BRUNELLE|500.00",
      "Département de la Haute-Lys|2024-01-15|Judo club|500.00",
      "Département de la Haute-Lys|2024-01-15|Judo club|500.00",
    ],
    "Who was granted money more than once": ["Judo club|1|2|1000.00"],
    "Acts that were not adopted": ["2023-05-22|2023-7|Soutien aux écoles de musique|rejected"],
    "Acts that reached the prefecture more than fifteen days after they were decided": [
      "Département de la Haute-Lys|2023-7|2023-05-22|21"
    ],
    "Organisations under their spellings, and those that may be one": [
      "École de musique de Brunelle|2|2|1500.40|–", "Judo club|1|2|1000.00|–",
      "Harmonie|1|1|0.00|–",
    ],
  ]

  @Test func `answers the queries that it prints`() throws {
    let examples = CatalogueSchema.examples.split(separator: "-- ")
    var asked: Set<String> = []
    for example in examples {
      let parts = example.split(separator: "\n", maxSplits: 1)
      let question = String(parts[0])
      asked.insert(question)
      #expect(try test.rows(String(parts[1])) == Self.answers[question], "\(question)")
    }
    #expect(asked == Set(Self.answers.keys))
  }
}
