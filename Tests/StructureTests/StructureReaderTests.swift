import DeliberationModel
import PageModel
import Structure
import TestSupport
import Testing

struct `A document` {
  private func outline(_ text: String) throws -> (outline: DocumentStructure, document: Document) {
    let document = Document(printing: text)
    return (StructureReader(labels: try .standard()).read(document), document)
  }

  private func texts(_ lines: [Int], _ document: Document) -> [String] {
    lines.map { document.text(document.lines[$0]) }
  }

  private static func act(_ number: Int, signed: String = "Bernard LOUVIGNY") -> String {
    """
    DELIBERATION DE LA COMMISSION PERMANENTE
    REUNION DU 14 AVRIL 2025
    Etaient présents : M. Luc BARTHOLIN.
    (N°2025-0\(number))
    La Commission permanente,
    Vu le code du travail ;
    DECIDE :
    Article 1 :
    D'accorder une aide.
    (Adopté)
    CASTELVERT, le 14 avril 2025
    Signé
    \(signed)
    """
  }

  @Test func `holds the act, its signature and what is attached`() throws {
    let (outline, document) = try outline(Self.act(1) + "\nAnnexe 1\nListe des aides")
    let act = try #require(outline.acts.first)
    #expect(outline.acts.count == 1)
    #expect(texts(act.act, document).last == "(Adopté)")
    #expect(
      texts(act.conclusions, document)
        == ["CASTELVERT, le 14 avril 2025", "Signé", "Bernard LOUVIGNY"]
    )
    #expect(texts(act.attached, document) == ["Annexe 1", "Liste des aides"])
  }

  @Test(arguments: ["Absents", "Absent(s)", "Absent(e)s"])
  func `whose roll has labels with endings in brackets counts all of it as the roll`(
    label: String
  ) throws {
    let names = (1...14).map {
      "M. Paul NOM\($0) de la commune de Vaux, M. Luc AUTRE\($0) de Bray,"
    }
    let (outline, document) = try outline(
      """
      CONSEIL COMMUNAUTAIRE
      Séance du 14 avril 2025
      Étaient présents :
      \(names.joined(separator: "\n"))
      \(label) ayant donné procuration à :
      M. Yves LOUBERT donne procuration à M. Jean BOUCHARD
      1. Aide à l'installation
      Après en avoir délibéré, le conseil adopte à l'unanimité.
      2. Règlement des salles
      Après en avoir délibéré, le conseil adopte à l'unanimité.
      """
    )
    let session = try #require(outline.acts.first).shared
    #expect(
      texts(session, document).contains("M. Yves LOUBERT donne procuration à M. Jean BOUCHARD")
    )
  }

  @Test func `that is a recueil holds each of its acts`() throws {
    let (outline, document) = try outline(
      Self.act(1) + "\nListe des aides\n\u{C}" + Self.act(2, signed: "Sandrine CASTELNOUX")
    )
    #expect(outline.acts.count == 2)
    #expect(outline.acts.map { texts($0.act, document)[3] } == ["(N°2025-01)", "(N°2025-02)"])
    #expect(outline.acts.map { texts($0.attached, document) } == [["Liste des aides"], []])
    #expect(
      outline.acts.compactMap { texts($0.conclusions, document).last }
        == ["Bernard LOUVIGNY", "Sandrine CASTELNOUX"]
    )
  }

  @Test(arguments: [
    """
    CONVENTION
    Entre le Département et l'association « Coup de main »,
    Vu la délibération du 14 avril 2025 de la Commission permanente,
    Article 1 : Objet
    La présente convention fixe les conditions de l'aide.
    Article 2 : Durée
    Fait à CASTELVERT, le 15 avril 2025
    """,
    """
    Deliberation and consent in small councils
    Abstract. We study how councils deliberate.
    1 Introduction
    Delegates present a title, vote for or against, and decide.
    Article 1 of the charter was adopted in 2019.
    References
    """,
    """
    Compte rendu
    Délibération du Conseil municipal : voir le registre.
    Les habitants sont invités à la réunion.
    """,
    "",
  ])
  func `without an act gives none`(text: String) throws {
    #expect(try outline(text).outline.acts.isEmpty)
  }

  @Test func `does not begin an act where a wrapped line opens with délibération`() throws {
    let body = """
      D'adopter les modèles joints à la présente
      délibération.
      De reprendre en annexe les termes de la
      délibération du Conseil départemental en date du 2 juillet 2021
      délibération de la Commission permanente,
      et d'en fixer
      """
    let text = Self.act(1).replacing("D'accorder une aide.", with: body)
    #expect(try outline(text).outline.acts.count == 1)
  }

  @Test func `does not begin an act where an annex prints a heading without evidence`() throws {
    let text = Self.act(1) + "\n\u{C}DELIBERATION DU CONSEIL\nmodèle à compléter\n"
    #expect(try outline(text).outline.acts.count == 1)
  }

  @Test func `loses its running heads and page numbers`() throws {
    let pages = [
      Self.act(1), "Liste des aides\nCoup de main", "Convention\nEntre les soussignés",
    ].enumerated().map { index, text in "CP du 14/04/2025\n\(text)\n\(index + 1)" }
    let (outline, document) = try outline(pages.joined(separator: "\n\u{C}"))
    #expect(
      texts(outline.running, document)
        == ["CP du 14/04/2025", "1", "CP du 14/04/2025", "2", "CP du 14/04/2025", "3"]
    )
    let act = try #require(outline.acts.first)
    let kept = act.act + act.conclusions + act.attached
    #expect(Set(kept).isDisjoint(with: outline.running))
    #expect(kept.count + outline.running.count == document.lines.count)
  }

  @Test func `loses a heading that its next pages repeat, and keeps it where the act begins`()
    throws
  {
    let heading = "DELIBERATION DE LA COMMISSION PERMANENTE\n"
    let (outline, document) = try outline(
      Self.act(1) + (2...4).map { "\n\u{C}\(heading)Liste \($0)\nsuite" }.joined()
    )
    let act = try #require(outline.acts.first)
    #expect(outline.acts.count == 1)
    #expect(texts(act.act, document).first == "DELIBERATION DE LA COMMISSION PERMANENTE")
    #expect(texts(outline.running, document).count { $0 + "\n" == heading } == 3)
  }

  @Test func `keeps a label that stands at the head of each of its pages`() throws {
    let page = "Dans les conditions de vote ci-dessous :\nPour : 24 voix\nligne"
    let text =
      Self.act(1) + "\n\u{C}"
      + (1...3).map { page + "\($0)\nsuite \($0) bis" }.joined(
        separator: "\n\u{C}"
      )
    let (outline, document) = try outline(text)
    #expect(!texts(outline.running, document).contains { $0.hasPrefix("Dans") })
  }

  @Test func `without a signature ends its act before the page that is attached`() throws {
    let unsigned = Self.act(1).split(separator: "\n").dropLast(3).joined(separator: "\n")
    let (outline, document) = try outline(unsigned + "\n\u{C}ANNEXE 1\nListe")
    let act = try #require(outline.acts.first)
    #expect(act.conclusions.isEmpty)
    #expect(texts(act.attached, document) == ["ANNEXE 1", "Liste"])
  }

  @Test func `has an act to which every line above its heading on the first page belongs`() throws {
    let (outline, document) = try outline("DEPARTEMENT DES HAUTS-DE-SOURDRE\n\n" + Self.act(1))
    let act = try #require(outline.acts.first)
    #expect(texts(act.act, document).first == "DEPARTEMENT DES HAUTS-DE-SOURDRE")
  }
}
