import Testing

@testable import Parsing

struct `Of several columns of sums` {
  @Test(
    arguments: [
      (["Perçues 2023", "Demandées 2024", "Proposées 2024", "Votées"], 3),
      (["2023", "2024"], 1), (["Montant demandé", "Montant accordé"], 1),
      (["Sollicité", "Proposition"], 1), (["Subvention 2022", "Subvention 2023"], 1),
      (["Montant"], 0),
    ] as [([String], Int)]
  )
  func `the voted one counts`(titles: [String], place: Int) {
    #expect(AmountColumns.best(titles) == place)
  }

  @Test(arguments: [["Montant", "Montant"], ["Demandé", "Perçu"], ["Somme A", "Somme B"]])
  func `none counts where two could`(titles: [String]) {
    #expect(AmountColumns.best(titles) == nil)
  }
}
