import DeliberationModel
import PageModel
import Structure
import TestSupport
import Testing

struct `Minutes` {
  private func acts(_ text: String) throws -> [ActOutline] {
    try StructureReader(labels: .standard()).read(Document(printing: text)).acts
  }

  private static let head = """
    PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL
    Séance du 9 avril 2024
    Présents : M. Denis PELLETIER, Mme Agnès MOREAU.


    """

  @Test func `hold an act for each item that decides`() throws {
    let acts = try acts(
      Self.head + """
        Ordre du jour :
        1. Budget
        2. Travaux
        3. Questions diverses

        1. Budget
        1. Section de fonctionnement
        2. Section d'investissement
        Adopté à l'unanimité.

        2. Travaux
        Le Conseil municipal prend acte.

        3. Questions diverses
        M. Briand signale un nid-de-poule.

        La séance est levée à 21 h 45.
        Le maire,
        Denis PELLETIER
        """
    )
    #expect(acts.map { $0.item?.number ?? $0.item?.item } == ["1", "2"])
    #expect(acts.map(\.shared.isEmpty) == [false, false])
    #expect(acts.map(\.conclusions.count) == [2, 2])
  }

  @Test(arguments: [
    ("Point n° 1 : Budget", "Point n° 2 : Travaux", ["1", "2"]),
    (
      "Délibération n° 2024-12 : Budget", "Délibération n° 2024-13 : Travaux",
      ["2024-12", "2024-13"]
    ),
    ("1 – BUDGET", "2 – TRAVAUX", ["1", "2"]), ("1) Budget", "2) Travaux", ["1", "2"]),
    ("M. Briand\t1.\tBudget", "Mme Moreau\t2.\tTravaux", ["1", "2"]),
  ])
  func `number their items in many ways`(first: String, second: String, numbers: [String]) throws {
    let acts = try acts(
      Self.head + first + "\nAdopté à l'unanimité\n\n" + second + "\nAdopté à la majorité\n"
    )
    #expect(acts.map { $0.item?.number ?? $0.item?.item } == numbers)
  }

  @Test func `approve the minutes of the last session before the first item`() throws {
    let acts = try acts(
      Self.head + """
        Le procès-verbal de la séance du 12 mars 2024 est adopté à l'unanimité.

        1. Budget
        Adopté à l'unanimité

        2. Travaux
        Adopté à l'unanimité
        """
    )
    #expect(acts.map { $0.item?.number ?? $0.item?.item } == [nil, "1", "2"])
  }

  @Test(arguments: [
    "Rapport annuel\n1. Budget\nAdopté à l'unanimité\n2. Travaux\nAdopté à l'unanimité",
    "Procès-verbal de la séance\n1. Budget\n2. Travaux\n3. Divers",
    "Compte rendu\n1. Budget\nAdopté à l'unanimité",
  ])
  func `have a title and two items that decide`(text: String) throws {
    #expect(try acts(text).isEmpty)
  }

  private func titles(_ text: String) throws -> [String] {
    let document = Document(printing: text)
    return try StructureReader(labels: .standard()).read(document).acts.map { act in
      (act.item?.title ?? []).map { String(decoding: document.bytes[$0.bounds], as: UTF8.self) }
        .joined(separator: " ")
    }
  }

  @Test func `end below what is decided, whatever their head says of their end`() throws {
    let titles = try titles(
      Self.head + """
        Début de séance à 20 h.
        Fin de séance à 22 h 40.

        1. Budget
        Adopté à l'unanimité

        2. Travaux
        Adopté à l'unanimité
        """
    )
    #expect(titles == ["Budget", "Travaux"])
  }

  @Test func `may list their agenda twice`() throws {
    let titles = try titles(
      Self.head + """
        Ordre du jour :
        1- Règlement de la cantine
        2- Réfection du gymnase
        3- Achat d'un tracteur

        Le maire passe aux questions inscrites.

        1- Règlement de la cantine
        2- Réfection du gymnase
        3- Achat d'un tracteur

        I - RÈGLEMENT DE LA CANTINE

        Le Conseil municipal, après en avoir délibéré, approuve le règlement.

        II - RÉFECTION DU GYMNASE

        Le Conseil municipal, après en avoir délibéré, approuve le devis.
        """
    )
    #expect(titles == ["RÈGLEMENT DE LA CANTINE", "RÉFECTION DU GYMNASE"])
  }

  @Test func `hold one act where one item alone decides`() throws {
    let titles = try titles(
      Self.head + """
        1. Élection du bureau

        1.1 Approbation du règlement intérieur

        Le règlement est adopté à l'unanimité.
        """
    )
    #expect(titles == ["Approbation du règlement intérieur"])
  }

  @Test func `part an item by the numbers of its acts`() throws {
    let acts = try acts(
      Self.head + """
        1 - Procès-verbal de la dernière séance

        Il est adopté à l'unanimité.

        2 - FINANCES

        AB02_2024
        Demande d'aide pour la crèche

        Le Conseil municipal décide à l'unanimité de valider le plan.

        AB03_2024
        Demande d'aide pour le stade

        Le Conseil municipal décide à l'unanimité de valider le plan.
        """
    )
    #expect(acts.map { $0.item?.number } == [nil, "AB02_2024", "AB03_2024"])
  }

  @Test func `are extracts below one roll where each has an object`() throws {
    let titles = try titles(
      """
      EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
      Séance du 9 avril 2024
      Présents : M. Denis PELLETIER, Mme Agnès MOREAU.

      OBJET : Règlement des cimetières

      Le Conseil municipal, après en avoir délibéré et à l'unanimité, approuve le règlement.

      OBJET : Achat d'un tracteur

      Le Conseil municipal, après en avoir délibéré et à l'unanimité, autorise le maire à signer.
      """
    )
    #expect(titles == ["Règlement des cimetières", "Achat d'un tracteur"])
  }

  @Test(arguments: [
    (
      "Le Conseil municipal, à l'unanimité, adopte le procès-verbal de la séance du 5 mars.",
      "le procès-verbal de la séance du 5 mars"
    ),
    (
      "Mme MOREAU soumet le procès-verbal de la séance du 5 mars à l'approbation de tous. Il est approuvé.",
      "le procès-verbal de la séance du 5 mars"
    ),
    (
      "Secrétaire de séance : Mme ROUX. Compte rendu de la réunion du 5 mars adopté.",
      "Compte rendu de la réunion du 5 mars"
    ),
    (
      "Le procès-verbal de la séance du 5 mars est adopté.",
      "Le procès-verbal de la séance du 5 mars"
    ),
  ])
  func `name the minutes that they approve`(sentence: String, title: String) throws {
    let titles = try titles(
      Self.head + sentence
        + "\n\n1. Budget\nAdopté à l'unanimité\n\n2. Travaux\nAdopté à l'unanimité\n"
    )
    #expect(titles.first == title)
  }

  @Test(arguments: ["e", "•", "-"])
  func `head acts with bullets, as printed or as recognised`(bullet: String) throws {
    let titles = try titles(
      Self.head + """
        \(bullet) Foire d'automne.

        Il convient d'attribuer une aide de 200 €.

        > Avis favorable de la commission
        Accord à l'unanimité

        \(bullet) Souvenir des anciens.

        Il est proposé d'accorder une aide.

        > Avis favorable de la commission
        Accord à l'unanimité
        """
    )
    #expect(titles == ["Foire d'automne.", "Souvenir des anciens."])
  }
}
