import DeliberationModel
import PageModel
import Structure
import TestSupport
import Testing

struct `The head of an act by itself` {
  private func heading(_ text: String) throws -> ItemHead? {
    let document = Document(printing: text)
    return try StructureReader(labels: .standard()).read(document).acts.first?.heading
  }

  private func title(_ text: String) throws -> String {
    let document = Document(printing: text)
    let heading = try StructureReader(labels: .standard()).read(document).acts.first?.heading
    return (heading?.title ?? []).map { part in
      String(decoding: document.bytes[part.bounds], as: UTF8.self)
    }
    .joined(separator: " ")
  }

  private func extract(_ body: String, head: String = "") -> String {
    """
    EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
    Séance du 14 mars 2024
    \(head)

    L'an deux mille vingt-quatre, le quatorze mars, le conseil municipal s'est réuni à la mairie.

    Présents : Mme LAVIGNE Odile, M. BARDET Paul, Mme COSTE Julie, M. DUMAS Éric.
    Secrétaire : Mme COSTE Julie

    \(body)
    """
  }

  private static let decision = """
    Après en avoir délibéré, le conseil municipal, à l'unanimité, accepte.
    """

  @Test(arguments: [
    "Madame le Maire rappelle que les tarifs n'ont pas été revus.",
    "Vu le code général des collectivités territoriales,",
    "Le Maire expose que la parcelle est à vendre.",
  ])
  func `has the title that stands below the roll, without a label`(text: String) throws {
    let body = "Tarifs de la salle polyvalente à compter du 1er avril\n\(text)\n\n\(Self.decision)"
    #expect(try title(extract(body)) == "Tarifs de la salle polyvalente à compter du 1er avril")
  }

  @Test func `has no title where the reasons begin at once`() throws {
    let body = """
      La loi du 10 mars 2023 vise à accélérer les projets de production d'énergie dans les communes,
      après concertation avec leurs administrés.

      \(Self.decision)
      """
    #expect(try heading(extract(body)) == nil)
  }

  @Test func `may have its number in a cell behind the title`() throws {
    let body = """
      Achat de la parcelle AB 112                                    N° 36/2024

      Le Maire expose que la parcelle est à vendre.

      \(Self.decision)
      """
    #expect(try title(extract(body)) == "Achat de la parcelle AB 112")
    #expect(try heading(extract(body))?.number == "36/2024")
  }

  @Test func `stands below the election of a secretary`() throws {
    let body = """
      Il a été procédé à l'élection d'un secrétaire pris dans le sein du conseil ; Mme COSTE ayant obtenu
      la majorité des suffrages, a été désignée pour remplir ces fonctions qu'elle a acceptées.

      RÉVISION DU PLAN LOCAL D'URBANISME
      DE LA COMMUNE DE VALBRUNE

      Vu le code de l'urbanisme ;

      \(Self.decision)
      """
    #expect(
      try title(extract(body)) == "RÉVISION DU PLAN LOCAL D'URBANISME DE LA COMMUNE DE VALBRUNE"
    )
  }

  @Test(arguments: [("Affaire", "2024-CM/071"), ("DOSSIER", "2024-17")])
  func `may be that of an affair with a number of the year`(label: String, number: String) throws {
    let text = extract(Self.decision, head: "\n\(label) n° \(number) : Choix d'un référent forêt\n")
    #expect(try title(text) == "Choix d'un référent forêt")
    #expect(try heading(text)?.number == number)
  }

  @Test func `goes on in the column that it begins in`() throws {
    let text = """
      DÉPARTEMENT DE LA BRUME           EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS
      CANTON DE VALBRUNE                Séance du 14 mars 2024

      N° 24-03-05                       OBJET : Renouvellement de la ligne de
      Conseillers en exercice : 7       trésorerie auprès de la Caisse régionale
      Présents : 6                      du Centre
      Votants : 7

      Présents : Mme LAVIGNE Odile, M. BARDET Paul, Mme COSTE Julie, M. DUMAS Éric.

      Le Maire présente l'offre.

      \(Self.decision)
      """
    #expect(
      try title(text)
        == "Renouvellement de la ligne de trésorerie auprès de la Caisse régionale du Centre"
    )
  }

  @Test func `may stand in a narrow column beside those present`() throws {
    let text = """
      COMMUNE DE VALBRUNE               EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS

      Date de convocation :             L'an deux mille vingt-quatre, le 14 mars à 20 heures, le
      7 mars 2024                       conseil municipal de Valbrune s'est réuni à la mairie.
      Objet :
      Fonds de concours                 Présents : Mme LAVIGNE Odile, M. BARDET Paul, Mme COSTE
      pour le préau de                  Julie, M. DUMAS Éric, M. FERRAND Luc, Mme GIRARD Anne.
      l'école
                                        Madame le Maire expose le projet de préau.

                                        Après en avoir délibéré, le conseil municipal, à
                                        l'unanimité, sollicite un fonds de concours.
      """
    #expect(try title(text) == "Fonds de concours pour le préau de l'école")
  }

  @Test func `is the one row of a list`() throws {
    let document = Document(
      printing: """
        LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL DU 2 SEPTEMBRE 2024

        Numéro            Objet                                          Décision

        2024-09-01        Acquisition d'un tracteur d'occasion           Approuvée

        Affiché le 5 septembre 2024
        """
    )
    let act = try #require(
      try StructureReader(labels: .standard()).read(document).acts.first
    )
    let title = try #require(act.item?.title.first)
    #expect(act.item?.number == "2024-09-01")
    #expect(
      String(decoding: document.bytes[title.bounds], as: UTF8.self)
        == "Acquisition d'un tracteur d'occasion"
    )
    #expect(act.stated?.result == .adopted)
  }
}
