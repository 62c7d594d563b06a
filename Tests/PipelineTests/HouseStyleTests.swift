import Definitions
import DeliberationModel
import PageModel
import Pipeline
import TestSupport
import Testing

/// What the definition that fits any authority reads of acts in many styles.
struct `An act in the style of any authority` {
  /// The acts of a text with the definition that is chosen for it.
  private func acts(_ text: String) throws -> [Deliberation] {
    let document = Document(printing: text)
    let definition = try DefinitionCatalog().definition(for: document)
    #expect(definition.name == "default")
    var diagnostics = DiagnosticList()
    return try Extractor().deliberations(of: document, definition, reporting: &diagnostics)
  }

  @Test(arguments: [
    (HouseStyles.village, "2024-03-12/07", "Commune de La Ferrière-aux-Étangs-Neufs", "2024-03-12"),
    (
      HouseStyles.communityOfCommunes, "2023-064", "Communauté de communes des Trois Vallees",
      "2023-06-29"
    ),
    (HouseStyles.region, "CP-2023-1104", "Région Val-de-Brenne", "2023-11-17"),
    (
      HouseStyles.syndicate, "24.02.11", "Syndicat mixte de Traitement des Dechets du Haut-Pays",
      "2024-02-08"
    ),
    (HouseStyles.town, "D2022_12_19_04", "Ville de Bourg-les-Marais", "2022-12-19"),
    (HouseStyles.metropolis, "2023-0187", "Métropole de Valromane", "2023-09-25"),
  ])
  func `has a number, an authority and a session`(
    text: String,
    number: String,
    authority: String,
    date: String
  ) throws {
    let acts = try acts(text)
    #expect(acts.map(\.number?.value) == [number])
    #expect(acts.map(\.authority?.name) == [authority])
    #expect(acts.map(\.session.date?.value.description) == [date])
  }

  @Test(arguments: [
    (HouseStyles.village, "Subventions aux associations - Année 2024", "LEBAILLY Gérard"),
    (
      HouseStyles.communityOfCommunes,
      "ATTRIBUTION D'UN FONDS DE CONCOURS A LA COMMUNE DE VALMONT-SUR-ERVE", "Béatrice FONTENEAU"
    ),
    (HouseStyles.region, "SOUTIEN AUX FESTIVALS - PROGRAMMATION 2023", "Étienne CASTAING"),
    (HouseStyles.syndicate, "Débat d'orientation budgétaire 2024", "Bernard MOLINIER"),
    (HouseStyles.town, "Décision modificative n° 3 - Budget principal", "Claire SCHMITT"),
    (
      HouseStyles.metropolis,
      "Aide à la production de logements locatifs sociaux - Garantie d'emprunt et subvention",
      "Philippe DORIAN"
    ),
  ])
  func `has a title and a president`(text: String, title: String, president: String) throws {
    let act = try #require(try acts(text).first)
    #expect(act.title?.value == title)
    #expect(act.session.president?.name == president)
  }

  @Test(
    arguments: [
      (HouseStyles.village, [10, 2, 1], VoteResult.adopted, 2),
      (HouseStyles.communityOfCommunes, [27, 0, 2], .adopted, 2),
      (HouseStyles.region, [nil, nil, 2], .adopted, 3), (HouseStyles.syndicate, [], .noted, 1),
      (HouseStyles.town, [7, 1, 1], .adopted, 2),
      (HouseStyles.metropolis, [75, 3, 1], .adopted, 3),
    ] as [(String, [Int?], VoteResult, Int)]
  )
  func `is decided as it says`(
    text: String,
    votes: [Int?],
    result: VoteResult,
    articles: Int
  ) throws {
    let act = try #require(try acts(text).first)
    #expect(act.decisions.map(\.result?.value) == [result])
    #expect(act.articles.count == articles)
    #expect(act.decisions.first?.articles == Array(1...articles))
    let counted = act.decisions.first?.vote ?? [:]
    #expect(votes.isEmpty == counted.isEmpty)
    for (option, count) in zip([VoteOption.yes, .no, .abstain], votes) {
      #expect(counted[option]?.count == count)
    }
  }

  @Test(arguments: [
    (HouseStyles.village, ["DUVAL Patrice", "BISSON Chantal", "HAMEL Didier"]),
    (HouseStyles.region, ["Rachida BELKACEM", "Loïc PENNEC"]),
    (HouseStyles.metropolis, ["Lina ROSSI", "Paul VERNE", "Hugo SAUGE", "Marc TULLIER"]),
  ])
  func `names those who voted against or abstained`(text: String, names: [String]) throws {
    let decision = try #require(try acts(text).first?.decisions.first)
    let printed = decision.positions.filter { $0.stated == .printed }
    #expect(printed.map(\.person.name) == names)
    #expect(printed.allSatisfy { $0.option != .yes })
  }

  @Test(arguments: [
    (HouseStyles.town, "ZIMMERMANN"), (HouseStyles.metropolis, "Antoine GARNIER"),
  ])
  func `names those who take no part`(text: String, name: String) throws {
    let decision = try #require(try acts(text).first?.decisions.first)
    #expect(decision.recusals.map(\.person.name) == [name])
  }

  @Test(arguments: [
    (
      HouseStyles.village,
      ["PICARD Olivier → LEBAILLY Gérard", "FOUCHER Nadia → ROUSSEL Annick"]
    ),
    (
      HouseStyles.communityOfCommunes,
      ["Yannick TESSON → Hervé QUILLET", "Marie-Line ABOT → Alexandre LE GUEN"]
    ),
    (HouseStyles.region, ["Jean ARNAUD → Rachida BELKACEM"]),
    (HouseStyles.syndicate, ["Paul GRANIER → Alain FABRE"]),
    (HouseStyles.town, ["FISCHER → WEBER", "WAGNER → KELLER"]),
  ])
  func `says who votes for whom`(text: String, proxies: [String]) throws {
    let attendance = try #require(try acts(text).first?.attendance)
    #expect(attendance.proxies.map { $0.from.name + " → " + ($0.to?.name ?? "") } == proxies)
  }

  @Test(arguments: [
    (HouseStyles.village, [AttendanceCount.members: 15, .present: 11, .voters: 13]),
    (
      HouseStyles.communityOfCommunes,
      [.members: 32, .present: 25, .represented: 4, .voters: 29]
    ),
    (HouseStyles.syndicate, [.members: 24, .present: 18, .voters: 20]),
    (HouseStyles.metropolis, [.members: 83, .present: 70, .represented: 9, .absent: 4]),
  ])
  func `counts its members`(text: String, counts: [AttendanceCount: Int]) throws {
    #expect(try acts(text).first?.attendance.counts == counts)
  }

  @Test(arguments: [
    (
      HouseStyles.village,
      ["Amicale des anciens 150000", "Club de pétanque 35050", "Les Amis du moulin 200000"]
    ),
    (HouseStyles.communityOfCommunes, ["commune de Valmont-sur-Erve 4500000"]),
    (
      HouseStyles.region,
      ["association Les Nuits de la Brenne 15500000", "Théâtre du Passeur 1250000"]
    ),
    (HouseStyles.town, []), (HouseStyles.metropolis, ["société d'HLM Habitat Romane 24000000"]),
  ])
  func `grants what its clauses state in words`(text: String, grants: [String]) throws {
    let act = try #require(try acts(text).first)
    let read = act.grants.map { grant in
      (grant.beneficiary?.value ?? "") + " \(grant.amount?.value.cents ?? 0)"
    }
    #expect(read == grants)
  }

  @Test func `bears the stamp of its transmission`() throws {
    let act = try #require(try acts(HouseStyles.communityOfCommunes).first)
    #expect(act.transmissionID == "099-249900123-20230629-DEL_2023_064-DE")
    #expect(act.transmissionDate?.description == "2023-07-04")
    #expect(act.publicationDate?.description == "2023-07-06")
    #expect(act.authority?.siren == "249900123")
    #expect(act.session.convocationDate?.description == "2023-06-22")
  }

  @Test func `is one of several in minutes`() throws {
    let acts = try acts(HouseStyles.minutes)
    #expect(acts.map(\.item) == ["1", "2", "3"])
    #expect(acts.map(\.decisions.count) == [1, 1, 1])
    #expect(acts.map { $0.attendance.people[.present]?.count } == [5, 5, 5])
    #expect(acts.map { $0.decisions.first?.isUnanimous } == [true, false, true])
    let account = acts[1].decisions.first
    #expect(account?.vote.mapValues(\.count) == [.yes: 4, .abstain: 1])
    #expect(account?.recusals.map(\.person.name) == ["Denis PELLETIER"])
    let printed = account?.positions.filter { $0.stated == .printed }
    #expect(printed?.map(\.person.name) == ["Karim HADDAD"])
    #expect(acts[2].grants.map { $0.beneficiary?.value } == ["comité des fêtes"])
  }

  @Test func `is none where the mayor orders alone`() throws {
    #expect(try acts(HouseStyles.order).isEmpty)
  }
}
