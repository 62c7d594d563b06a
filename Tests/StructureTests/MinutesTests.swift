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
}
