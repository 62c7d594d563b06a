import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `The headings of grants` {
  @Test(arguments: [
    ("Opération 1 : Accueil", "1"), ("Opération 1.bis : Accueil", "1 bis"),
    ("Opération complémentaire 2 : titre", "complémentaire 2"), ("Operation n° 12 -Accueil", "12"),
    ("Opération budgétaire 3", nil), ("Opérations 1 et 2", nil),
  ])
  func `give an operation's number`(printed: String, number: String?) {
    #expect(GrantWords.standard.operation(in: FoldedText(printed).bytes, at: 0)?.number == number)
  }

  @Test(arguments: [
    ("Thématique 4 : Jeunes", "4"), ("1. Accompagnement des familles", "1"),
    ("3) Accès au logement", "3"), ("2023. Bilan", nil), ("12 places", nil), ("1.5 Accueil", nil),
  ])
  func `give a theme's number`(printed: String, number: String?) {
    #expect(GrantWords.standard.themeTitle(in: FoldedText(printed).bytes)?.number == number)
  }
}

struct `A quantity cell` {
  @Test(arguments: [
    ("780 Accueils", 780), ("10 706", 10_706), ("7 000 accompagnements", 7000), ("1FAL", 1),
    ("80 places d'accompagnement", 80), ("25 DSF et 12 portes closes", 25), ("2,38 ETP", nil),
    ("Prise en charge de 3 dossiers", nil), ("50%", nil), ("/", nil), ("", nil),
  ])
  func `gives the number that opens it`(printed: String, number: Int?) {
    #expect(QuantityCell(FoldedText(printed).bytes[...]).number == number)
  }

  @Test(arguments: ["a2", "4O", "1l", "a0"])
  func `is doubtful where letters stand for figures`(printed: String) {
    let cell = QuantityCell(FoldedText(printed).bytes[...])
    #expect(cell.isDoubtful && cell.number == nil)
  }
}

struct `A sum in a cell` {
  @Test(arguments: [
    ("20 800,00 €", 2_080_000), ("5200,00 €", 520_000), ("- €", 0), ("-€", 0),
    ("-54 000,00 €", -5_400_000), ("59.500,00 €", 5_950_000), ("1269 653,40", 126_965_340),
    ("33387493 €", 3_338_749_300), ("1 525 742.70 €", 152_574_270),
  ])
  func `is read as printed`(printed: String, cents: Int) {
    #expect(TabRow.amount(of: FoldedText(printed))?.cents == cents)
  }

  @Test(arguments: ["130", "Convention annexe 4", "12 places à 30,00 €", "2,38 ETP", ""])
  func `is not seen in other cells`(printed: String) {
    #expect(TabRow.amount(of: FoldedText(printed)) == nil)
  }
}
