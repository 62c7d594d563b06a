import Definitions
import DeliberationModel
import PageModel
import Structure
import SourceReading
import Testing

@Suite struct AttachmentFinderTests {
  /// An act up to its signature.
  private static let act = """
    DELIBERATION DU CONSEIL DEPARTEMENTAL
    REUNION DU 4 MARS 2024
    Présidence de M. Paul AUBRY

    Vu le Code général des collectivités territoriales ;
    DECIDE :

    Article 1 : D'approuver ce qui suit.
    (Adopté)

    VILLEBOURG, le 4 mars 2024
    Le Président,
    Signé
    Paul AUBRY

    """

  /// The first lines of a convention or an *avenant*.
  private static func contract(_ title: String, object: String = "Objet : Aide aux clubs") -> String
  {
    """
    Direction des Sports

    \(title)

    \(object)

    Entre le Département, dont le siège est à Villebourg, représenté par son Président,
    ci-après désigné par « le Département » d'une part,
    Et le Club des Rameurs d'autre part.

    """
  }

  private static let body = String(
    repeating: "Les parties conviennent de ce qui suit.\n",
    count: 40
  )

  private func attachments(after text: String) throws -> [DeliberationModel.Attachment] {
    var diagnostics = DiagnosticList()
    let bytes = Array((Self.act + text).utf8)
    let document = PlainTextReader().read(bytes, reporting: &diagnostics)
    let labels = LabelMatcher(try DefinitionCatalog().fallback.labels)
    let outline = StructureReader(labels: labels).read(document)
    return try #require(outline.acts.first).attachments
  }

  /// The kind and the number of each attachment: "annex 2, convention".
  private func summary(_ attachments: [DeliberationModel.Attachment]) -> String {
    attachments.map { attachment in
      attachment.kind.rawValue + (attachment.number.map { " \($0)" } ?? "")
    }.joined(separator: ", ")
  }

  @Test(arguments: [
    ("Annexe 2\n\nLes aides\n\n" + body, "annex 2"),
    ("Annexe N°4 : LES AIDES\n\n" + body, "annex 4"),
    ("ANNEXE 1- LES AIDES\n\n" + body + "\nAnnexe 2\n\nLes clubs\n", "annex 1, annex 2"),
    ("Annexe 3\n" + contract("CONVENTION") + body, "convention 3"),
    ("Annexe 3\n" + contract("AVENANT N°1") + body, "amendment 3"),
    ("Annexe 3\n" + contract("N B AVENANT A LA CONVENTION") + body, "amendment 3"),
    (contract("CONVENTION") + body + contract("AVENANT") + body, "convention, amendment"),
    ("Annexe 1\n\nLes aides\n\n" + body + contract("CONVENTION") + body, "annex 1, convention"),
    ("Annexe 1\n\nLes aides\n\nMission Sports\n\nRAPPORT N°12\n\n" + body, "annex 1, report"),
  ])
  func `tells what is attached by its head`(text: String, expected: String) throws {
    #expect(summary(try attachments(after: text)) == expected)
  }

  @Test(arguments: [
    "Le tableau figure en\n\nannexe 3 à la présente délibération.\n",
    "Annexe 3, les aides sont citées dans cette phrase.\n",
    "Annexe N°X - club\n",
    "Annexe 1.2 du règlement\n",
    "RAPPORT D'ACTIVITE 2023\n",
    "CONVENTION TYPE\n",
  ])
  func `takes no sentence and no mention for a head`(text: String) throws {
    #expect(try attachments(after: text).isEmpty)
  }

  @Test(arguments: [
    "ANNEXE 1 - OBLIGATIONS\n",
    "Article 9 : Annexes\nANNEXE 6 : Obligations\nANNEXE 7 : Tutoriel\n\n" + body
      + "\nANNEXE 7 : Tutoriel\n",
    "Une annexe 8 est ajoutée.\n\nANNEXE 8 : Barème\n\n" + body + "\nAnnexe N°8 - Barème\n",
    "Annexe N°X - club\n",
  ])
  func `leaves a convention its own annexes`(text: String) throws {
    let convention = "Annexe 5\n" + Self.contract("CONVENTION") + Self.body
    let found = try attachments(after: convention + "\n" + text + "\n" + Self.body)
    #expect(summary(found) == "convention 5")
  }

  @Test func `takes the kind from the object where the title is lost`() throws {
    let text = Self.contract("Bureau 12", object: "Objet : Avenant à la convention des clubs")
    #expect(summary(try attachments(after: text + Self.body)) == "amendment")
  }

  @Test func `numbers a convention by the marks of its later pages`() throws {
    let pages = Self.contract("CONVENTION") + Self.body + "\nAnnexe 4\n\n" + Self.body
    #expect(summary(try attachments(after: pages + "\nAnnexe 4\n\n" + Self.body)) == "convention 4")
  }

  @Test func `takes a title in capitals before the cells of a table above it`() throws {
    let cells = "Convention type\n\n12 places\n\nConvention type\n\n"
    let text = "Annexe 1\n\nLes aides\n\n" + Self.body + cells + "Annexe 2\n"
    let found = try attachments(after: text + Self.contract("AVENANT N°1") + Self.body)
    #expect(summary(found) == "annex 1, amendment 2")
  }

  @Test func `goes on a series of annexes whose heads are lost`() throws {
    let text = (1...3).map { number in
      (number == 1 ? "Annexe 2\n\n" : "") + "Partie \(number)\nPropositions 2024\n\n" + Self.body
        + "\n"
    }
    let found = try attachments(after: text.joined())
    #expect(summary(found) == "annex 2, annex 3, annex 4")
    #expect(found.map(\.numberIsPrinted) == [true, false, false])
  }

  @Test func `gives each attachment its pages, by the heads that repeat`() throws {
    let pages = [
      "Annexe 1\nLes aides\n" + Self.body, "Annexe 1\n" + Self.body,
      "Annexe 2\n" + Self.contract("CONVENTION") + Self.body, "Annexe 2\nANNEXE 3 - BAREME\n",
    ]
    let found = try attachments(after: "\u{0C}" + pages.joined(separator: "\u{0C}"))
    #expect(summary(found) == "annex 1, convention 2")
    #expect(found.map(\.pages) == [2...3, 4...5])
  }

  @Test func `reads the title below the number, beside it, or from the object`() throws {
    let text =
      "Annexe 1\n\nLes aides\n\n" + Self.body + "\nAnnexe 2 : LES CLUBS\n\n" + Self.body
      + "\nAnnexe 3\n" + Self.contract("CONVENTION")
    let titles = try attachments(after: text).map { attachment in attachment.title?.value }
    #expect(titles == ["Les aides", "LES CLUBS", "Aide aux clubs"])
  }
}
