import DeliberationModel
import PageModel
import Testing

struct `A number in letters` {
  @Test(arguments: [
    ("zéro", 0), ("une", 1), ("seize", 16), ("dix-sept", 17), ("vingt", 20), ("vingt et un", 21),
    ("vingt-cinq voix", 25), ("soixante et onze", 71), ("soixante-dix-neuf", 79),
    ("quatre-vingts", 80), ("quatre-vingt-un", 81), ("quatre-vingt-dix-neuf", 99), ("cent", 100),
    ("deux cent douze", 212), ("deux mil treize", 2013), ("deux mille vingt-quatre", 2024),
    ("mille neuf cent quatre-vingt-dix-huit", 1998),
  ])
  func `is read`(printed: String, value: Int) throws {
    let number = NumberWords.number(in: FoldedText(printed).bytes, at: 0)
    #expect(number?.value == value)
  }

  @Test(arguments: [
    ("deux trois", 2, 4), ("vingt et le huit", 20, 5), ("dix onze", 10, 3), ("cinq, six", 5, 4),
  ])
  func `ends before a word that makes no number with it`(
    printed: String,
    value: Int,
    end: Int
  ) throws {
    let number = try #require(NumberWords.number(in: FoldedText(printed).bytes, at: 0))
    #expect(number.value == value)
    #expect(number.end == end)
  }

  @Test(arguments: ["", "voix", "unanimité", "centre", "dixième", "12"])
  func `is not seen in other words`(printed: String) {
    #expect(NumberWords.number(in: FoldedText(printed).bytes, at: 0) == nil)
  }

  @Test func `begins where a word does`() {
    #expect(NumberWords.number(in: FoldedText("trente-six").bytes, at: 2) == nil)
  }
}

struct `A date in letters` {
  @Test(arguments: [
    ("quatre février deux mille treize", "2013-02-04"),
    ("Le vingt-neuf juin deux mille vingt-trois à 19 heures", "2023-06-29"),
    ("le premier mars deux mil vingt-quatre", "2024-03-01"),
    ("le quinze mai 2023", "2023-05-15"),
    ("L'an deux mille treize, le quatre février", "2013-02-04"),
    ("L’an deux mille vingt-quatre et le douze du mois de mars à 18 h", "2024-03-12"),
    ("L'AN DEUX MILLE VINGT ET UN, le mardi six avril", "2021-04-06"),
    ("L'an 2024, le 12 mars", "2024-03-12"),
    ("L'an deux mille vingt-quatre, le 12 mars 2024", "2024-03-12"),
    ("L'an deux mille vingt-trois, le premier du mois d'août", "2023-08-01"),
  ])
  func `is read`(printed: String, date: String) {
    #expect(DateScanner.first(in: FoldedText(printed))?.date.description == date)
  }

  @Test(arguments: [
    "trente et un février deux mille treize", "L'an deux mille treize", "quatre février",
    "deux mille mars 2013", "vingt-cinq voix pour mars 2024", "l'an dernier, le 12 mars",
  ])
  func `is not seen where a part of it is missing`(printed: String) {
    #expect(DateScanner.first(in: FoldedText(printed)) == nil)
  }
}
