import Definitions
import DeliberationModel
import PageModel
import Parsing
import Structure
import SourceReading
import Testing

@Suite struct AttachmentsOfActTests {
  private static let head = """
    DELIBERATION DU CONSEIL DEPARTEMENTAL
    REUNION DU 4 MARS 2024
    Présidence de M. Paul AUBRY

    Vu le Code général des collectivités territoriales ;
    DECIDE :


    """
  private static let signature = """

    (Adopté)

    VILLEBOURG, le 4 mars 2024
    Le Président,
    Signé
    Paul AUBRY

    """
  private static let convention = """
    Direction des Sports

    CONVENTION

    Objet : Aide aux clubs

    Entre le Département, représenté par son Président, d'une part,
    Et le Club des Rameurs d'autre part.

    """
  private static let body = String(repeating: "Ce texte est en prose.\n", count: 40)

  private func act(
    _ articles: String,
    attached: String,
    _ diagnostics: inout DiagnosticList
  ) throws -> Deliberation {
    let bytes = Array((Self.head + articles + Self.signature + attached).utf8)
    let document = PlainTextReader().read(bytes, reporting: &diagnostics)
    var definition = try DefinitionCatalog().fallback
    definition.operationCode = "A99-999A99"
    let labels = LabelMatcher(definition.labels)
    let outline = try #require(StructureReader(labels: labels).read(document).acts.first)
    return ActParser(document, definition: definition, labels: labels)
      .parse([outline], reporting: &diagnostics)[0]
  }

  private func summary(_ articles: String, attached: String) throws -> String {
    var diagnostics = DiagnosticList()
    return try act(articles, attached: attached, &diagnostics).attachments.map { attachment in
      attachment.kind.rawValue + (attachment.number.map { " \($0)" } ?? "")
    }.joined(separator: ", ")
  }

  // MARK: - Numbers

  @Test(arguments: [
    (
      "Article 1 : De signer dans les termes du projet joint en annexe 4.",
      convention + body, "convention 4"
    ),
    (
      "Article 1 : De répartir les aides selon l'annexe 2.\n"
        + "Article 2 : De signer dans les termes du projet joint en annexe 3.",
      "Annexe 1\n\nLes aides\n\n" + body + convention + body, "annex 1, convention 3"
    ),
    (
      "Article 1 : De signer dans les termes des projets joints en annexes 5, 6 et 7.",
      convention + body + "Annexe 6\n" + convention + body + convention + body,
      "convention 5, convention 6, convention 7"
    ),
    ("Article 1 : De signer la convention jointe.", convention + body, "convention"),
  ])
  func `numbers what has no printed number by the articles`(
    articles: String,
    attached: String,
    expected: String
  ) throws {
    #expect(try summary(articles, attached: attached) == expected)
  }

  @Test func `parts an annex at the title that the article citing it quotes`() throws {
    let articles = """
      Article 1 : D'approuver le volet « Aides aux clubs de rame » présenté en annexe 1.
      Article 2 : D'approuver le volet « Entretien des canaux » présenté en annexe 2.
      """
    let attached =
      "1. Aides aux clubs de rame\n\n" + Self.body + "\n2. Entretien des canaux\n\n" + Self.body
    #expect(try summary(articles, attached: attached) == "annex 1, annex 2")
  }

  @Test func `joins to a convention an annex in capitals that nobody cites`() throws {
    let attached = "Annexe 1\n" + Self.convention + Self.body + "\nANNEXE 2\n\n" + Self.body
    let articles = "Article 1 : De signer la convention jointe en annexe 1."
    #expect(try summary(articles, attached: attached) == "convention 1")
  }

  @Test func `numbers a convention apart from its own annexes`() throws {
    let attached =
      Self.convention + Self.body + "\nANNEXE 2\n\n" + Self.body + Self.convention
      + Self.body + "\nANNEXE 2\n\n" + Self.body
    let articles = "Article 1 : De signer dans les termes des projets joints en annexes 7 et 8."
    #expect(try summary(articles, attached: attached) == "convention 7, convention 8")
  }

  @Test func `drops unmarked pages where the act speaks of no annex`() throws {
    #expect(try summary("Article 1 : D'approuver le budget.", attached: Self.body).isEmpty)
  }

  // MARK: - The report

  private static func report(_ table: String) -> String {
    """
    Mission Sports

    RAPPORT N°12

    Territoire(s): Marais, Côte,
    Plateau
    Canton(s): Tous les cantons
    EPCI(s): CC des Étangs ; CC du Val

    REUNION DU 4 MARS 2024

    AIDES AUX CLUBS

    La dépense serait imputée comme suit :

    \(table)

    La 2ème Commission - Sports et Loisirs a émis un avis favorable sur ce
    rapport lors de sa réunion du 12/02/2024.

    La Commission Finances a émis un avis réservé.

    Je vous prie de bien vouloir en délibérer.
    """
  }

  private static let header =
    "Code Opération\tImputation Budgétaire\tLibellé\tAE €\tDisponible €\tProposition €\tSolde €"

  private func report(
    _ table: String,
    _ diagnostics: inout DiagnosticList
  ) throws -> Report {
    let articles = "Article 1 : D'approuver les aides."
    return try #require(
      try act(articles, attached: Self.report(table), &diagnostics).report
    )
  }

  @Test func `reads the head of the report`() throws {
    var diagnostics = DiagnosticList()
    let report = try report("", &diagnostics)
    #expect(report.number == 12)
    #expect(report.date == CalendarDate(year: 2024, month: 3, day: 4))
    #expect(report.territories == ["Marais", "Côte", "Plateau"])
    #expect(report.cantons == ["Tous les cantons"])
    #expect(report.epcis == ["CC des Étangs", "CC du Val"])
  }

  @Test func `reads the opinions of the commissions`() throws {
    var diagnostics = DiagnosticList()
    let opinions = try report("", &diagnostics).opinions
    #expect(opinions.map(\.body) == ["2ème Commission - Sports et Loisirs", "Commission Finances"])
    #expect(opinions.map(\.date) == [CalendarDate(year: 2024, month: 2, day: 12), nil])
    #expect(opinions.last?.text.value == "La Commission Finances a émis un avis réservé.")
  }

  private func cents(_ line: BudgetLine) -> [Int?] {
    [line[.commitment], line[.available], line[.proposed], line[.balance]].map { amount in
      amount?.value.cents
    }
  }

  @Test(arguments: [
    (
      header + "\nC02-111A05\t6568/9311\tRameurs\t900,00\t800,00\t300,00\t500,00",
      [90_000, 80_000, 30_000, 50_000] as [Int?], false
    ),
    (
      "Code AE € Disponible € Proposition € Solde €\nC02-111A05 6568/9311 Clubs de 1900,00 800,00 "
        + "300,00 500,00\nrameurs",
      [190_000, 80_000, 30_000, 50_000], false
    ),
    (
      "Code Disponible € Proposition € Solde €\nC02-111A05 6568/9311 Clubs 900,00 800,00 300,00 "
        + "500,00",
      [90_000, 80_000, 30_000, 50_000], false
    ),
    (
      "Code\n\nC02-111A05\n\n6568/9311\n\nClubs\n\n900,00\n\n800,00\n\n300,00\n\n500,00",
      [90_000, 80_000, 30_000, 50_000], false
    ),
    (
      header + "\nC02-111A05 6568/9311 Clubs |5 ga3 990 0g 800,00 300,00 500,00",
      [nil, 80_000, 30_000, 50_000], true
    ),
    (
      header + "\nC02-111A05\t6568/9311\tClubs\t900,00\t800,00\t300,00\t600,00",
      [90_000, 80_000, 30_000, 60_000], true
    ),
  ])
  func `reads a row under the columns that the head names`(
    table: String,
    expected: [Int?],
    needsReview: Bool
  ) throws {
    var diagnostics = DiagnosticList()
    let line = try #require(try report(table, &diagnostics).budgetLines.first)
    #expect(cents(line) == expected)
    #expect(line.needsReview == needsReview)
    let missing = diagnostics.items.filter { item in item.code == "report.missing-amount" }
    #expect(missing.count == expected.count { amount in amount == nil })
  }

  @Test func `reads the amounts of the prose, but not of the table`() throws {
    var diagnostics = DiagnosticList()
    let row = "\nC02-111A05\t6568/9311\tClubs\t900,00 €\t800,00 €\t300,00 €\t500,00 €"
    let text = Self.report(Self.header + row).replacing(
      "La dépense serait",
      with: """
        5 dispositifs sont proposés pour un total de 6 110
        935 € (Annexe 2), dont 20 000 €.

        La dépense serait
        """
    )
    let report = try act("Article 1 : D'approuver les aides.", attached: text, &diagnostics).report
    let amounts = try #require(report).amounts
    #expect(amounts.map(\.value.cents) == [611_093_500, 2_000_000])
    #expect(amounts.map(\.raw) == ["6 110 935 €", "20 000 €"])
  }

  @Test func `ends the table before a sentence`() throws {
    var diagnostics = DiagnosticList()
    let table =
      Self.header + "\nC02-111A05\t6568/9311\tRameurs\t900,00\t800,00\t300,00\t500,00\n\n"
      + "rapport lors de sa réunion du 12/02/2024.\n"
    #expect(try report(table, &diagnostics).budgetLines.map(\.label) == ["Rameurs"])
  }

  @Test(arguments: ["C02-111005", "CO02-111O05", "c02-111O05", "C02-111O05,"])
  func `mends an operation code by the pattern`(printed: String) throws {
    var diagnostics = DiagnosticList()
    let table = Self.header + "\n\(printed)\t6568/9311\tRameurs\t900,00\t800,00\t300,00\t500,00"
    let line = try #require(try report(table, &diagnostics).budgetLines.first)
    #expect(line.operationCode.value == "C02-111O05")
    #expect(line.label == "Rameurs")
  }
}
