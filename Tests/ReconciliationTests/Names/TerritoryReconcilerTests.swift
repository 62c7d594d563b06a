import DeliberationModel
import PageModel
import Testing

@testable import Reconciliation

struct `The territory of a row` {
  private static let lexicon = [
    "Val d'Orge", "Boulonnais", "Artois", "Hénin-Carvin", "Lens-Liévin", "Lens-Hénin", "Ternois",
  ]

  private func reconciled(_ printed: String, by lexicon: [String] = lexicon) -> Grant {
    var act = InventedAct.table([InventedAct.Row(cents: 100)], [])
    act.grants[0].territory = printed
    var diagnostics = DiagnosticList()
    TerritoryReconciler(territories: lexicon).reconcile(&act, reporting: &diagnostics)
    #expect(act.repairs.count == (act.grants[0].territoryRaw == nil ? 0 : 1))
    #expect(diagnostics.items.count == (act.grants[0].needsReview ? 1 : 0))
    return act.grants[0]
  }

  @Test(arguments: [
    ("Boulonnats", "Boulonnais"), ("Bouonnais", "Boulonnais"),
    ("Artois- Bouonnais- Ternois", "Artois - Boulonnais - Ternois"), ("Terhnois", "Ternois"),
    ("Lers-Liévin", "Lens-Liévin"),
    ("Lens-Liévin à", "Lens-Liévin"), ("Artois D", "Artois"),
    ("Boulonnais Boulonnas Boulonnais", "Boulonnais"), ("Artois Artois", "Artois"),
    ("lonnais", "Boulonnais"), ("Boulonnats - Lens Liévin", "Boulonnais - Lens Liévin"),
  ])
  func `is the only one that a misread print is near to`(printed: String, name: String) {
    let grant = reconciled(printed)
    #expect(grant.territory == name)
    #expect(grant.territoryRaw == printed)
    #expect(!grant.needsReview)
  }

  @Test(arguments: [
    "Lens-Liévin", "Lens Liévin - Hénin Carvin", "Boulonnais (CC de la Lys)", "Totalité du Ternois",
    "LENS-LIEVIN",
  ])
  func `is as printed where it is known`(printed: String) {
    let grant = reconciled(printed)
    #expect(grant.territory == printed)
    #expect(grant.territoryRaw == nil)
    #expect(!grant.needsReview)
  }

  @Test(arguments: ["Ds ciévin", "Lens", "D TOTAL", "Boulonnais Artoix Temos", "Doserent", "?"])
  func `is in doubt where it is near to none, or to several`(printed: String) {
    let grant = reconciled(printed)
    #expect(grant.territory == printed)
    #expect(grant.doubts == [.territory])
  }

  @Test func `is nobody's business without a lexicon`() {
    #expect(!reconciled("Doserent", by: []).needsReview)
  }
}
