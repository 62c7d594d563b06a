import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// An act of minutes that a test wrote down, read from its sentences.
struct ReadVotes {
  let decisions: [Decision]
  let elections: [Election]

  init(_ printed: String, present: [String] = [], chair: String? = nil) {
    let document = Document(printing: printed)
    var attendance = Attendance()
    attendance.people[.present] = present.map { Person(name: $0) }
    let roll = VoteRoll(attendance, chair: chair.map { Person(name: $0) })
    let lines = Array(document.lines.indices)
    let sentences = ActSentences.sentences(of: lines, in: document)
    decisions = DecisionReader(document, roll: roll).decisions(sentences).map(\.decision)
    elections = ElectionReader(document, roll: roll).elections(sentences, lines)
  }

  var results: [VoteResult?] { decisions.map(\.result?.value) }
  var counts: [VoteOption: Int] {
    decisions.last?.vote.compactMapValues(\.count) ?? [:]
  }
  func named(_ option: VoteOption) -> [String] {
    decisions.flatMap(\.positions).filter { $0.option == option }.map(\.person.name)
  }
  var recused: [String] { decisions.flatMap(\.recusals).map(\.person.name) }
}

struct `A decision in minutes` {
  @Test(
    arguments: [
      ("Les conseillers acceptent ce devis à l'unanimité.", VoteResult.adopted),
      ("Le Conseil municipal décide d'acheter un broyeur.", .adopted),
      (
        "Après en avoir délibéré, le comité syndical :\n- VALIDE le schéma ;\n- CHARGE le président.",
        .adopted
      ),
      ("Accord du conseil.", .adopted),
      ("Vote favorable à l'unanimité.", .adopted),
      ("Approbation du Conseil communautaire par 31 voix pour, 2 contre, 1 abstention.", .adopted),
      ("Compte rendu de la réunion du 9 juin 2021 adopté.", .adopted),
      ("Le procès-verbal du 4 mai est approuvé à l'unanimité.", .adopted),
      ("Le conseil prend acte de ce rapport.", .noted),
      ("Le conseil municipal, à l'unanimité, prend acte du bilan et approuve le tarif.", .adopted),
      (
        "La commission décide des attributions de l'annexe 3 et rejette la demande du club.\nAdopté à l'unanimité",
        .adopted
      ),
      ("Le conseil municipal n'approuve pas cette cession.", .rejected),
      ("Le conseil municipal refuse cette offre.", .rejected),
      ("Le conseil se prononce contre le transfert.", .rejected),
      ("Vote :\nPour : 4\nContre : 9", .rejected),
      ("Vote :\n- Contre : 11\n- Abstention : 1", .rejected),
      ("Ce point est reporté à une prochaine séance.", .adjourned),
      ("DÉCIDE :\n• de renvoyer le rapport.\nAJOURNÉ", .adjourned),
      ("Le conseil souhaite attendre la loi. Décision reportée.", .adjourned),
      ("Le conseil décide de renvoyer la convention signée au département.", .adopted),
      ("Le conseil, après en avoir délibéré,\n• PREND ACTE du rapport.", .noted),
      (
        "M. ROUX propose 3 € ; la proposition n'est pas retenue.\nMis aux voix, les tarifs sont adoptés : 11 pour, 2 contre.",
        .adopted
      ),
      (
        "Le comité émet un avis défavorable au projet.\nPour un avis défavorable : 8 voix – Contre : 2 voix",
        .adopted
      ),
      ("Cette délibération est ajournée.", .adjourned),
      ("Le conseil décide à l'unanimité de surseoir à cette vente.", .adjourned),
      (
        "Le conseil, après débat,\nconsidérant le coût,\n• décide à l’unanimité de ne pas se prononcer ce jour.\n• décide d’attendre.",
        .adjourned
      ),
      ("Ce point est retiré de l'ordre du jour.", .withdrawn),
    ] as [(String, VoteResult)]
  )
  func `has the result that its words say`(printed: String, result: VoteResult) {
    #expect(ReadVotes(printed).results == [result])
  }

  @Test(
    arguments: [
      "Il est proposé au conseil d'approuver à l'unanimité cette convention.",
      "Madame la maire demande au conseil s'il souhaite voter ce tarif.",
      "Vu la délibération du 3 mars 2020 adoptée par 14 voix pour et 2 contre,",
      "Lors de sa séance du 8 avril, le conseil avait approuvé à l'unanimité ce plan.",
      "La commission des travaux a émis un avis favorable à l'unanimité.",
      "Le conseil peut décider à l'unanimité de ne pas voter à bulletin secret.",
      "Approuvé à l'unanimité / à la majorité",
      "Voté pour 2031 un produit de 12 000 €.",
      "La loi de 2019 pour une école de la confiance impose ce service.",
      "Une subvention de 1 200 € pour 3 classes, contre 2 classes hier.",
      "Ce règlement fut adopté au conseil communautaire du 4 mai à la majorité (2 voix contre).",
    ]
  )
  func `is not seen where nothing is decided`(printed: String) {
    #expect(ReadVotes(printed).decisions.isEmpty)
  }

  @Test(
    arguments: [
      (
        "Vote :\n- Pour : 17\n- Contre : 1, Mme Odile MOREL qui voulait un autre lieu",
        [17, 1, nil]
      ),
      ("DELIBERATION ADOPTEE PAR 11 VOIX CONTRE 3", [11, 3, nil]),
      ("Adopté à l'unanimité moins une abstention (M. Paul ROUX).", [nil, nil, 1]),
      ("Le conseil, à la majorité (deux abstentions) :\n- ADOPTE le tarif.", [nil, nil, 2]),
      ("Abstentions : 2 (MM. ROUX et PETIT)\nPour : 12", [12, nil, 2]),
      ("Le conseil, par 19 voix sur 23 voix, désigne M. Paul ROUX.", [19, nil, nil]),
      ("Pour : 10    Contre : 0    Abstention : 3\nADOPTÉ", [10, 0, 3]),
      (
        "Le conseil municipal, à l'exception de M. ROUX et Mme MOREL qui votent contre, accepte.",
        [nil, 2, nil]
      ),
    ] as [(String, [Int?])]
  )
  func `has the counts in any order and form`(printed: String, counts: [Int?]) {
    let read = ReadVotes(printed)
    #expect([.yes, .no, .abstain].map { read.counts[$0] } == counts)
    #expect(read.results == [.adopted])
  }

  @Test(
    arguments: [
      (
        "Le conseil décide ce prêt à la majorité. MM. ROUX et PETIT votent contre, Mme MOREL s'abstient.",
        ["ROUX", "PETIT"], ["MOREL"]
      ),
      (
        "LE CONSEIL, A L'EXCEPTION DE MADAME MOREL, MESSIEURS ROUX, PETIT QUI VOTENT CONTRE ET MADAME\nCARON QUI S'ABSTIENT, ACCEPTE",
        ["MOREL", "ROUX", "PETIT"], ["CARON"]
      ),
      (
        "Vote : Contre : 1 (M. ROUX. M. ROUX dit que le prix est trop haut) - Pour : 9", ["ROUX"],
        []
      ),
      (
        "Le conseil, à l'unanimité, APPROUVE le plan.\nAbstentions : Mme MOREL, M. PETIT", [],
        ["MOREL", "PETIT"]
      ),
      ("Se sont abstenus : M. ROUX, Mme CARON\nAdopté à la majorité", [], ["ROUX", "CARON"]),
    ] as [(String, [String], [String])]
  )
  func `names who votes against and who abstains`(
    printed: String,
    against: [String],
    abstaining: [String]
  ) {
    let read = ReadVotes(printed)
    #expect(read.named(.no) == against)
    #expect(read.named(.abstain) == abstaining)
  }

  @Test func `knows a surname alone, and a name without an address, from the roll`() {
    let read = ReadVotes(
      "Adopté par 7 voix pour et 2 contre (Roux, Morel).",
      present: ["Paul ROUX", "Odile MOREL", "Luc PETIT"]
    )
    #expect(read.named(.no) == ["Paul ROUX", "Odile MOREL"])
  }

  @Test func `does not take a vote on how to vote for its own`() {
    let read = ReadVotes(
      """
      M. le maire demande aux membres s'ils sont d'accord pour voter à main levée :
      Vote : Pour à l'unanimité

      Le conseil, après en avoir délibéré, à 8 voix pour et 1 abstention (Mme MOREL),
      Désigne M. Paul ROUX en tant que délégué.
      """
    )
    #expect(read.decisions.map(\.isUnanimous) == [false])
    #expect(read.counts == [.yes: 8, .abstain: 1])
    #expect(read.elections.map { $0.elected.map(\.person.name) } == [["Paul ROUX"]])
  }

  @Test(
    arguments: [
      (
        "Amendement n° 3 de Mme ROUX : rejeté (3 voix pour, 9 voix contre)\nLe rapport est adopté.",
        VoteResult.adopted, nil
      ),
      (
        "L'amendement est mis aux voix :\nPour : 3\nContre : 9\nIl est rejeté.\nLe conseil, par 9 voix"
          + " pour et 3 contre, approuve le budget.",
        .adopted, 9
      ),
      (
        "La question préalable est rejetée par 9 voix contre 3.\nLa délibération est adoptée à l'unanimité.",
        .adopted, nil
      ),
      (
        "Le conseil rejette l'amendement par 9 voix contre 3. La proposition est retirée.\nCe point est"
          + " reporté à une prochaine séance.",
        .adjourned, nil
      ),
    ] as [(String, VoteResult, Int?)]
  )
  func `is not that on an amendment before it`(printed: String, result: VoteResult, yes: Int?) {
    let read = ReadVotes(printed)
    #expect(read.results.last == result)
    #expect(read.decisions.allSatisfy { $0.vote[.yes]?.count == yes })
    #expect(read.decisions.allSatisfy { !$0.needsReview })
  }

  @Test func `is doubted where an amendment alone is told`() {
    let read = ReadVotes("L'amendement de M. ROUX est rejeté par 9 voix contre 3.")
    #expect(read.decisions.map(\.needsReview) == [true])
  }

  @Test func `takes note where its clauses do no more`() {
    #expect(ReadVotes("Le conseil décide :\n- de prendre acte du bilan.").results == [.noted])
    let list = "Le conseil décide :\n- de prendre acte du bilan ;\n- d'approuver le tarif."
    #expect(ReadVotes(list).results == [.adopted])
  }

  @Test func `adopts what it approves and takes note of in one list`() {
    let list =
      "Le conseil, à l'unanimité :\n- Donne un avis favorable au projet ;\n- Prend acte du délai."
    #expect(ReadVotes(list).results == [.adopted])
  }

  @Test func `is doubted where those against are counted and nobody knows of how many`() {
    #expect(ReadVotes("Contre : 2").decisions.map(\.needsReview) == [true])
    #expect(ReadVotes("Majorité pour 2 votes contre").results == [.adopted])
  }

  @Test func `has the opinion on the project of another body`() {
    let read = ReadVotes("Le conseil émet un avis favorable au schéma régional.")
    #expect(read.decisions.map(\.opinion) == [.favourable])
    #expect(read.results == [.adopted])
  }

  @Test func `doubts more voices than there are members`() {
    let read = ReadVotes(
      "Vote :\nPour : 12\nContre : 1",
      present: ["Paul ROUX", "Odile MOREL", "Luc PETIT"]
    )
    #expect(read.decisions.first?.vote[.yes]?.needsReview == true)
  }
}

struct `A vote whose manner is told beside it` {
  @Test(
    arguments: [
      "Le conseil, à main levée et à l'unanimité, approuve cette vente.",
      "Le conseil décide au scrutin public, à l'unanimité, de vendre.",
      "Vente du four. Accord de tous.",
    ]
  )
  func `is that of the act`(printed: String) {
    #expect(ReadVotes(printed).decisions.last?.isUnanimous == true)
  }

  @Test func `is counted in a table that is drawn with bars`() {
    let table = "Le conseil approuve.\n| POUR | CONTRE | ABSTENTION |\n| 7 | 1 | 2 |"
    #expect(ReadVotes(table).counts == [.yes: 7, .no: 1, .abstain: 2])
  }
}

struct `Names in a table of votes` {
  @Test func `stand behind the counts`() {
    let read = ReadVotes(
      "Le conseil approuve.\nPour\tContre\tAbstention\n11\t2 (ROUX, PETIT)\t1 (MOREL)",
      present: ["Paul ROUX", "Odile MOREL", "Luc PETIT"]
    )
    #expect(read.named(.no) == ["Paul ROUX", "Luc PETIT"])
    #expect(read.named(.abstain) == ["Odile MOREL"])
  }
}

struct `Who steps aside in minutes` {
  @Test(
    arguments: [
      "Mme Odile MOREL ne prend pas part au vote.\nLe conseil, à l'unanimité, attribue le lot.",
      "(Madame MOREL a quitté la salle et ne participe pas au vote)\nLe conseil accepte.",
      "Pour cette affaire qui la concerne, Mme MOREL sort de la salle.\nLe conseil décide la vente.",
      "Le conseil décide la vente à l'unanimité. Mme MOREL n'a pas pris part au vote.",
      "Le conseil désigne M. ROUX (MADAME MOREL NE PARTICIPE PAS AU VOTE)",
      "Mme MOREL indique ne pas vouloir prendre part au vote.\nAdopté à l'unanimité.",
      "Mme MOREL, trésorière du club, n'a pas souhaité prendre part au vote.\nAdopté à l'unanimité.",
      "M. ROUX précise que Mme MOREL, trésorière, ne participe pas au vote.\nAdopté à l'unanimité.",
      "L'offre est celle du frère de Mme MOREL ; cette dernière sort de la salle.\nLe conseil accepte.",
      "M. Paul ROUX, gendre de M. PETIT, parle. Mme MOREL se déporte.\nLe conseil accepte.",
    ]
  )
  func `stands in the decision`(printed: String) {
    #expect(ReadVotes(printed, present: ["Odile MOREL"]).recused == ["Odile MOREL"])
  }

  @Test(
    arguments: [
      "M. Luc PETIT (Aviron), Mme Odile MOREL (Chorale) et M. Paul ROUX quittent la salle.",
      "M. Luc PETIT, président de l'aviron, Mme Odile MOREL, trésorière, et M. Paul ROUX se retirent.",
      "Ne prennent pas part au vote : M. Luc PETIT, Mme Odile MOREL, M. Paul ROUX.",
    ]
  )
  func `are all of whom the verb tells, whatever stands between them`(printed: String) {
    #expect(
      ReadVotes(printed + "\nLe conseil accepte.").recused
        == ["Luc PETIT", "Odile MOREL", "Paul ROUX"]
    )
  }

  @Test func `is the mayor where the office alone is printed`() {
    let read = ReadVotes(
      "Monsieur le Maire sort de la salle.\nLe conseil, à l'unanimité, approuve le compte.",
      chair: "Paul ROUX"
    )
    #expect(read.recused == ["Paul ROUX"])
    let bare = ReadVotes("Le président sort. Pour : 6", chair: "Paul ROUX")
    #expect(bare.recused == ["Paul ROUX"])
  }

  @Test(
    arguments: [
      "M. ROUX quitte la séance à 20 h 15.\nLe conseil accepte.",
      "Les présidents d'association ne prennent pas part au vote.\nLe conseil accepte.",
      "M. ROUX quitte la séance et donne pouvoir à Mme MOREL.\nLe conseil accepte.",
      "M. ROUX quitte la salle pendant le débat et revient pour le vote.\nLe conseil accepte.",
    ]
  )
  func `is nobody who goes home, and nobody without a name`(printed: String) {
    #expect(ReadVotes(printed).recused.isEmpty)
  }
}
