import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// Lists of people in wordings and layouts of many clerks.
struct `The roll of a session` {
  private func head(_ printed: String) -> SessionHead {
    let document = Document(printing: printed)
    return SessionHead(Array(document.lines.indices), of: document)
  }

  private func names(_ printed: String, _ status: AttendanceStatus) -> [String] {
    (head(printed).attendance.people[status] ?? []).map(\.name)
  }

  private func proxies(_ printed: String) -> [String] {
    head(printed).attendance.proxies.map { $0.from.name + " > " + ($0.to?.name ?? "?") }
  }

  @Test(arguments: [
    "Étaient présents : M. Luc PETIT, Mme Anne ROUX, M. Jean MOREL.",
    "Présents : Luc PETIT - Anne ROUX - Jean\nMOREL",
    "Présents : Luc PETIT – Anne ROUX -Jean MOREL, formant la majorité des membres en exercice.",
    "Membres présents (3) :\n- M. Luc PETIT, maire\n- Mme Anne ROUX, 1ère adjointe\n- M. Jean MOREL",
    "Conseillers présents : 3\nM. Luc PETIT\nMme Anne ROUX\nM. Jean MOREL",
    "12 puis 3 conseillers municipaux étaient présents : Luc PETIT, Anne ROUX et Jean MOREL",
    "Présents titulaires : MM. Luc PETIT (Valbrun), Mme Anne ROUX (groupe Demain), M. Jean MOREL",
    "PRESENT(E)S : Luc PETIT\tAnne ROUX\nJean MOREL",
    "Présents Monsieur Luc PETIT, Madame Anne ROUX, Monsieur Jean MOREL",
    "ETAIENT PRESENTS\n\nM. Luc PETIT Mme Anne ROUX M. Jean MOREL",
    "Présenis : Luc PETIT, Anne ROUX, Jean MOREL",
  ])
  func `names who is there`(printed: String) {
    #expect(
      names("Séance du 4 mai 2022\n" + printed, .present) == [
        "Luc PETIT", "Anne ROUX", "Jean MOREL",
      ]
    )
  }

  @Test(arguments: [
    ("Présents : PETIT Luc, ROUX Anne, LE GOFF Jean", ["PETIT Luc", "ROUX Anne", "LE GOFF Jean"]),
    ("Présents : PETIT Luc ROUX Anne MOREL Jean", ["PETIT Luc", "ROUX Anne", "MOREL Jean"]),
    ("Présents : Mmes ROUX, MOREL, MM. PETIT et GRAS", ["ROUX", "MOREL", "PETIT", "GRAS"]),
    ("Présents : Mmes et Ms Roux - Morel - Petit", ["Roux", "Morel", "Petit"]),
    ("Présents : Mme ROUX A. – M. PETIT J.L. – M. GRAS S.", ["ROUX A.", "PETIT J.L.", "GRAS S."]),
    (
      "Présents : Anne MARCHÉ, Luc d’ORVAL, Maxence de LUZ",
      ["Anne MARCHÉ", "Luc d’ORVAL", "Maxence de LUZ"]
    ),
    (
      "Présents : Luc PETIT - Anne ROUX - Jean GRAS - Paul MOREL - VIDAL",
      ["Luc PETIT", "Anne ROUX", "Jean GRAS", "Paul MOREL-VIDAL"]
    ),
    (
      "Présents : M. Luc PETIT, M. Jean GRASM. Paul ROUX, M. Yves MOREL",
      ["Luc PETIT", "Jean GRAS", "Paul ROUX", "Yves MOREL"]
    ),
  ])
  func `reads names in any order`(printed: String, expected: [String]) {
    #expect(names(printed, .present).prefix(expected.count) == expected[...])
  }

  @Test(arguments: [
    ("Absents excusés : M. Luc PETIT, Mme Anne ROUX", AttendanceStatus.excused),
    ("Absents non excusés : M. Luc PETIT, Mme Anne ROUX", .absent),
    ("Excusé(e)s sans procuration : M. Luc PETIT, Mme Anne ROUX", .excused),
    ("Absents excusés et non représentés : M. Luc PETIT\net Mme Anne ROUX", .excused),
    ("Étaient absent(e)s : M. Luc PETIT, Mme Anne ROUX", .absent),
    ("Assistaient également à la séance : M. Luc PETIT, Mme Anne ROUX", .attendingWithoutVote),
  ])
  func `says in what way people are away`(printed: String, status: AttendanceStatus) {
    #expect(names("Présents : M. Jean MOREL.\n" + printed, status) == ["Luc PETIT", "Anne ROUX"])
  }

  @Test(arguments: [
    "Pouvoirs : M. Jean GRAS à Mme Anne ROUX",
    "Procurations : Jean GRAS à Anne ROUX.",
    "Absents ayant donné procuration : Jean GRAS (par procuration à Anne ROUX)",
    "Absents excusés : Jean GRAS (pouvoir à Anne ROUX)",
    "Excusés avec pouvoir : M. Jean GRAS donne pouvoir à Mme Anne ROUX",
    "Absents : M. Jean GRAS, procuration à Mme Anne ROUX",
    "Représentés : M. Jean GRAS par Mme Anne ROUX",
    "M. Jean GRAS avait donné pouvoir à Mme Anne ROUX",
    "Pouvoirs :\nJean GRAS ............................... à Anne ROUX",
    "Pouvoirs :\nM. Jean GRAS → Mme Anne ROUX",
    "Pouvoirs :\nM. GRAS à Mme ROUX",
    "Pouvoirs :\nJ. GRAS a donné pourvoir à A. ROUX",
    "Excusés : M. Jean GRAS, pouvoir donné à Mme Anne ROUX",
  ])
  func `says who votes for whom`(printed: String) {
    let read = head("Présents : M. Luc PETIT, Mme Anne ROUX.\n" + printed).attendance
    #expect(read.proxies.map(\.to?.name) == ["Anne ROUX"])
    #expect(read.proxies.map { $0.from.name.hasSuffix("GRAS") } == [true])
  }

  @Test func `reads a proxy that its holder states`() {
    let read = proxies(
      "Présents : M. Luc PETIT (pouvoir de M. Jean GRAS), Mme Anne ROUX.\nExcusé : M. Jean GRAS"
    )
    #expect(read == ["Jean GRAS > Luc PETIT"])
  }

  @Test func `counts who gave a proxy and stands in no list as excused`() {
    let printed = "Présents : Luc PETIT, Anne ROUX\nPouvoir : Jean GRAS à Anne ROUX"
    #expect(names(printed, .excused) == ["Jean GRAS"])
  }

  @Test func `leaves who gave a proxy in the list that names them`() {
    let printed = "Présents : Luc PETIT, Anne ROUX\nAbsents : GRAS\nPouvoir : Jean GRAS à Anne ROUX"
    #expect(names(printed, .absent) == ["GRAS"])
    #expect(names(printed, .excused).isEmpty)
  }

  @Test(arguments: [
    "Présents : Luc PETIT, Anne ROUX.\n\nTRAVAUX DE L'ECOLE\nLe maire expose.",
    "Présents : M. Luc PETIT, Mme Anne ROUX.\nLesquels forment la majorité des membres.",
    "Présents : M. Luc PETIT, Mme Anne ROUX\nM. Luc PETIT est élu secrétaire de séance.",
    "Présents : Luc PETIT, Anne ROUX\nMadame ROUX précise que les travaux avancent.",
    "Présents : Luc PETIT, Anne ROUX\nDate de la convocation : 3 mai 2022",
    "Présents : Luc PETIT, Anne ROUX\n1. Vote du budget",
  ])
  func `ends where no names come`(printed: String) {
    #expect(names(printed, .present) == ["Luc PETIT", "Anne ROUX"])
  }

  @Test(arguments: ["Absents : néant", "Absents : aucun.", "Absents : //", "Absents :"])
  func `may be empty`(printed: String) {
    let read = head("Présents : Luc PETIT, Anne ROUX\n" + printed + "\n\nSecrétaire : Anne ROUX")
    #expect(read.attendance.people[.absent] == nil)
    #expect(read.session.secretary?.name == "Anne ROUX")
  }

  @Test func `stands in columns side by side`() {
    let printed = "Présents :\tAbsents excusés :\nLuc PETIT\tJean GRAS\nAnne ROUX\tYves MOREL"
    #expect(names(printed, .present) == ["Luc PETIT", "Anne ROUX"])
    #expect(names(printed, .excused) == ["Jean GRAS", "Yves MOREL"])
  }

  @Test func `steps over a name that a scan left unreadable and says so`() {
    let read = head("Présents : Luc PETIT - 1 ~uc xx - Anne ROUX - Jean GRAS")
    #expect(
      read.attendance.people[.present]?.map(\.name) == ["Luc PETIT", "Anne ROUX", "Jean GRAS"]
    )
    #expect(read.unread.count == 1)
  }

  @Test func `reports somebody in two lists and keeps both`() {
    let read = head("Présents : Luc PETIT, Anne ROUX\nAbsents : Anne ROUX")
    #expect(read.twice.map(\.name) == ["Anne ROUX"])
    #expect(read.attendance.people[.absent]?.map(\.name) == ["Anne ROUX"])
  }

  @Test func `tells two people apart whom one letter parts`() {
    let printed = "Présents : MM. FAVRE, MOREL\nExcusés : Mme FAURE (pouvoir à M. MOREL)"
    #expect(proxies(printed) == ["FAURE > MOREL"])
    #expect(names(printed, .excused) == ["FAURE"])
  }
}

struct `A roster` {
  private let roster = SessionRoster(
    ["Anne ROUX", "Luc PETIT", "Jean PETIT", "Philippe ROUVIER-COROUGE"].map { Person(name: $0) }
  )

  @Test(
    arguments: [
      ("ROUX", "Anne ROUX"), ("A. ROUX", "Anne ROUX"), ("ROUX Anne", "Anne ROUX"),
      ("L. PETIT", "Luc PETIT"), ("Anne R0UX", "Anne ROUX"), ("PETIT", nil),
      ("Anna ROUX", "Anne ROUX"),
      ("Philippe ROUVIER – COROUGE", "Philippe ROUVIER-COROUGE"), ("Guy NOIR", nil),
    ] as [(String, String?)]
  )
  func `knows a member by any form of the name`(printed: String, member: String?) {
    #expect(roster.member(Person(name: printed))?.name == member)
  }

  @Test func `gives all members whom a surname fits`() {
    guard case .candidates(let people) = roster.resolve(Person(name: "PETIT")) else {
      Issue.record("no candidates")
      return
    }
    #expect(people.map(\.name) == ["Luc PETIT", "Jean PETIT"])
  }
}
