import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// Ways in which clerks write one and the same thing; none is a printed text.
struct `A vote in other words` {
  private static let members = [
    "Paul ROUX", "Odile MOREL", "Luc PETIT", "Lise CARON", "Jean-Paul LE GOFF", "Anne DE BRY",
    "Hugo MARTEL",
  ]
  static func read(_ printed: String) -> ReadVotes {
    let others = (1...60).map { "Membre Numéro\($0)" }
    return ReadVotes(printed, present: members + others, chair: "Paul ROUX")
  }

  /// The counts for, against and abstaining, and whether the vote is unanimous.
  struct Vote: Equatable {
    var counts: [Int?]
    var isUnanimous = false

    init(_ yes: Int? = nil, _ no: Int? = nil, _ abstain: Int? = nil, unanimous: Bool = false) {
      counts = [yes, no, abstain]
      isUnanimous = unanimous
    }
  }

  @Test(
    arguments: [
      ("Le conseil municipal, par 13 voix pour – 1 abstention, adopte le tarif.", Vote(13, nil, 1)),
      ("Le conseil, à la majorité avec 3 abstentions, approuve le budget.", Vote(nil, nil, 3)),
      ("Majorité pour 3 votes contre : Odile MOREL, Luc PETIT, Paul ROUX", Vote(nil, 3)),
      ("Majorité pour 1 vote contre (Odile MOREL)", Vote(nil, 1)),
      ("Majorité pour 3 abstentions (Odile MOREL, Luc PETIT, Paul ROUX)", Vote(nil, nil, 3)),
      (
        "Délibération adoptée par : 46 voix Pour, 1 abstention et 5 ne prenant pas part au vote",
        Vote(46, nil, 1)
      ),
      (
        "- votants : 58\n- suffrages exprimés : 56\n- abstentions : 2\n- pour : 55\n- contre : 1",
        Vote(55, 1, 2)
      ),
      (
        "Vote pour : 28 - Contre : 0 - Abstention : 0 - Ne prend pas part au vote : 0",
        Vote(28, 0, 0)
      ),
      ("Accord à 29 VOIX POUR", Vote(29)),
      (
        "Approbation par l'assemblée à l'unanimité des votants par 38 voix.",
        Vote(38, unanimous: true)
      ),
      (
        "Adopté à l'unanimité :\nAdopté à la majorité :\nVoix contre : 0 Abstentions : 4",
        Vote(nil, 0, 4)
      ),
      ("Le Conseil vote :\nPour\tContre\tAbstention\n24\t\tMme MOREL – M. PETIT", Vote(24, nil, 2)),
      ("Votants\tPour\tContre\tAbstentions\n15\t13\t2\t0", Vote(13, 2, 0)),
      ("Résultat du vote :\nVoix pour\t19\nVoix contre\t2\nAbstentions\t1", Vote(19, 2, 1)),
      ("Le conseil adopte, par 12 voix contre 3 et 2 abstentions, ce règlement.", Vote(12, 3, 2)),
      ("Ont voté pour : 12\nOnt voté contre : 3", Vote(12, 3)),
      (
        "Paul ROUX : pour\nOdile MOREL : contre\nLuc PETIT : abstention\nLise CARON : pour",
        Vote(2, 1, 1)
      ),
      ("Pour : M. ROUX, Mme CARON\nContre : M. PETIT\nAbstention : néant", Vote(2, 1, 0)),
      ("Vote à main levée : 11 pour, 0 contre, 0 abstention", Vote(11, 0, 0)),
      (
        "À bulletin secret : 9 pour, 4 contre, 1 blanc. Le conseil approuve le projet.", Vote(9, 4)
      ),
      (
        "Après un vote à bulletins secrets (9 oui, 4 non), le conseil adopte le projet.", Vote(9, 4)
      ),
      (
        "Le conseil syndical, à main levée, à la majorité (10 pour – 2 contre), décide :",
        Vote(10, 2)
      ),
      ("Nombre de voix pour : 14, nombre de voix contre : 1, d'abstentions : 0", Vote(14, 1, 0)),
      ("VOTANTS : 15 dont 3 pouvoirs\nPOUR : 15\nCONTRE : /\nABSTENTION : /", Vote(15)),
      (
        "Elle est adoptée par 20 voix (2 voix contre, Mmes CARON et MOREL ; 1 abstention, M. MARTEL).",
        Vote(20, 2, 1)
      ),
      ("Le conseil, à l'unanimité moins une voix, décide de louer la salle.", Vote()),
      ("Le conseil décide, avec 13 voix \"Pour\" et 2 \"Contre\", de vendre.", Vote(13, 2)),
      ("décide, par 15 voix « Pour » et 1 « Contre » :\n- de retenir le cabinet ;", Vote(15, 1)),
      ("Par 8 pour et 3 contre le conseil adopte.", Vote(8, 3)),
      ("Votes exprimés 14 : pour 12 / contre 2", Vote(12, 2)),
      ("Approuvé par 12 voix. 2 abstentions (O. MOREL, L. PETIT).", Vote(12, nil, 2)),
      ("Adopté à la majorité absolue, 3 contre.", Vote(nil, 3)),
      ("Pour l'adoption : 17\nContre l'adoption : 2", Vote(17, 2)),
      ("Sont favorables : 12. Sont opposés : 2. S'abstiennent : 1.", Vote(12, 2, 1)),
      ("12 élus votent pour, 2 votent contre et 1 s'abstient.", Vote(12, 2, 1)),
      (
        "Présents : 12 – Pouvoirs : 2 – Votants : 14 – Pour : 14 – Contre : 0 – Abstention : 0",
        Vote(14, 0, 0)
      ),
      ("Résultat des votes : POUR (12) CONTRE (1) ABSTENTION (2)", Vote(12, 1, 2)),
      ("Votes POUR : 12 dont 2 procurations\nVotes CONTRE : 1 (Hugo Martel)", Vote(12, 1)),
      ("☒ à l'unanimité ☐ à la majorité", Vote(unanimous: true)),
      ("Unanimité des membres présents moins Monsieur PETIT qui s'abstient.", Vote(nil, nil, 1)),
      (
        "Le conseil à l'unanimité des présents, sauf Mme CARON (abstention), approuve.",
        Vote(nil, nil, 1)
      ),
      (
        "Le Conseil, à l'unanimité, décide de louer le local pour 9 à 12 mois et pour 350 euros.",
        Vote(unanimous: true)
      ),
      ("Le conseil vote à l'unanimité 300 euros pour 3 élèves.", Vote(unanimous: true)),
      ("Vote(s) pour : 17\nVote(s) contre : 0\nAbstention(s) : 1", Vote(17, 0, 1)),
      ("Pour : 17 Contre : - Abstention : -", Vote(17)),
      ("Adopté par quinze (15) voix pour et deux (2) voix contre.", Vote(15, 2)),
      ("Par 15 (quinze) voix pour et 1 (une) abstention, le conseil accepte.", Vote(15, nil, 1)),
      ("Approuvé à l'unanimité (17 voix).", Vote(17, unanimous: true)),
      ("Le conseil donne un avis favorable par 17 voix.", Vote(17)),
      ("Accord unanime du conseil municipal.", Vote(unanimous: true)),
      ("Le résultat du vote est : POUR : 9\nCONTRE : 7\nLes tarifs sont adoptés.", Vote(9, 7)),
      (
        "Adopté à 15 voix sur 17 votants, 2 conseillers s'abstenant.", Vote(15, nil, 2)
      ),
      (
        "Le maire rappelle qu'en 2019 le vote fut de 5 voix contre 2. Le conseil adopte à l'unanimité.",
        Vote(unanimous: true)
      ),
      (
        "Pour : 8\nContre : 8\nAbstention : 1\nLa voix du maire étant prépondérante, le tarif est adopté.",
        Vote(8, 8, 1)
      ),
    ] as [(String, Vote)]
  )
  func `has the same counts`(printed: String, vote: Vote) {
    let read = Self.read(printed)
    #expect([.yes, .no, .abstain].map { read.counts[$0] } == vote.counts)
    #expect(read.decisions.map(\.isUnanimous) == [vote.isUnanimous])
    #expect(read.results == [.adopted])
    #expect(read.decisions.allSatisfy { $0.vote.values.allSatisfy { !$0.needsReview } })
  }

  @Test(arguments: [
    "POUR : ........ CONTRE : ........ ABSTENTION : ........", "Pour : _____ Contre : _____",
    "☐ à l'unanimité ☐ à la majorité", "Le conseil, à l'unanimité (ou à la majorité), décide",
    "Le maire précise que 12 associations sont pour et 3 contre.",
    "Le maire a obtenu 12 voix. M. ROUX a obtenu 3 voix.",
  ])
  func `is not seen in a form that was not filled in, nor in a tale`(printed: String) {
    #expect(Self.read(printed).decisions.isEmpty)
  }

  @Test(
    arguments: [
      ("Le conseil vend, Mme MOREL votant contre et M. PETIT s'abstenant.", ["MOREL"], ["PETIT"]),
      ("A voté contre : Mme MOREL\nS'est abstenu : M. PETIT\nAdopté", ["MOREL"], ["PETIT"]),
      ("Deux conseillers votent contre (MM. ROUX et PETIT). Adopté.", ["ROUX", "PETIT"], []),
      ("Mise au vote : 10 voix pour, 1 contre, M. MARTEL s'abstenant.", [], ["MARTEL"]),
      ("Adopté par 18 voix pour, M. PETIT et Mme CARON ayant voté contre", ["PETIT", "CARON"], []),
      (
        "POUR : 25 ; CONTRE : 2 – Mme CARON, M. PETIT ; ABSTENTION : 1 – Mme MOREL",
        ["CARON", "PETIT"], ["MOREL"]
      ),
      ("Abstention(s) de : Mme MOREL, M. PETIT\nAdopté", [], ["MOREL", "PETIT"]),
      ("M. PETIT déclare s'abstenir. Le conseil adopte le tarif.", [], ["PETIT"]),
      ("Opposition de M. PETIT. Adopté à la majorité.", ["PETIT"], []),
      ("Adopté, M. PETIT contre, Mme CARON abstention.", ["PETIT"], ["CARON"]),
      ("Adoption à la majorité (M. PETIT contre).", ["PETIT"], []),
      (
        "Qui est contre ? M. PETIT. Qui s'abstient ? Mme CARON et Mme MOREL. Adopté.", ["PETIT"],
        ["CARON", "MOREL"]
      ),
      (
        "POUR : 9\nCONTRE : 1\nLuc PETIT\nABSTENTIONS : 2\nLise CARON\nOdile MOREL", ["PETIT"],
        ["CARON", "MOREL"]
      ),
      ("Adopté.\nContre :\nLuc PETIT\nLise CARON", ["PETIT", "CARON"], []),
      (
        "CONTRE : 4\n(CARON, PETIT, MOREL avec procuration)\nPOUR : 9",
        ["CARON", "PETIT", "MOREL"], []
      ),
    ] as [(String, [String], [String])]
  )
  func `names the same people`(printed: String, against: [String], abstaining: [String]) {
    let read = Self.read(printed)
    let surname = { (name: String) in name.split(separator: " ").last.map(String.init) ?? "" }
    #expect(read.named(.no).map(surname) == against)
    #expect(read.named(.abstain).map(surname) == abstaining)
    #expect(read.named(.yes).isEmpty)
  }

  @Test(arguments: [
    "Le conseil, par 19 voix sur 23 voix, désigne M. PETIT et Mme CARON.",
    "Le conseil, par 12 voix pour, désigne M. PETIT.",
  ])
  func `names nobody in favour who is elected by it`(printed: String) {
    let read = Self.read(printed)
    #expect(read.named(.yes).isEmpty)
    #expect(read.elections.map(\.elected.isEmpty) == [false])
  }

  @Test(
    arguments: [
      ("La motion est repoussée par 10 voix contre, 3 pour et 1 abstention.", VoteResult.rejected),
      ("Le conseil rejette la motion par 12 voix contre et 3 pour.", .rejected),
      ("Le conseil est défavorable à ce projet à l'unanimité.", .rejected),
      ("Le conseil municipal s'oppose, à l'unanimité, au transfert.", .rejected),
      ("Le conseil municipal n'est pas favorable à cette acquisition.", .rejected),
      ("L'assemblée, à l'unanimité, n'autorise pas cette dépense.", .rejected),
      ("Vote contre à l'unanimité", .rejected),
      ("La question est renvoyée à une séance ultérieure.", .adjourned),
      ("Le conseil municipal reporte sa décision.", .adjourned),
      ("Le maire retire ce point de l'ordre du jour.", .withdrawn),
      ("Monsieur le Maire décide de retirer cette délibération.", .withdrawn),
      ("Il est pris acte de la communication du rapport.", .noted),
      ("Le conseil municipal déclare avoir pris connaissance du rapport annuel.", .noted),
      ("Vote : 2 contre (M. ROUX, Mme CARON)", .adopted),
      ("Le conseil décide, à l'unanimité, de ne pas donner suite à l'offre.", .rejected),
      ("Refus du conseil à l'unanimité.", .rejected),
      ("Pour : 4\nContre : 9\nLes tarifs ne sont pas approuvés.", .rejected),
      ("Le conseil décide, à l'unanimité, de différer sa décision.", .adjourned),
      ("Le conseil décide à l'unanimité de reporter l'excédent au budget 2031.", .adopted),
    ] as [(String, VoteResult)]
  )
  func `has the same result`(printed: String, result: VoteResult) {
    #expect(Self.read(printed).results == [result])
  }

  @Test func `counts the greater side against what it refuses`() {
    let read = Self.read("Mis aux voix, le projet est rejeté par 12 voix contre 5.")
    #expect(read.counts == [.yes: 5, .no: 12])
    #expect(read.results == [.rejected])
  }

  @Test func `has no result where as many are for it as against it`() {
    let read = Self.read("Pour : 8\nContre : 8\nLe compte n'est ni approuvé, ni rejeté.")
    #expect(read.counts == [.yes: 8, .no: 8])
    #expect(read.results == [nil])
    #expect(read.decisions.allSatisfy { $0.needsReview })
  }

  @Test func `is of who votes where two have the name`() {
    var attendance = Attendance()
    attendance.people[.present] = [Person(name: "Luc PETIT")]
    attendance.people[.excused] = [Person(name: "Rose PETIT")]
    #expect(VoteRoll(attendance, chair: nil).person(named: "PETIT")?.name == "Luc PETIT")
    attendance.proxies = [Proxy(from: Person(name: "Rose PETIT"), to: Person(name: "Luc PETIT"))]
    #expect(VoteRoll(attendance, chair: nil).person(named: "PETIT") == nil)
  }

  @Test(
    arguments: [
      (
        "Le conseil donne un avis défavorable au schéma, par 10 voix pour et 2 abstentions.",
        StatedOpinion.unfavourable
      ),
      ("Le conseil émet, à la majorité (1 abstention), un avis favorable.", .favourable),
    ] as [(String, StatedOpinion)]
  )
  func `adopts the opinion that it states`(printed: String, opinion: StatedOpinion) {
    let read = Self.read(printed)
    #expect(read.decisions.map(\.opinion) == [opinion])
    #expect(read.results == [.adopted])
  }

  @Test(
    arguments: [
      ("Ne participent pas au vote : Mme MOREL, M. PETIT\nAdopté", ["Odile MOREL", "Luc PETIT"]),
      ("N'ayant pas pris part au vote : M. PETIT. Adopté à l'unanimité.", ["Luc PETIT"]),
      ("Adopté par 11 voix, M. PETIT ne prenant pas part au vote.", ["Luc PETIT"]),
      (
        "Conseillers intéressés n'ayant pas pris part au vote : M. PETIT\nAdopté à l'unanimité",
        ["Luc PETIT"]
      ),
      ("Hors de la présence de M. ROUX, Maire, le conseil approuve le compte.", ["Paul ROUX"]),
      ("Hors de la présence du maire, le conseil approuve le compte.", ["Paul ROUX"]),
      ("M. PETIT n'a pas voté. Adopté à l'unanimité des votants.", ["Luc PETIT"]),
      (
        "Mme CARON déclare ne pas vouloir participer à ce vote. Le conseil accepte.", ["Lise CARON"]
      ),
      ("Déport : M. PETIT. Adopté à l'unanimité.", ["Luc PETIT"]),
      ("Mme CARON et M. MARTEL se déportent. Adopté par 10 voix.", ["Lise CARON", "Hugo MARTEL"]),
      ("M. PETIT (intéressé) sort de la salle. Vote : Pour 12 - Contre 0.", ["Luc PETIT"]),
      ("Pour : 9 - Contre : 0 - NPPV : 2 (M. PETIT, Mme CARON)", ["Luc PETIT", "Lise CARON"]),
      (
        "Pour : 9\nContre : 0\nNe prennent pas part au vote : 2 (M. PETIT et Mme CARON)",
        ["Luc PETIT", "Lise CARON"]
      ),
      ("Refus de vote : M. PETIT\nPour : 12", ["Luc PETIT"]),
    ] as [(String, [String])]
  )
  func `leaves the same people aside`(printed: String, recused: [String]) {
    #expect(Self.read(printed).recused == recused)
  }

  @Test(arguments: [
    "Le conseil approuve.\nPOUR\tCONTRE\tABSTENTION\tNE PREND PAS PART\nVOTE\n26\t1\t5\t2",
    "Le conseil approuve.\nVotants\tPour\tContre\tAbstentions\n32\t26\t1\t5",
  ])
  func `counts a table whose columns count others too`(printed: String) {
    #expect(ReadVotes(printed).counts == [.yes: 26, .no: 1, .abstain: 5])
  }

  @Test func `adopts what names somebody beside taking note`() {
    let printed =
      "VOTE : Le conseil prend acte de l'installation et, à l'unanimité, désigne M. Luc PETIT."
    #expect(ReadVotes(printed).results == [.adopted])
  }
}
