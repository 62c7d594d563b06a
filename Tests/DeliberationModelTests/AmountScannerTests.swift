import DeliberationModel
import PageModel
import Testing

struct `An amount` {
  @Test(arguments: [
    ("5 221 877,72 euros", 522_187_772),
    ("5\u{A0}221\u{202F}877,72 €", 522_187_772),
    ("un total de 153 916 €.", 15_391_600),
    ("402\n247,96€", 40_224_796),
    ("5 221 877.72 €", 522_187_772),
    ("1272 125 €", 127_212_500),
    ("1269 653,40 €", 126_965_340),
    ("59.500,00 €", 5_950_000),
    ("5200,00 €", 520_000),
    ("7360,00€", 736_000),
    ("33387493 €", 3_338_749_300),
    ("-54 000,00 €", -5_400_000),
    ("un solde de −54 000 €", -5_400_000),
    ("les années 2023-54 000 €", 5_400_000),
    ("en 2024 100 000 €", 10_000_000),
    ("en 2024, 100 000 €", 10_000_000),
    ("0,50 €", 50),
    ("12,5 €", 1_250),
    ("0 €", 0),
    ("1 euro symbolique", 100),
    ("12,5 millions d'euros", 1_250_000_000),
    ("150 K€", 15_000_000),
    ("4 M€", 400_000_000),
    ("l'annexe 4, 5 000 €", 500_000),
    ("du 15/03/2024 100 €", 10_000),
  ])
  func `is read as cents`(printed: String, cents: Int) {
    #expect(AmountScanner.euros(in: FoldedText(printed)).map(\.amount.cents) == [cents])
  }

  @Test func `is read in printed order with its sign and currency`() {
    let folded = FoldedText("de 960 € à -1 200,50 euros")
    let found = AmountScanner.euros(in: folded)
    #expect(found.map(\.amount) == [Amount(cents: 96_000), Amount(cents: -120_050)])
    #expect(found.map(\.range) == [3..<8, 11..<26])
  }

  @Test(arguments: [
    "12 enfants", "l'Europe", "européen", "un euro", "en euros", "€", "plusieurs €",
    "1234567890123456789 €", "2023",
  ])
  func `is not read where no sum is printed`(printed: String) {
    #expect(AmountScanner.euros(in: FoldedText(printed)).isEmpty)
  }

  @Test(arguments: [
    ("250 000,00 | 192 360,50", [25_000_000, 19_236_050]),
    ("1100 000,00 | 215 000,00", [110_000_000, 21_500_000]),
    ("80 000,00 44160,00", [8_000_000, 4_416_000]),
    ("900 000.00", [90_000_000]),
    ("6568/93446 12,345", []),
    ("le 12.05.2023", []),
    ("5 ggs 095 00", []),
  ])
  func `in a table's cell has two decimals and no currency`(printed: String, cents: [Int]) {
    #expect(AmountScanner.decimals(in: FoldedText(printed)).map(\.amount.cents) == cents)
  }
}
