import Testing

@testable import Reconciliation

struct `A name that lost its first words` {
  private let words = LostWords(
    lexicon: ["CCAS de Brumeval", "Centre social Les Tilleuls", "Foyer MJEP", "CCAS Castelvert"],
    act: ["Centre Communal d'Action Sociale d'Orge", "Centre Communal d'Action Sociale du Lys"]
  )

  @Test(arguments: [
    "de Brumeval", "social Les Tilleuls", "Castelvert", "BI", "et Presse",
    "Communal d'Action Sociale de Sud",
  ])
  func `is left over`(name: String) {
    #expect(words.isLeftOver(name))
  }

  @Test(arguments: [
    "MJEP", "Les Ateliers", "le Coin du Pont", "Centre Communal d'Action Sociale de Sud", "Régie",
  ])
  func `is not a name of its own`(name: String) {
    #expect(!words.isLeftOver(name))
  }

  @Test(arguments: [
    ("du Pays de Lys", "CC Pays de Lys", false), ("CCA du Pays", "CCAS du Pays", true),
    ("CCASdu Pays", "CCAS du Pays", true), ("CC Pays du Lys", "CC Pays de Lys", true),
  ])
  func `is no print of a name with another short word`(
    printed: String,
    known: String,
    agrees: Bool
  ) {
    #expect(ShortWords.agree(printed, known) == agrees)
  }
}
