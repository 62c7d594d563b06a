import DeliberationModel
import PageModel
import Structure
import TestSupport
import Testing

/// Annexes that stand together behind the last act of a session.
struct `Annexes behind the acts` {
  private static let acts = """
    COMMUNE DE VALBRUNE
    PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 14 MARS 2031

    Présents : Mme LAVIGNE Odile, M. BARDET Paul, Mme COSTE Julie.

    2031-07 Subventions aux associations

    Le conseil municipal attribue à l'unanimité les subventions qui figurent en annexe 1.

    2031-08 Fonds de concours

    Le conseil municipal attribue à l'unanimité les fonds de concours.

    2031-09 Motion sur la ligne de car

    Le conseil municipal adopte la motion à l'unanimité.
    """

  @Test(arguments: [
    ("Annexe 1 – Associations", "2031-07"), ("Annexe n° 2 à la délibération 2031-08", "2031-08"),
    ("Annexe 4 – Plan de la ligne", "2031-09"),
  ])
  func `belong to the act whose number they print, or that alone names them`(
    head: String,
    number: String
  ) throws {
    let document = Document(printing: Self.acts + "\n\n" + head + "\n\nClub de judo\t500 €\n")
    let acts = try StructureReader(labels: .standard()).read(document).acts
    let owner = acts.first { act in
      act.act.contains { line in
        String(decoding: document.bytes[document.lines[line].range.bounds], as: UTF8.self)
          .contains("judo")
      }
    }
    #expect(acts.count == 3)
    #expect(owner?.item?.number == number)
  }
}
