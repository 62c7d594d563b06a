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
