import DeliberationModel
import PageModel
import Testing

struct `A date` {
  @Test(arguments: [
    ("REUNION DU 15 MAI 2023", "2023-05-15"),
    ("en date du 1er juillet 2021", "2021-07-01"),
    ("du ler juillet 2021", "2021-07-01"),
    ("du 1° juillet 2021", "2021-07-01"),
    ("le 01/07/2021", "2021-07-01"),
    ("le 1/7/21", "2021-07-01"),
    ("le 01.07.2021", "2021-07-01"),
    ("le 01-07-2021", "2021-07-01"),
    ("le 12 août 2022 à 14 h", "2022-08-12"),
    ("le 12 aout  2022", "2022-08-12"),
    ("le 3 décembre\n2024", "2024-12-03"),
    ("le 3 décernbre 2024 puis 04/12/2024", "2024-12-04"),
    ("le 9 févricr 2024", "2024-02-09"),
    ("Séance du23 juillet 2031", "2031-07-23"),
    ("le 29 février 2024", "2024-02-29"),
  ])
  func `is read as printed`(printed: String, date: String) throws {
    let found = try #require(DateScanner.first(in: FoldedText(printed)))
    #expect(found.date.description == date)
  }

  @Test(arguments: [
    "le 30 février 2023", "le 29 février 2023", "le 31/04/2023", "le 00/07/2021", "le 12/13/2021",
    "le 32 mai 2023", "15 mai", "mai 2023", "article 15", "le 15 mai 23", "le 15 mai 20233",
    "12/05-2023", "L.263-1", "", "ler", "1",
  ])
  func `is not read where the calendar or the print has none`(printed: String) {
    #expect(DateScanner.first(in: FoldedText(printed)) == nil)
  }

  @Test func `is the first one at or after an index`() throws {
    let folded = FoldedText("du 15 mai 2023 et du 3 juin 2024")
    let first = try #require(DateScanner.first(in: folded))
    let second = try #require(DateScanner.first(in: folded, from: first.range.upperBound))
    #expect(first.range == 3..<14)
    #expect(second.date.description == "2024-06-03")
  }

  @Test func `orders by the calendar`() throws {
    let early = try #require(CalendarDate(year: 2023, month: 12, day: 31))
    let late = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    #expect(early < late)
  }

  @Test func `has four digits for the year and two for the rest`() throws {
    #expect(try #require(CalendarDate(year: 987, month: 6, day: 5)).description == "0987-06-05")
  }
}
