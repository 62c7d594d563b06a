import DeliberationModel
import PageModel
import Structure
import TestSupport
import Testing

struct `Heads of minutes` {
  private func titles(_ text: String) throws -> [String] {
    let document = Document(printing: text)
    let structure = try StructureReader(labels: .standard()).read(document)
    return structure.acts.map { act in
      let title = act.item?.title.map { part in
        String(decoding: document.bytes[part.bounds], as: UTF8.self)
      }
      return ([act.item?.number].compactMap { $0 } + (title ?? [])).joined(separator: " ")
    }
  }

  private func minutes(_ items: String) -> String {
    """
    COMMUNE DE VALBRUNE
    PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 14 MARS 2024

    Étaient présents : Mme LAVIGNE Odile, M. BARDET Paul, Mme COSTE Julie, M. DUMAS Éric,
    M. FERRAND Luc, Mme GIRARD Anne, M. HUBERT Jean, Mme IMBERT Rose, M. JOLY Marc, Mme KELLER Ida,
    M. LAMBERT Guy, Mme MOREL Lise, M. NOËL Yves, Mme OLIVIER Zoé, M. PERRIN Alain, Mme QUINT Marie,
    M. ROUX Denis, Mme SIMON Claire, M. TISSOT Bernard, Mme URBAIN Paule, M. VIDAL Hugo.
    Secrétaire de séance : Mme COSTE Julie.

    \(items)

    La séance est levée à 22 h 10.
    """
  }

  @Test func `are none of the numbered lists within an item`() throws {
    let text = minutes(
      """
      1. Travaux de voirie communale

      M. Ferrand présente le programme. Trois rues sont concernées :

      1. la rue Haute, de la mairie au lavoir ;

      2. Réfection du chemin des Vignes

      3. la place de l'Église.

      Le conseil municipal, à l'unanimité, approuve le programme.

      2. Recrutement d'un agent saisonnier

      Le conseil municipal décide à l'unanimité de créer un emploi saisonnier.

      3. Demande de subvention au titre de la DETR

      Le plan de financement :

      1. État : 40 %

      2. Département : 20 %

      Le conseil municipal, par 7 voix pour, approuve le plan de financement.
      """
    )
    #expect(
      try titles(text) == [
        "Travaux de voirie communale", "Recrutement d'un agent saisonnier",
        "Demande de subvention au titre de la DETR",
      ]
    )
  }

  @Test func `have their number in a line above the object, below an agenda of the same words`()
    throws
  {
    let items = [
      ("2024-041", "Redevance pour les terrasses"), ("2024-042", "Admission en non-valeur"),
    ]
    let acts = items.map { number, title in
      """
      N° de délibération : \(number)
      Objet : \(title)

      Le conseil municipal, après en avoir délibéré, par 9 voix pour et 1 contre, approuve la proposition.
      """
    }
    let agenda = items.map { "- " + $0.1 }.joined(separator: "\n")
    let text = minutes("Ordre du jour :\n" + agenda + "\n\n" + acts.joined(separator: "\n\n"))
    #expect(try titles(text) == items.map { $0.0 + " " + $0.1 })
  }

  @Test func `end above the words that announce what is decided`() throws {
    let acts = ["2024-010 : Règlement de la salle", "2024-011 : Convention de passage"].map {
      title in
      """
      Délibération n° \(title)

      Le conseil municipal :
      - APPROUVE la proposition ;
      - AUTORISE le maire à signer.
      Pour : 7, contre : 1, abstentions : 0
      """
    }
    #expect(
      try titles(minutes(acts.joined(separator: "\n\n"))) == [
        "2024-010 Règlement de la salle", "2024-011 Convention de passage",
      ]
    )
  }

  @Test func `stand below themes, which head nothing`() throws {
    let text = minutes(
      """
      FINANCES

      Vote des taux d'imposition 2024
      Madame le Maire propose de maintenir les taux.
      Le conseil municipal, à l'unanimité, approuve le maintien des taux.

      Subvention à l'amicale des sapeurs-pompiers
      Le conseil municipal décide, à l'unanimité, d'attribuer une subvention de 300 €.

      URBANISME

      Droit de préemption sur le bien cadastré AC 45
      Le conseil municipal, après en avoir délibéré, décide de ne pas exercer son droit de préemption.
      """
    )
    #expect(
      try titles(text) == [
        "Vote des taux d'imposition 2024", "Subvention à l'amicale des sapeurs-pompiers",
        "Droit de préemption sur le bien cadastré AC 45",
      ]
    )
  }

  @Test(arguments: [
    "Finances locales", "Ressources humaines", "Direction des finances",
    "Matière : 7.5 Subventions",
    "Dossier suivi par Mme Martin", "Thème : voirie",
  ])
  func `have titles below their number and what stands beside it`(aside: String) throws {
    let items = [
      ("01", "Redevance pour les terrasses"), ("02", "Admission en non-valeur de titres"),
    ]
    .map { number, title in
      """
      Délibération n° 2024-05-\(number)
      \(aside)
      \(title)
      M. le Maire expose que rien n'a varié depuis 2015.
      Le conseil municipal, après en avoir délibéré, l'accepte à l'unanimité.
      """
    }
    #expect(
      try titles(minutes(items.joined(separator: "\n\n"))) == [
        "2024-05-01 Redevance pour les terrasses", "2024-05-02 Admission en non-valeur de titres",
      ]
    )
  }

  @Test(arguments: [
    " - Rapporteur : M. BARDET", " (rapporteure : Mme COSTE)", " – Rapporteur Paul BARDET",
    "\nRapporteur : M. FERRAND Luc", "      Rapporteur : Mme GIRARD",
  ])
  func `have titles without who reports`(rapporteur: String) throws {
    let text = minutes(
      """
      1. Vente du lot 3 du lotissement des Prés
      Le conseil municipal accepte à l'unanimité.

      2. Décision modificative n° 3 au budget des ordures\(rapporteur)
      Vote : Pour : 7 Contre : 0 Abstention : 0
      """
    )
    #expect(try titles(text).last == "Décision modificative n° 3 au budget des ordures")
  }

  @Test func `may tell the vote themselves`() throws {
    let text = minutes(
      """
      Approbation du compte rendu du 12 février : unanimité

      Compte administratif 2023 : 5 pour, 1 abstention

      Affectation du résultat de l'exercice : unanimité

      Subventions aux associations - 6 voix pour

      Devis de toiture de la chapelle : report à la prochaine séance
      """
    )
    #expect(
      try titles(text) == [
        "Approbation du compte rendu du 12 février", "Compte administratif 2023",
        "Affectation du résultat de l'exercice", "Subventions aux associations",
        "Devis de toiture de la chapelle",
      ]
    )
  }

  @Test func `are no sentences and no rows of sums`() throws {
    let text = minutes(
      """
      Rénovation de l'éclairage public.

      Madame le Maire présente les trois offres reçues. Le montant se présente comme suit :

      Lot 1 : 12 300,00 euros
      Lot 2 : 8 150,00 euros

      Le résultat du vote est :

      Pour : 4
      Contre : 2

      L'offre de la société Lumen est retenue.

      Aire de jeux.

      M. BARDET propose un emplacement. Le conseil donne son accord à l'unanimité.
      """
    )
    #expect(try titles(text) == ["Rénovation de l'éclairage public.", "Aire de jeux."])
  }

  @Test(arguments: ["1 500 €", "1 500,00 euros"])
  func `may end in a sum that they name`(sum: String) throws {
    let text = minutes(
      """
      Vente du lot 3 du lotissement des Prés

      Le conseil municipal accepte à l'unanimité.

      Subvention exceptionnelle de \(sum)

      Le conseil municipal l'attribue à l'unanimité.
      """
    )
    #expect(try titles(text).last == "Subvention exceptionnelle de \(sum)")
  }

  @Test(arguments: [
    "Le Maire demande l'accord du conseil pour ajouter un point à l'ordre du jour : vente du lot 3.",
    "M. Bardet propose d'inscrire à l'ordre du jour une motion de soutien.",
  ])
  func `are not those of votes on the order of business`(request: String) throws {
    let text = minutes(
      """
      \(request)
      Le conseil donne son accord à l'unanimité.

      Tarifs de la cantine scolaire

      Le conseil municipal les adopte à l'unanimité.

      Achat d'un tracteur d'occasion

      Le conseil municipal l'accepte par 5 voix pour.
      """
    )
    #expect(
      try titles(text) == ["Tarifs de la cantine scolaire", "Achat d'un tracteur d'occasion"]
    )
  }

  @Test func `give way to the number of the act below the report`() throws {
    let text = minutes(
      """
      1 – Procès-verbal de la dernière séance

      Le maire soumet le texte au conseil municipal et demande s'il y a des remarques.

      Délibération numéro 2024-088 | Procès-verbal du 3 février 2024 | approbation
      Le conseil municipal, à l'unanimité, approuve le procès-verbal.

      2 – Voirie

      Le maire présente les devis.

      Délibération numéro 2024-089 | Chemin des Vignes | choix de l'entreprise
      Le conseil municipal, à l'unanimité, retient l'entreprise Roux.

      3 – Bâtiments

      Le maire rappelle l'état du toit.

      Délibération numéro 2024-090 | Préau de l'école | plan de financement
      Le conseil municipal, à l'unanimité, sollicite une subvention.
      """
    )
    #expect(
      try titles(text) == [
        "2024-088 Procès-verbal du 3 février 2024 | approbation",
        "2024-089 Chemin des Vignes | choix de l'entreprise",
        "2024-090 Préau de l'école | plan de financement",
      ]
    )
  }

  @Test func `are an approval and one item where no more is decided`() throws {
    let text = minutes(
      """
      Le procès-verbal de la dernière séance est approuvé.

      MARCHÉ DE VOIRIE : SIGNATURE

      Le conseil municipal, après en avoir délibéré, autorise le maire à signer le marché.
      """
    )
    #expect(
      try titles(text) == [
        "Le procès-verbal de la dernière séance", "MARCHÉ DE VOIRIE : SIGNATURE",
      ]
    )
  }

  @Test func `name the approval that a sentence below them tells`() throws {
    let text = minutes(
      """
      Approbation du compte rendu du 31 mai 2023

      Le Conseil Municipal, après en avoir délibéré,

      APPROUVE le compte rendu de la réunion du 31 mai 2023.
      """
    )
    #expect(try titles(text) == ["Approbation du compte rendu du 31 mai 2023"])
  }

  @Test func `begin below an agenda, though letters of its first item are damaged`() throws {
    let text = minutes(
      """
      ORDRE DU JOUR

      1. Cession du four banal
      2. Réfection du lavoir communal
      3. Tarifs de la cantine scolaire

      1. Cesslon du four banaI

      Le conseil municipal, à l'unanimité, accepte de céder le four.

      2. Réfection du lavoir communal

      Le conseil municipal, à l'unanimité, approuve les travaux.

      3. Tarifs de la cantine scolaire

      Le conseil municipal, à l'unanimité, adopte les tarifs.
      """
    )
    #expect(
      try titles(text) == [
        "Cesslon du four banaI", "Réfection du lavoir communal", "Tarifs de la cantine scolaire",
      ]
    )
  }

  @Test func `are found below a form whose object is the minutes`() throws {
    let text = minutes(
      """
      Objet :
      Procès-verbal
      du conseil municipal
      du 14 mars 2024

      CESSION DU FOUR BANAL

      Le conseil municipal, à l'unanimité, accepte de céder le four.

      TARIFS DE LA CANTINE

      Le conseil municipal, à l'unanimité, adopte les tarifs.
      """
    )
    #expect(try titles(text) == ["CESSION DU FOUR BANAL", "TARIFS DE LA CANTINE"])
  }
}
