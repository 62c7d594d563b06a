import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `A table with tabs` {
  private static let head = """
    Annexe 3 : REPARTITION FINANCIERE

    2. Aides au logement

    OPERATION\tSTRUCTURE\tPLACES\tMONTANT RETENU\tAvenant/convention\t\t

    """

  private func read(_ rows: String) -> TextTablesReading {
    TextTablesReading(Self.head + rows)
  }

  @Test func `carries merged cells down to their rows`() {
    let table = read(
      """
      Opération 1 : Accueil\tNordois\tLes Tilleuls\t30\t20 800,00 €\tConvention annexe 4
      \t\tAtelier du Pont\t1100\t176 000,00 €\tConvention annexe 4
      \tSudois\tLa Ruche\t12 accueils\t- €\tConvention annexe 4
      """
    )
    #expect(
      table.rows == [
        "Nordois/Les Tilleuls/30/2080000", "Nordois/Atelier du Pont/1100/17600000",
        "Sudois/La Ruche/12/0",
      ]
    )
    #expect(table.act.grants.map(\.theme) == ["2", "2", "2"])
    #expect(table.act.grants.map(\.operationTitle) == ["Accueil", "Accueil", "Accueil"])
    #expect(table.act.grants.allSatisfy { !$0.needsReview && $0.agreement != nil })
  }

  @Test func `is read by the words of its authority`() {
    var words = GrantWords.standard
    words.parts[.theme] = [.init("Axe")]
    words.parts[.operation] = [.init("Fiche")]
    words.titles.insert(.init("dotation", .amount), at: 0)
    let table = TextTablesReading(
      """
      Axe 2 : Aides au logement

      FICHE\tSTRUCTURE\tPLACES\tDOTATION\tAvenant/convention\t\t

      Fiche 1 : Accueil\tNordois\tLes Tilleuls\t30\t20 800,00 €\tConvention annexe 4
      """,
      words: words
    )
    #expect(table.rows == ["Nordois/Les Tilleuls/30/2080000"])
    #expect(table.act.grants.map(\.theme) == ["2"])
    #expect(table.act.grants.map(\.operation) == ["1"])
  }

  @Test(arguments: [
    "\tAtelier du Pont\t\t70\t5 000,00 €", "\t\t\tAtelier du Pont\t70\t5 000,00 €",
    "Atelier du Pont\t\t\t70\t5 000,00 €\t\t", "\tNordois\t\tAtelier du Pont\t70\t5 000,00 €",
  ])
  func `is read however its cells slip`(row: String) {
    let table = read("Opération 1 : Accueil\tNordois\tLes Tilleuls\t30\t20 800,00 €\n" + row)
    #expect(table.rows.last == "Nordois/Atelier du Pont/70/500000")
  }

  @Test func `doubts the operation of rows that go on after a total`() {
    let table = read(
      """
      Opération 1 : Accueil\tNordois\tLes Tilleuls\t30\t20 800,00 €
      TOTAL\t\t\t30\t20 800,00 €
      \t\tAtelier du Pont\t70\t5 000,00 €
      TOTAL\t\t\t70\t5 000,00 €
      Opération 2 : Aide\tNordois\tLa Ruche\t5\t100,00 €
      """
    )
    #expect(table.act.grants.map(\.doubts) == [[], [.operation], []])
  }

  @Test(arguments: [
    ("5 00000 €", 50_000_000), ("5 000,0 €", 500_000), ("a 800,00 €", 480_000),
    ("50 00,00 €", 500_000),
  ])
  func `reads a sum with damaged marks in doubt`(sum: String, cents: Int) {
    let table = read(
      """
      Opération 1 : Accueil\tNordois\tLes Tilleuls\t30\t20 800,00 €
      \t\tAtelier du Pont\t70\t\(sum)
      """
    )
    #expect(table.act.grants.map(\.amount?.value.cents) == [2_080_000, cents])
    #expect(table.act.grants.map(\.needsReview) == [false, true])
  }

  @Test(arguments: [("30", false), ("3O", true)])
  func `flags a total whose quantity cannot be read`(quantity: String, flagged: Bool) {
    let table = read(
      """
      Opération 1 : Accueil\tNordois\tLes Tilleuls\t30\t20 800,00 €
      TOTAL\t\t\t\(quantity)\t20 800,00 €
      """
    )
    #expect(table.act.totals.map(\.needsReview) == [flagged])
  }

  @Test func `tells a territory without a quantity from a name with one`() {
    let table = read(
      """
      Opération 1 : Accueil\tNordois\tLes Tilleuls\t30\t20 800,00 €
      \tNordois - Sudois (Ville haute)\tLa Ruche\t\t500,00 €
      """
    )
    #expect(table.rows.last == "Nordois - Sudois (Ville haute)/La Ruche/-/50000")
  }

  @Test func `knows a territory of which a letter is misread, as printed`() {
    let table = TextTablesReading(
      Self.head + "Opération 1 : Accueil\tBocagois\tLes Tilleuls\t30\t20 800,00 €",
      territories: ["Boccagois"]
    )
    #expect(table.rows == ["Bocagois/Les Tilleuls/30/2080000"])
  }

  @Test func `gives a total to its operation, and the next one to the theme`() {
    let table = read(
      """
      Opération 1 : Accueil\tNordois\tLes Tilleuls\t30\t800,00 €
      \tTOTAL\t\t30\t800,00 €
      Opération complémentaire 2 : Suivi\tSudois\tLa Ruche\tPrise en charge\t200,00 €
      TOTAL\t\t\t200,00 €
      TOTAL\t\t\t\t1 000,00 €
      """
    )
    #expect(
      table.totals == ["2/1/30/80000", "2/complémentaire 2/-/20000", "2/-/-/100000"]
    )
    #expect(table.rows.last == "Sudois/La Ruche/-/20000")
  }

  @Test func `reads rows that print all their cells`() {
    let table = TextTablesReading(
      """
      Territoire\tThématique\tOpération\tStructure\tComplément\tMontant\tFinancement\tConvention
      Nordois\tThématique 1 : Aides\tOpération 1 : Suivi\tLes Tilleuls\t30\t800,00 €\t\tAvenant
      Sudois\tThématique 1 : Aides\tOpération 1 : Suivi\t3ID\t\t200,00 €\tHors budget\tAvenant
      Nordois\tThématique 1 : Aides\tOpération 1 : Suivi\tLa Ruche\tAppui à 3 familles\t50,00 €
      Nordois\tThématique 2 : Jeunes\tOpération 1 : Accueil\tLa Ruche\t5 ateliers\t- €
      """
    )
    #expect(
      table.rows == [
        "Nordois/Les Tilleuls/30/80000", "Sudois/3ID/-/20000", "Nordois/La Ruche/-/5000",
        "Nordois/La Ruche/5/0",
      ]
    )
    #expect(table.act.grants.map(\.theme) == ["1", "1", "1", "2"])
  }

  @Test func `flags one name under two territories`() {
    let table = read(
      """
      Opération 1 : Accueil\tNordois\tLes Tilleuls\t30\t800,00 €
      Opération 2 : Suivi\tSudois\tLes Tilleuls\t30\t800,00 €
      \tSudois\tLa Ruche\t30\t800,00 €
      """
    )
    #expect(table.act.grants.map(\.needsReview) == [true, true, false])
  }

  @Test(arguments: [
    "Code opération\tImputation\tLibellé\tAE\tDépense\nC01-1A\t65/93\tAccueil\t10,00\t5,00",
    "Nom\tAdresse\nLes Tilleuls\t3, rue du Port",
    "Opération 1 : Accueil\nIl est proposé 5 000 € pour Les Tilleuls",
  ])
  func `is not seen in other tables`(text: String) {
    let table = TextTablesReading(text)
    #expect(table.act.grants.isEmpty && table.act.totals.isEmpty)
  }
}
