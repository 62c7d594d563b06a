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
    "Présents :\nSt-Orval-sur-Bief : M. Luc PETIT ; Mme Anne ROUX\nBreuil :\nLande : M. Jean MOREL",
    "Présents :\nCommune de Valbrun : Luc PETIT – Anne ROUX\nPour la commune de Lande : Jean MOREL",
    "Étaient présents : Mmes et MM. les conseillers : Luc PETIT, Anne ROUX, Jean MOREL",
    "Étaient présents : M. le Maire, M. Luc PETIT, Mme Anne ROUX, M. Jean MOREL",
    "Étaient présents : sous la présidence de M. Luc PETIT, Mme Anne ROUX, M. Jean MOREL",
    "Présents :\n1. M. Luc PETIT\n2. Mme Anne ROUX\n3 - M. Jean MOREL",
    "Présent·e·s : Luc PETIT, Anne ROUX, Jean MOREL",
    "Conseiller.ère.s présent.e.s : Luc PETIT, Anne ROUX, Jean MOREL",
    "Étaient présents (par ordre du tableau) : Luc PETIT, Anne ROUX, Jean MOREL",
    "Ont assisté à la séance : Luc PETIT, Anne ROUX, Jean MOREL",
    "Étaient présents tous les membres en exercice : Luc PETIT, Anne ROUX, Jean MOREL",
    "Présents : VALBRUN : Luc PETIT – Anne ROUX LA LANDE : Jean MOREL",
    "Étaient présents à l'ouverture de la séance à 20 h :\nLuc PETIT, Anne ROUX, Jean MOREL",
    "Assistaient à la réunion : Luc PETIT, Anne ROUX, Jean MOREL",
    "Mesdames et Messieurs les conseillers municipaux : Luc PETIT, Anne ROUX, Jean MOREL",
    "Présents :\nAdjoints : Luc PETIT, Anne ROUX\nConseillers municipaux : Jean MOREL",
    "Délégués présents :\nVALBRUN\nM. Luc PETIT\nLANDE\nORVAL\nMme Anne ROUX\nM. Jean MOREL",
    "Délégués présents :\nLE BIEF S/ ORVAL\nM. Luc PETIT\nMme Anne ROUX\nLANDE\nM. Jean MOREL",
    "Étaient présents :\n\n  • Luc PETIT, - Anne ROUX,\n  • Jean MOREL",
    "Salle des fêtes, 18 h 00-\nPrésents : Luc PETIT, Anne ROUX, Jean MOREL",
    "Étaient présents :\nGroupe « Demain »\tGroupe des élus libres\nLuc PETIT\tAnne ROUX\nNon inscrit\nJean MOREL",
    "Présents.\nUnion de la vallée : M. Luc PETIT\nBief autrement : Mme Anne ROUX, M. Jean MOREL",
    "Délégués présents\nDépartement du Bief (6 voix par délégué) : Luc PETIT, Anne ROUX\nCommunes (2 voix) : Jean MOREL",
  ])
  func `names who is there`(printed: String) {
    #expect(
      names("Séance du 4 mai 2022\n" + printed, .present) == [
        "Luc PETIT", "Anne ROUX", "Jean MOREL",
      ]
    )
  }

  @Test(arguments: [
    "VALBRUN : Luc PETIT – Anne ROUX\nLA LANDE : Jean MOREL, sauf au point 3 – Guy GRAS",
    "M. Luc PETIT, Mme Anne ROUX, M. Jean MOREL, M. Guy GRAS, Mme Zoé NOIR.",
  ])
  func `may have no heading below the sentence about the sitting`(printed: String) {
    let read = names(
      "Le conseil s'est réuni, sous la présidence de M. Luc PETIT, maire.\n\n" + printed
        + "\n\nPouvoir : Max BRUN à Anne ROUX",
      .present
    )
    #expect(read.prefix(4) == ["Luc PETIT", "Anne ROUX", "Jean MOREL", "Guy GRAS"])
  }

  @Test(arguments: [
    "Titre   NOM Prénom   Présence   Pouvoir à\nMme   ROUX Anne   Présente\nM.   PETIT Luc   Présent"
      + "\nM.   GRAS Guy   Repr.   Mme ROUX   P\nMme   NOIR Zoé   Absente",
    "Orval | Mme | ROUX Anne | Présente | P\nOrval | M. | PETIT Luc | Présent | P\nLande | M. |"
      + " GRAS Guy | Pouvoir | Mme ROUX\nLande | Mme | NOIR Zoé | Absente",
    "Mme Anne ROUX - Présente\nM. Luc PETIT - Présent\nM. Guy GRAS - Représenté par Mme ROUX\n"
      + "Mme Zoé NOIR - Absente",
    "Anne ROUX : présente\nLuc PETIT : présent\nGuy GRAS : excusé, pouvoir à Anne ROUX\n"
      + "Zoé NOIR : absente",
    "Élus\tP\tA\tE\tPouvoir\nAnne ROUX\tX\nLuc PETIT\tX\nGuy GRAS\t\t\tX\tAnne ROUX\nZoé NOIR\t\tX",
    "Nom           Présent   Absent   Excusé   Pouvoir à\nROUX Anne        X\nPETIT Luc        X\n"
      + "GRAS Guy                            X     ROUX Anne\nNOIR Zoé                  X",
  ])
  func `may be a table with a word for each member`(printed: String) {
    let read = head("Séance du 4 mai 2022\n" + printed).attendance
    func keys(_ status: AttendanceStatus) -> [Set<Substring>] {
      (read.people[status] ?? []).map { Set($0.name.split(separator: " ")) }
    }
    #expect(keys(.present) == [["ROUX", "Anne"], ["PETIT", "Luc"]])
    #expect(keys(.excused) == [["GRAS", "Guy"]])
    #expect(keys(.absent) == [["NOIR", "Zoé"]])
    #expect(read.proxies.map { $0.to?.name.contains("ROUX") } == [true])
  }

  @Test func `may be a table of those who are away, with a mark for each way`() {
    let printed = """
      Présents : Luc PETIT - Anne ROUX (Suppléante Zoé NOIR) - Jean MOREL
      Absents                 Ni pouvoir    Suppléant     Pouvoir donné à
      Guy GRAS                X
      Zoé NOIR                              Anne ROUX
      Max BRUN                                            Jean MOREL
      Rose VIDAL
      Secrétaire de séance : Luc PETIT
      """
    let read = head(printed)
    #expect(
      names(printed, .absent) == ["Guy GRAS", "Zoé NOIR", "Max BRUN", "Rose VIDAL"]
    )
    #expect(names(printed, .present) == ["Luc PETIT", "Anne ROUX", "Jean MOREL"])
    #expect(proxies(printed) == ["Max BRUN > Jean MOREL"])
    #expect(read.session.secretary?.name == "Luc PETIT")
  }

  @Test func `takes guests for guests where the members have a list`() {
    let printed = "Assistaient à la réunion : Max BRUN\nPrésents : Luc PETIT, Anne ROUX"
    #expect(names(printed, .present) == ["Luc PETIT", "Anne ROUX"])
    #expect(names(printed, .attendingWithoutVote) == ["Max BRUN"])
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
    ("Présents : PETIT, ROUX, de LORME et MOREL", ["PETIT", "ROUX", "de LORME", "MOREL"]),
    (
      "Présents : Messieurs PETIT Luc, de la LANDE Jean, Mme d'ORVAL Anne",
      ["PETIT Luc", "de la LANDE Jean", "d'ORVAL Anne"]
    ),
    (
      "Présents : C. Montel, Maire, E. Février, M. Tessier, A. Roux, L. Gras",
      ["C. Montel", "E. Février", "M. Tessier", "A. Roux", "L. Gras"]
    ),
    (
      "Présents : PETIT Luc, GRAS Guy, MOREL – ROUX Anne, VIDAL Rose",
      ["PETIT Luc", "GRAS Guy", "MOREL-ROUX Anne", "VIDAL Rose"]
    ),
    ("Présents : Mme ROUX M, M PETIT, M GRAS", ["ROUX M", "PETIT", "GRAS"]),
    (
      "Présents :\nM. PETIT Luc de VALBRUN\nMme ROUX Anne de la commune de LANDE",
      ["PETIT Luc", "ROUX Anne"]
    ),
    ("Présents : PETIT Luc, AVRIL Anne, GRAS Guy", ["PETIT Luc", "AVRIL Anne", "GRAS Guy"]),
    (
      "Présents :\nVALBRUN   PETIT Luc   LANDE   ROUX Anne\nORVAL   MOREL Jean   BIEF   GRAS Guy",
      ["PETIT Luc", "ROUX Anne", "MOREL Jean", "GRAS Guy"]
    ),
    ("Présents : Mme Jeudi Anne, M. Luc DE LORME St CYR", ["Jeudi Anne", "Luc DE LORME St CYR"]),
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
    ("Étaient absents, excusés : M. Luc PETIT, Mme Anne ROUX", .excused),
    ("Absents : 2 (Luc PETIT, Anne ROUX)", .absent),
    ("Absent·e·s excusé·e·s : Luc PETIT, Anne ROUX", .excused),
    ("Excusés : Luc PETIT suppléé par Guy GRAS, Anne ROUX remplacée par Max BRUN", .excused),
    ("Étaient également présents : M. Luc PETIT, Mme Anne ROUX", .attendingWithoutVote),
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
    "Étaient excusés et avaient chargé de voter en leur nom par pouvoir écrit :\nM. Jean GRAS à Mme Anne ROUX",
    "3 puis 1 conseillers avaient donné pouvoir :\nM. Jean GRAS à Mme Anne ROUX (à partir de 21h15)",
    "Pouvoirs :\nJ. GRAS a donné pourvoir à A. ROUX",
    "Excusés : M. Jean GRAS, pouvoir donné à Mme Anne ROUX",
    "Procuration de M. Jean GRAS à Mme Anne ROUX",
    "ONT DONNÉ POUVOIR : JEAN GRAS A ANNE ROUX",
    "Ont donné pouvoir : Jean GRAS À Anne ROUX",
    "M. Jean GRAS, absent, a donné pouvoir à Mme Anne ROUX.",
    "Pouvoirs :\n- de M. Jean GRAS à Mme Anne ROUX",
    "Mandant      Mandataire\nM. Jean GRAS    Mme Anne ROUX",
    "NOM DU MANDANT   NOM DU MANDATAIRE\nJean GRAS   Anne ROUX",
    "Mandants : Jean GRAS\nMandataires : Anne ROUX",
    "Pouvoirs :\nJean GRAS  Anne ROUX",
    "Excusés : Jean GRAS (pvr Anne ROUX)",
    "EXCUSES : JEAN GRAS DONNE POUVOIR A ANNE ROUX",
    "M. Jean GRAS, souffrant, donne pouvoir à Mme Anne ROUX.",
    "Absents      Pouvoir à\nJean GRAS    Anne ROUX",
    "Absents, excusés ayant donné procuration : Jean GRAS (pouvoir à Anne ROUX)",
    "Étaient représentés : M. Jean GRAS : pouvoir à Mme Anne ROUX",
    "Excusés :\nConformément à l'article L. 2121-20 du code, ont donné pouvoir :\nM. GRAS à Mme ROUX",
  ])
  func `says who votes for whom`(printed: String) {
    let read = head("Présents : M. Luc PETIT, Mme Anne ROUX.\n" + printed).attendance
    #expect(read.proxies.map { $0.to.map { $0.name.lowercased() } } == ["anne roux"])
    #expect(read.proxies.map { $0.from.name.hasSuffix("GRAS") } == [true])
  }

  @Test(arguments: [
    "M. Jean GRAS remplacé par son suppléant M. Luc PETIT, Mme Anne ROUX",
    "M. Jean GRAS (suppléé par M. Luc PETIT), Mme Anne ROUX",
    "M. Jean GRAS représenté par M. Luc PETIT, Mme Anne ROUX",
  ])
  func `has a substitute in the place of a member`(printed: String) {
    #expect(names("Présents : " + printed, .present) == ["Luc PETIT", "Anne ROUX"])
    #expect(names("Présents : " + printed, .excused) == ["Jean GRAS"])
    #expect(proxies("Présents : " + printed).isEmpty)
  }

  @Test(arguments: [
    "Présents : M. Jean GRAS, Mme Anne ROUX, Maire, M. Luc PETIT",
    "Réuni sous la présidence d'Anne ROUX.\nPrésents : M. Jean GRAS, M. Luc PETIT",
  ])
  func `has a president`(printed: String) {
    let document = Document(printing: "Séance du 4 mai 2022\n" + printed)
    let read = SessionHead(Array(document.lines.indices), isOfMinutes: true, of: document)
    #expect(read.session.president?.name == "Anne ROUX")
  }

  @Test func `may stand below what is known for the head`() {
    let document = Document(
      printing: "Séance du 4 mai 2022\nPrésents : M. Luc PETIT, Mme Anne ROUX, M. Jean MOREL"
    )
    let read = SessionHead([0], below: [1], of: document)
    #expect(read.attendance.people[.present]?.count == 3)
    #expect(read.session.date?.value.description == "2022-05-04")
  }

  @Test func `says the link of several proxies once`() {
    let read = proxies(
      "Présents : M. Luc PETIT, Mme Anne ROUX\nAbsents : M. Jean GRAS ayant donné pouvoir à M. Luc"
        + " PETIT ; Mme Zoé NOIR à Mme Anne ROUX"
    )
    #expect(read == ["Jean GRAS > Luc PETIT", "Zoé NOIR > Anne ROUX"])
  }

  @Test(arguments: [
    "M. Luc PETIT\nM. Jean GRAS - ABSENT\nMme Anne ROUX\nMme Zoé NOIR - excusée",
    "M. Luc PETIT, M. Jean GRAS (absent), Mme Anne ROUX, Mme Zoé NOIR (excusée)",
    "M. Luc PETIT, M. Jean GRAS, absent, Mme Anne ROUX, Mme Zoé NOIR (pouvoir à Mme Anne ROUX)",
  ])
  func `may say beside a name who is away`(printed: String) {
    let printed = "Étaient présents :\n" + printed
    #expect(names(printed, .present) == ["Luc PETIT", "Anne ROUX"])
    #expect(names(printed, .absent) == ["Jean GRAS"])
    #expect(names(printed, .excused) == ["Zoé NOIR"])
  }

  @Test func `ends above who gives a proxy`() {
    let printed =
      "Présents : M. Luc PETIT, Mme Anne ROUX\n\nM. Jean GRAS a donné pouvoir à Mme Anne ROUX"
    #expect(names(printed, .present) == ["Luc PETIT", "Anne ROUX"])
    #expect(names(printed, .excused) == ["Jean GRAS"])
  }

  @Test func `takes no verb below a list for a link`() {
    let read = proxies(
      "Absents : M. Jean GRAS, adjoint, pouvoir donné à M. Luc PETIT,\nMme Zoé NOIR, conseillère,\n"
        + "M. Max BRUN, conseiller, pouvoir donné\nà Mme Anne ROUX\nA été élu secrétaire : M. Luc PETIT"
    )
    #expect(read == ["Jean GRAS > Luc PETIT", "Max BRUN > Anne ROUX"])
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

  @Test(arguments: [
    "M. PETIT Luc a été désigné en qualité de secrétaire par le conseil municipal (art. L. 2121-15).",
    "M. PETIT Luc a été nommé secrétaire par l'assemblée.",
    "Le secrétariat est assuré par M. PETIT Luc.",
  ])
  func `names the secretary whoever chose`(sentence: String) {
    let read = head("Présents : Mme ROUX Anne, M. PETIT Luc\n\n" + sentence)
    #expect(read.session.secretary?.name == "PETIT Luc")
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
