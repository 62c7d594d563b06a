import DeliberationModel
import PageModel
import Testing

@testable import Reconciliation

struct `The name of a beneficiary` {
  private static let lexicon = [
    "3ID", "3ID (pôle des 2 caps)", "Association 4AJ", "FJEP", "Les restos du coeur 62B",
    "Verger Formation",
  ]

  private func reconciled(
    _ names: [String],
    by lexicon: [String] = lexicon,
    isExact: Bool = false
  ) -> (act: Deliberation, codes: [String]) {
    var act = InventedAct.table(names.map { InventedAct.Row(cents: 100, name: $0) }, [])
    var diagnostics = DiagnosticList()
    BeneficiaryReconciler(beneficiaries: lexicon)
      .reconcile(&act, isExact: isExact, reporting: &diagnostics)
    return (act, diagnostics.items.map(\.code))
  }

  @Test(arguments: [
    ("31D", "3ID"), ("3D", "3ID"), ("310", "3ID"), ("Association 4A)", "Association 4AJ"),
    ("FIEP", "FJEP"), ("Les restos du cceur 628", "Les restos du coeur 62B"),
    ("Verger Formatlon", "Verger Formation"), ("3ID (pdle des 2 caps)", "3ID (pôle des 2 caps)"),
  ])
  func `is the one of the lexicon that it is a print of`(printed: String, name: String) {
    let (act, _) = reconciled([printed])
    #expect(act.grants[0].beneficiary == Printed(name, raw: printed))
    #expect(act.repairs.map(\.value) == [.text(name)])
    #expect(act.repairs.map(\.raw) == [printed])
    #expect(act.repairs.map(\.rule) == ["names.lexicon"])
    #expect(!act.grants[0].needsReview)
  }

  @Test(arguments: ["MJEP", "CCAS de Lys", "Verger Transformation", "ADEFI", "30 000", "3"])
  func `is as printed where no name of the lexicon is near`(printed: String) {
    let (act, _) = reconciled([printed])
    #expect(act.grants[0].beneficiary == Printed(printed))
    #expect(act.repairs.isEmpty)
  }

  @Test func `is as printed in a text that no recognition read`() {
    let (act, _) = reconciled(["31D", "Verger Formatlon"], isExact: true)
    #expect(act.grants.map(\.beneficiary?.value) == ["31D", "Verger Formatlon"])
    #expect(act.repairs.isEmpty)
  }

  @Test func `is not repaired where two names of the lexicon are as near`() {
    let (act, _) = reconciled(["M1EP"], by: ["MJEP", "MIEP"])
    #expect(act.grants[0].beneficiary?.value == "M1EP")
  }

  @Test func `is what its initials say, in other rows too`() {
    let (act, _) = reconciled(
      ["Foyer de Jeunesse et d'Education (FIE", "FIE", "FJE"],
      by: []
    )
    #expect(
      act.grants.map(\.beneficiary?.value) == [
        "Foyer de Jeunesse et d'Education (FJE)", "FJE", "FJE",
      ]
    )
    #expect(act.repairs.map(\.rule) == ["names.initials", "names.initials"])
    #expect(act.grants.allSatisfy { !$0.needsReview })
  }

  @Test func `is in doubt in every form that nothing proves, however frequent`() {
    let (act, _) = reconciled(["MIEP", "MIEP", "MIEP", "MJEP"], by: [])
    #expect(act.grants.allSatisfy { $0.doubts == [.name] })
    #expect(act.repairs.isEmpty)
  }

  @Test func `is in doubt where it differs by a letter from a form as frequent`() {
    let names = ["CCAS de Lens", "CCAS de Lens", "CCAS de Lers", "CCAS de Carvin"]
    let (act, codes) = reconciled(names, by: [])
    #expect(act.grants.map(\.needsReview) == [false, false, true, false])
    #expect(act.grants.map(\.beneficiary?.value) == names)
    #expect(codes == ["grants.near-names"])
  }

  @Test func `is in no doubt in a text that no recognition read, and near names are told`() {
    let (act, codes) = reconciled(
      ["CCAS de Lens", "CCAS de Lers", "31D", "3ID"],
      by: [],
      isExact: true
    )
    #expect(act.grants.allSatisfy { !$0.needsReview })
    #expect(codes == [String](repeating: "grants.near-names", count: 4))
  }

  @Test(arguments: [["MJEP", "FJEP"], ["HAJ", "4AJ"], ["Verger (ME!)", "Verger (MEI)"]])
  func `is in no doubt by a form that it cannot be a damage of`(names: [String]) {
    let (act, _) = reconciled(names, by: [])
    #expect(!act.grants[1].needsReview)
  }

  @Test func `is in no doubt where recognition was sure of it alone`() {
    var act = InventedAct.table(
      ["CCAS de Lens", "CCAS de Lers", "31D", "3ID", "3ID"].map { .init(cents: 100, name: $0) },
      []
    )
    act.grants[1].doubts = [.name]
    act.grants[2].doubts = [.name]
    var diagnostics = DiagnosticList()
    BeneficiaryReconciler(beneficiaries: []).reconcile(&act, reporting: &diagnostics)
    #expect(act.grants.map(\.needsReview) == [false, true, true, false, false])
  }

  @Test func `is in doubt where it differs by a letter from a name of the lexicon`() {
    let (act, _) = reconciled(["EJEP"])
    #expect(act.grants[0].doubts == [.name])
  }

  @Test func `is beyond doubt where the lexicon has it`() {
    var act = InventedAct.table([InventedAct.Row(cents: 100, name: "3ID")], [])
    act.grants[0].doubts = [.name, .amount]
    var diagnostics = DiagnosticList()
    BeneficiaryReconciler(beneficiaries: Self.lexicon).reconcile(&act, reporting: &diagnostics)
    #expect(act.grants[0].doubts == [.amount])
  }
}

struct `Near forms` {
  @Test(arguments: [
    ("lens", ["lers"]), ("lers", ["lens"]), ("arras", ["aras"]), ("aras", ["arras"]),
    ("calais", []), ("other", []),
  ])
  func `differ by one letter`(name: String, near: [String]) {
    let forms = NearForms(["lens", "lers", "arras", "aras", "calais"].map { Array($0.utf8) })
    #expect(forms.near(Array(name.utf8)).map { String(decoding: $0, as: UTF8.self) } == near)
  }
}
