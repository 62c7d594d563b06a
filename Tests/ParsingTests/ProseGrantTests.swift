import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `A grant in prose` {
  private func grants(_ clause: String, tables: [Grant] = []) throws -> [Grant] {
    var act = try ParsedAct(body: "DECIDE :\nArticle 1 : " + clause).act
    act.grants = tables
    return ProseGrants.grants(of: act)
  }

  @Test(arguments: [
    (
      "attribue une subvention de 155 000 euros à l'association Les Nuits de la Brenne pour 2023.",
      "association Les Nuits de la Brenne", 15_500_000
    ),
    (
      "d'allouer une aide d'un montant de 12 500,00 € au Théâtre du Passeur, dans le cadre du plan",
      "Théâtre du Passeur", 1_250_000
    ),
    (
      "d'accorder un fonds de concours de 45 000 € à la commune de Valmont pour l'école.",
      "commune de Valmont", 4_500_000
    ),
    ("de verser une subvention de 800 € au comité des fêtes.", "comité des fêtes", 80_000),
    (
      "d'autoriser le versement d'une subvention exceptionnelle au Club nautique pour un montant de 700 €.",
      "Club nautique", 70_000
    ),
    (
      "d'attribuer une subvention de 300 € à l'association « Les Amis du moulin ».",
      "Les Amis du moulin", 30_000
    ),
  ])
  func `says who receives which sum`(clause: String, beneficiary: String, cents: Int) throws {
    let grants = try grants(clause)
    #expect(grants.map { $0.beneficiary?.value } == [beneficiary])
    #expect(grants.map { $0.amount?.value.cents } == [cents])
    #expect(grants.map(\.statedIn) == [.prose])
  }

  @Test func `stands in each item of a list`() throws {
    let grants = try grants(
      "d'attribuer les subventions suivantes : - 1 500 € à l'Amicale des anciens - 350,50 € au Club"
    )
    #expect(grants.map { $0.beneficiary?.value } == ["Amicale des anciens", "Club"])
  }

  @Test(arguments: [
    "de solliciter une subvention de 104 515 € à l'Agence de l'eau.",
    "d'accorder la garantie de la Ville à l'emprunt et une aide de 5 000 € à la société Habitat.",
    "d'attribuer 18 subventions pour un montant total de 642 000 € aux associations citées.",
    "d'autoriser le Maire à signer la convention d'un montant de 3 000 € à compter du 1er mai.",
    "d'attribuer une aide de 200 € à chaque élève.",
    "de fixer à 15 € la participation demandée à chaque foyer.",
    "d'attribuer une subvention de 500 € aux associations suivantes",
    "d'attribuer une aide de 60 € par habitant à la commune de Valmont.",
  ])
  func `is not read where it is not certain`(clause: String) throws {
    #expect(try grants(clause).isEmpty)
  }

  @Test func `is not repeated from a table`() throws {
    var row = Grant(statedIn: .table, source: SourceLocation())
    row.beneficiary = Printed("COMITÉ DES FÊTES")
    row.amount = Printed(Amount(cents: 90_000))
    #expect(
      try grants("de verser une subvention de 800 € au comité des fêtes.", tables: [row]) == []
    )
  }
}
