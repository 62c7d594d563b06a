import DeliberationModel
import PageModel
import Testing

struct `The print of a sum` {
  @Test(arguments: [
    ("de 4 a25 677,72", readable: "25 677,72", whole: "4 a25 677,72"),
    ("de S 867 917,70", readable: "867 917,70", whole: "s 867 917,70"),
    ("de 7 27 786,75", readable: "27 786,75", whole: "7 27 786,75"),
    ("de 902 20024", readable: "20024", whole: "902 20024"),
    ("de 12 677 72 2 375,28", readable: "2 375,28", whole: "2 375,28"),
    ("en 2023 100 000,00", readable: "100 000,00", whole: "100 000,00"),
    ("d'une aide de 100,00", readable: "100,00", whole: "100,00"),
  ])
  func `begins before the letters that hide its figures`(
    text: String,
    readable: String,
    whole: String
  ) throws {
    let folded = FoldedText(text)
    let start = try #require(folded.firstIndex(of: FoldedText(readable)))
    let found = MisreadSum.start(in: folded.bytes, before: start)
    #expect(String(decoding: folded.bytes[found...], as: UTF8.self) == whole)
  }

  @Test(arguments: [
    ("Accueil 4 425 67772", ["4 425 67772"]),
    ("Accueil | 30 000,0O", ["30 000,0o"]),
    ("Accueil 5 ggs 095 00", ["5 ggs 095 00"]),
    ("Plan 2023 6568/93446", []),
    ("Accueil 12 places", []),
  ])
  func `is found where no sum can be read`(text: String, prints: [String]) {
    let bytes = FoldedText(text).bytes
    let found = MisreadSum.unreadable(in: bytes, beside: [])
    #expect(found.map { String(decoding: bytes[$0], as: UTF8.self) } == prints)
  }
}
