import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `An act's preface` {
  private func act(_ preface: String) throws -> Deliberation {
    try ParsedAct(preface + "\nLa Commission permanente,\nVu le code ;\nDECIDE :").act
  }

  @Test(arguments: [
    ("(N°2023-041)", "2023-041"), ("N° 2013 / 1", "2013/1"),
    ("Délibération n° 2024-118", "2024-118"),
    ("Numéro : 2024.063", "2024.063"),
    ("n° 24_06-017", "24_06-017"), ("Délibération n° C 23.191", "C 23.191"),
    ("Délibération n° CP-2023-1104", "CP-2023-1104"), ("N° D2022_12_19_04", "D2022_12_19_04"),
    ("Délibération n° 2024-012 - Vote du budget", "2024-012"),
    ("Délibération n° 2024-12 du 12 mars 2024", "2024-12"),
  ])
  func `gives the act's number`(printed: String, number: String) throws {
    #expect(try act("REUNION DU 15 MAI 2023\n" + printed).number?.value == number)
  }

  @Test(arguments: [
    ("REUNION DU 15 MAI 2023", "2023-05-15"), ("Séance du ler juillet 2021", "2021-07-01"),
    ("Réunion du\n3 avril 2025", "2025-04-03"), ("Date de la séance : 12/03/2024", "2024-03-12"),
  ])
  func `gives the session's date`(printed: String, date: String) throws {
    #expect(try act(printed).session.date?.value.description == date)
  }

  @Test(arguments: [
    ("PRESIDENCE DE MADAME SANDRINE CASTELNOUX", Honorific.madame),
    ("Sous la présidence de Mme Sandrine CASTELNOUX, présidente", .madame),
    ("Le conseil, légalement convoqué, s'est réuni sous la présidence de M. Luc ROUX", .monsieur),
  ])
  func `names who presided`(printed: String, honorific: Honorific) throws {
    let president = try act("REUNION DU 15 MAI 2023\n\n" + printed).session.president
    #expect(president?.honorific == honorific)
  }

  @Test func `names the secretary`() throws {
    let session = try act("REUNION DU 15 MAI 2023\nSecrétaire : M. Didier QUESNEVILLE").session
    #expect(session.secretary?.name == "Didier QUESNEVILLE")
  }

  @Test func `has a title over lines before the number`() throws {
    let act = try act(
      "Etaient présents : M. Luc ROUX.\n\nAIDES A L'EMPLOI\nPHASE  1\n\n(N°2023-041)"
    )
    #expect(act.title?.value == "AIDES A L'EMPLOI PHASE 1")
  }

  @Test func `has a title under its label`() throws {
    #expect(try act("Objet : Aides\nà l'emploi\n\nSuite").title?.value == "Aides à l'emploi")
  }

  @Test(
    arguments: [
      ("Transmis au contrôle de légalité le 20/05/2023", "2023-05-20", nil),
      ("Envoi Préfecture :\n20/05/2023", "2023-05-20", nil),
      ("Publié le 21 mai 2023", nil, "2023-05-21"),
      ("Envoyé en préfecture le 20/05/2023\nAffiché le 21/05/2023", "2023-05-20", "2023-05-21"),
    ] as [(String, String?, String?)]
  )
  func `gives the days of transmission and publication`(
    printed: String,
    transmitted: String?,
    published: String?
  ) throws {
    let act = try act(printed)
    #expect(act.transmissionDate?.description == transmitted)
    #expect(act.publicationDate?.description == published)
  }

  @Test func `gives the number of the transmission's receipt`() throws {
    let id = "034-213401722-20130204-0000061114-DE"
    #expect(try act("REUNION DU 15 MAI 2023\nID : " + id).transmissionID == id)
    #expect(try act("REUNION DU 15 MAI 2023\nID : 034-2134-2013").transmissionID == nil)
  }

  @Test(arguments: [
    ("DELIBERATION DE LA COMMISSION PERMANENTE\nDU CONSEIL DEPARTEMENTAL", "Commission permanente"),
    ("DELIBERATION DU CONSEIL DEPARTEMENTAL", "Conseil départemental"),
    ("EXTRAIT DU REGISTRE DES DELIBERATIONS DU CONSEIL MUNICIPAL", "Conseil municipal"),
  ])
  func `names the assembly`(printed: String, organ: String) throws {
    #expect(try act(printed).organ == organ)
  }

  @Test func `reports text that finds no place`() throws {
    let parsed = try ParsedAct(
      "Un mot au hasard\nREUNION DU 15 MAI 2023\nLa Commission permanente,"
    )
    #expect(parsed.codes("act").contains("act.unplaced-text"))
  }

  @Test func `reports what an act must have and this one has not`() throws {
    let codes = try ParsedAct("Vu le code ;").codes("act")
    #expect(
      codes == [
        "act.missing-number", "act.missing-title", "act.missing-session-date",
        "act.missing-authority", "act.missing-decision",
      ]
    )
  }
}

struct `An authority's name` {
  @Test(arguments: [
    (
      "DEPARTEMENT DES HAUTS-DE-SOURDRE", "Département des Hauts-de-Sourdre",
      AuthorityType.department
    ),
    ("DÉPARTEMENT DU PAS-DE-CALAIS", "Département du Pas-de-Calais", .department),
    ("Commune de Saint-Aubin-les-Forges", "Commune de Saint-Aubin-les-Forges", .commune),
    ("VILLE DE BRISECOURT", "Ville de Brisecourt", .commune),
    ("MAIRIE D'ORVAL", "Commune d'Orval", .commune),
    (
      "Communauté d'agglomération du Val d'Yerre", "Communauté d'agglomération du Val d'Yerre",
      .epci
    ),
    ("SYNDICAT MIXTE DE LA SOURDRE", "Syndicat mixte de la Sourdre", .syndicate),
  ])
  func `is read from a line that is nothing else`(
    printed: String,
    name: String,
    type: AuthorityType
  ) throws {
    let authority = try #require(AuthorityName.authority(in: printed))
    #expect(authority == Authority(name: name, type: type))
  }

  @Test(arguments: [
    "Département", "Le département du Nord", "La ville de demain, projet", "régional de santé", "",
  ])
  func `is not read from other lines`(printed: String) {
    #expect(AuthorityName.authority(in: printed) == nil)
  }

  @Test(
    arguments: [
      (nil, "Département du Gers"), ("213201722", nil), ("223200018", "Département du Gers"),
    ] as [(String?, String?)]
  )
  func `is not where it lies, by the SIREN of its stamp`(siren: String?, name: String?) {
    let authority = AuthorityName.authority(
      in: ["RÉPUBLIQUE FRANÇAISE", "DÉPARTEMENT DU GERS"],
      types: [],
      siren: siren
    )
    #expect(authority?.name == name)
  }

  @Test func `is read from the enacting words`() throws {
    let text = "Le conseil communautaire de la Communauté d'agglomération du Val d'Yerre,"
    let authority = try #require(AuthorityName.authority(inEnacting: text))
    #expect(authority.name == "Communauté d'agglomération du Val d'Yerre")
  }
}
