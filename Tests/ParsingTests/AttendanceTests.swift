import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `An attendance list` {
  private func attendance(_ printed: String) throws -> Attendance {
    try ParsedAct("REUNION DU 15 MAI 2023\n" + printed + "\nDECIDE :").act.attendance
  }

  @Test(arguments: [
    ("Étaient présents : M. Luc BARTHOLIN, Mme Odile MOREL.", AttendanceStatus.present),
    ("Etaient  présents : M. Luc BARTHOLIN, Mme\nOdile MOREL.", .present),
    ("Etaient présents :\n\nM. Luc BARTHOLIN,\nMme Odile MOREL", .present),
    ("Excusé(s) : M. Luc BARTHOLIN, Mme Odile MOREL.", .excused),
    ("Absent(s) : M. Luc BARTHOLIN et Mme Odile MOREL", .absent),
    (
      "Assistant également sans voix délibérative : M. Luc BARTHOLIN, Mme Odile MOREL",
      .attendingWithoutVote
    ),
    ("Excusé(s) sans voix délibérative : M. Luc BARTHOLIN, Mme Odile MOREL", .excusedWithoutVote),
  ])
  func `names the people of a status`(printed: String, status: AttendanceStatus) throws {
    let people = try attendance(printed).people.mapValues { $0.map(\.name) }
    #expect(people == [status: ["Luc BARTHOLIN", "Odile MOREL"]])
  }

  @Test func `ends before the next one and before the title`() throws {
    let parsed = try ParsedAct(
      """
      Etaient présents : M. Luc BARTHOLIN, Mme Sabah AIT-
      CHIKHEBBIH.
      Excusé(s) : M. Paul ROUX.
      Absent(s) : Mme Lise
      D'HALLOY.

      AIDES A L'EMPLOI
      Vu le code ;
      """
    )
    let names = parsed.act.attendance.people.mapValues { $0.map(\.name) }
    #expect(
      names == [
        .present: ["Luc BARTHOLIN", "Sabah AIT-CHIKHEBBIH"], .excused: ["Paul ROUX"],
        .absent: ["Lise D'HALLOY"],
      ]
    )
    #expect(parsed.act.title?.value == "AIDES A L'EMPLOI")
    #expect(parsed.codes("attendance").isEmpty)
  }

  @Test func `reports text in it that is no name`() throws {
    let parsed = try ParsedAct(
      "Etaient présents : M. Luc BARTHOLIN, et d'autres personnes encore\nDECIDE :"
    )
    #expect(parsed.codes("attendance") == ["attendance.unplaced-text"])
  }

  @Test(arguments: [
    ("Nombre de membres en exercice : 29", AttendanceCount.members, 29),
    ("En exercice : 29", .members, 29),
    ("Présents : 24", .present, 24),
    ("Nombre de présents : 24", .present, 24),
    ("Pouvoirs : 3", .represented, 3),
    ("Nombre de pouvoirs : 3", .represented, 3),
    ("Absents : 2", .absent, 2),
    ("Votants : 27", .voters, 27),
  ])
  func `states counts beside its names`(printed: String, key: AttendanceCount, count: Int) throws {
    #expect(try attendance(printed).counts == [key: count])
  }
}

struct `A proxy` {
  private func proxies(_ printed: String) throws -> [String] {
    try ParsedAct("REUNION DU 15 MAI 2023\n" + printed + "\n\nDECIDE :").act.attendance.proxies.map
    {
      $0.from.name + " → " + ($0.to?.name ?? "")
    }
  }

  @Test(arguments: [
    ("Ont donné pouvoir : M. Paul DURAND à Mme Anne MARTIN", ["Paul DURAND → Anne MARTIN"]),
    (
      "Pouvoirs : M. Paul DURAND à Mme Anne MARTIN, Mme Lise ROUX à M. Luc\nPETIT.",
      ["Paul DURAND → Anne MARTIN", "Lise ROUX → Luc PETIT"]
    ),
    (
      "Procurations :\nMme Lise ROUX a donné pouvoir à M. Luc PETIT ;\nM. Paul DURAND a donné "
        + "pouvoir à Mme Anne MARTIN.",
      ["Lise ROUX → Luc PETIT", "Paul DURAND → Anne MARTIN"]
    ),
    (
      "Étaient représentés : M. Paul DURAND représenté par Mme Anne MARTIN",
      ["Paul DURAND → Anne MARTIN"]
    ),
    ("Étaient représentés : M. Paul DURAND, Mme Lise ROUX", ["Paul DURAND → ", "Lise ROUX → "]),
  ])
  func `goes from its giver to its holder`(printed: String, proxies: [String]) throws {
    #expect(try self.proxies(printed) == proxies)
  }

  @Test func `keeps a full stop of "M." inside the holder's name`() throws {
    #expect(
      try proxies("Pouvoirs : Mme Lise ROUX à M. Luc PETIT, M. Paul DURAND à M. Jean MARTIN")
        == ["Lise ROUX → Luc PETIT", "Paul DURAND → Jean MARTIN"]
    )
  }
}

struct `An attendance list of a commune` {
  private func act(_ printed: String) throws -> Deliberation {
    try ParsedAct("Séance du 12 mars 2024\n" + printed + "\n\nVu le code ;\nDECIDE :").act
  }

  @Test(arguments: [
    "Étaient présents :\nM. Luc BARTHOLIN\nMme Odile MOREL\nM. Paul ROUX",
    "Étaient présents :\nLuc BARTHOLIN\nOdile MOREL\nPaul ROUX",
    "Présents : M. Luc BARTHOLIN, maire, Mme Odile MOREL, 1ère adjointe, M. Paul ROUX (arrivé à 19 h)",
    "PRÉSENTS : M. Luc BARTHOLIN - Mme Odile MOREL - M. Paul ROUX",
    "Présents :\nLuc BARTHOLIN\tOdile MOREL\nPaul ROUX",
    "Présents : MM. Luc BARTHOLIN, Mme Odile MOREL, M. Paul ROUX, formant la majorité des membres.",
  ])
  func `names people over lines, over columns and with their offices`(printed: String) throws {
    let people = try act(printed).attendance.people
    #expect(
      people.mapValues { $0.map(\.name) } == [
        .present: ["Luc BARTHOLIN", "Odile MOREL", "Paul ROUX"]
      ]
    )
  }

  @Test(arguments: [
    "Absents ayant donné pouvoir : M. Jean ARNAUD à Mme Odile MOREL, Mme Lise CARON à M. Paul ROUX",
    "Étaient absents et représentés :\nM. Jean ARNAUD par Mme Odile MOREL\nMme Lise CARON par M. Paul ROUX",
    "Pouvoirs : M. Jean ARNAUD a donné pouvoir à Mme Odile MOREL ; Mme Lise CARON a donné pouvoir à"
      + " M. Paul ROUX.",
    "Procurations : M. Jean ARNAUD (pouvoir à Mme Odile MOREL), Mme Lise CARON (pouvoir à M. Paul ROUX)",
    "Excusé(s) ayant donné délégation de vote : M. Jean ARNAUD (à Mme Odile MOREL), Mme Lise CARON"
      + " donne délégation à M. Paul ROUX",
    "Pouvoirs : M. Jean ARNAUD, représenté(e) par Mme Odile MOREL, Mme Lise CARON ayant remis son"
      + " mandat à M. Paul ROUX",
    "M. Jean ARNAUD a donné procuration à Mme Odile MOREL\nMme Lise CARON a donné procuration à"
      + " M. Paul ROUX",
  ])
  func `says who votes for whom`(printed: String) throws {
    let proxies = try act("Présents : M. Paul ROUX, Mme Odile MOREL.\n" + printed).attendance
      .proxies
    #expect(proxies.map(\.from.name) == ["Jean ARNAUD", "Lise CARON"])
    #expect(proxies.map { $0.to?.name } == ["Odile MOREL", "Paul ROUX"])
  }

  @Test func `names people who are excused and gave a proxy in both lists`() throws {
    let attendance = try act(
      "Présents : Mme Odile MOREL.\n"
        + "Absents excusés : M. Jean ARNAUD (pouvoir à Mme Odile MOREL), M. Yves AZAM."
    ).attendance
    #expect(attendance.people[.excused]?.map(\.name) == ["Jean ARNAUD", "Yves AZAM"])
    #expect(attendance.proxies.map(\.from.name) == ["Jean ARNAUD"])
  }

  @Test(arguments: [
    "Nombre de délégués en exercice : 24     Présents : 18     Votants : 20",
    "En exercice\tPrésents\tVotants\n24\t18\t20",
    "Nombre de conseillers en exercice : 24\nNombre de présents : 18\nNombre de votants\n20",
    "Nombre de membres :\n- en exercice : 24\n- présents : 18\n- votants : 20",
    "Nombre de membres en exercice : 24\nPrésents : 18\nQui ont pris part à la délibération : 20",
  ])
  func `counts members in lines and in tables`(printed: String) throws {
    let counts = try act(printed).attendance.counts
    #expect(counts == [.members: 24, .present: 18, .voters: 20])
  }

  @Test(arguments: [
    "Secrétaire de séance : M. Paul ROUX", "M. Paul ROUX est désigné secrétaire de séance.",
    "A été élu secrétaire de séance : M. Paul ROUX", "Secrétaire élu : M. Paul ROUX",
    "Le Conseil désigne M. Paul ROUX comme secrétaire.",
  ])
  func `names the secretary`(printed: String) throws {
    let session = try act("Présents : Mme Odile MOREL, M. Paul ROUX.\n" + printed).session
    #expect(session.secretary?.name == "Paul ROUX")
  }

  @Test(arguments: [
    "sous la présidence de M. Luc BARTHOLIN, maire.",
    "sous la présidence de Monsieur le Maire, Luc BARTHOLIN.",
    "sous la\nprésidence de Monsieur le doyen d'âge de l'assemblée, Luc BARTHOLIN",
  ])
  func `follows a sentence that says when and under whom the assembly sat`(printed: String) throws {
    let session = try act(
      "L'an deux mille vingt-quatre, le douze mars, le Conseil municipal, convoqué le 5 mars 2024,"
        + " s'est\nréuni en mairie, " + printed + "\nPrésents : M. Luc BARTHOLIN."
    ).session
    #expect(session.president?.name == "Luc BARTHOLIN")
    #expect(session.president?.honorific == .monsieur)
    #expect(session.convocationDate?.description == "2024-03-05")
  }
}
