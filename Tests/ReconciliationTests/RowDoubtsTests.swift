import DeliberationModel
import Testing

@testable import Reconciliation

struct `A row of a table` {
  @Test(arguments: [
    "D TOTAL", "T0TAL", "TOTAI", "OTAL", "TOOTAL", "Thématique 1 : Parcours CCAS de Lys", "310", "",
    "Le Cheval 8icu", "CCAS {de Lys",
    "€CAS de Lys", String(repeating: "Régie de quartier ", count: 10),
  ])
  func `whose cell holds no name is in doubt`(name: String) {
    var act = InventedAct.table([InventedAct.Row(cents: 100, name: name)], [])
    RowDoubts().settle(in: &act)
    #expect(act.grants[0].doubts == [.name])
  }

  @Test(arguments: [
    "Les restos du coeur 62B", "1er Pas", "La 2ème chance", "Access'Auto 62", "4AJ",
    "Ciné-club (3D)",
    "Actes & Cités", "Totalement Vélo",
  ])
  func `whose cell holds a name is not`(name: String) {
    var act = InventedAct.table([InventedAct.Row(cents: 100, name: name)], [])
    RowDoubts().settle(in: &act)
    #expect(act.grants[0].doubts.isEmpty)
  }

  @Test func `that lacks what four in five have is in doubt`() {
    var act = InventedAct.table(Array(repeating: InventedAct.Row(cents: 100), count: 5), [])
    for index in act.grants.indices { act.grants[index].territory = "Val d'Orge" }
    act.grants[0].territory = nil
    act.grants[1].operation = nil
    act.grants[2].amount = nil
    RowDoubts().settle(in: &act)
    #expect(
      act.grants.map(\.doubts) == [[.territory], [.operation], [.amount], [], []]
    )
  }

  @Test func `that lacks the quantity that four in five of its operation have is in doubt`() {
    var act = InventedAct.places([3, 5, 8, 13, 21], cents: 12_500)
    act.grants[4].quantity = nil
    RowDoubts().settle(in: &act)
    #expect(act.grants.map(\.doubts) == [[], [], [], [], [.quantity]])
  }

  @Test func `that lacks what most lack is not`() {
    var act = InventedAct.table(Array(repeating: InventedAct.Row(cents: 100), count: 3), [])
    act.grants[0].territory = "Val d'Orge"
    RowDoubts().settle(in: &act)
    #expect(act.grants.allSatisfy { $0.doubts.isEmpty })
  }
}
