import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `An article` {
  private func article(_ text: String) throws -> Article {
    try #require(ParsedAct(body: "DECIDE :\nArticle 1 :\n" + text).act.articles.first)
  }

  @Test(arguments: [
    ("un montant total de 5 221 877,72 euros", [522_187_772], ["5 221 877,72 euros"]),
    ("une aide de 402\n247,96€ à ce titre", [40_224_796], ["402 247,96€"]),
    ("7360,00€ chacune, soit 44 160,00 €", [736_000, 4_416_000], ["7360,00€", "44 160,00 €"]),
    ("la somme de 1272 125 €", [127_212_500], ["1272 125 €"]),
    ("De prolonger l'aide jusqu'au 31 décembre 2025.", [], []),
  ])
  func `states its amounts as cents beside their print`(
    text: String,
    cents: [Int],
    printed: [String]
  ) throws {
    let amounts = try article(text).amounts
    #expect(amounts.map(\.value.cents) == cents)
    #expect(amounts.map(\.raw) == printed)
  }

  @Test(arguments: [
    ("reprises en annexes 11, 12 et 13", [11, 12, 13]),
    ("selon l'annexe 2 et l'annexe 1", [1, 2]),
    ("joint en annexe n°4 et 5", [4, 5]),
    ("sans autre précision", []),
  ])
  func `cites annexes in ascending order`(text: String, annexes: [Int]) throws {
    #expect(try article(text).annexes == annexes)
  }

  @Test func `keeps its print beside its mended text`() throws {
    let text = try article("De favoriser I'accés aux droits.").text
    #expect(text.value == "De favoriser l'accés aux droits.")
    #expect(text.raw == "De favoriser I'accés aux droits.")
  }

  @Test func `stands on the line of its heading`() throws {
    let act = try ParsedAct("La Commission permanente,\nDECIDE :\nArticle 1 :\n\nDe signer.").act
    #expect(act.articles.map(\.text.source.line) == [3])
  }
}

struct `A list of numbers` {
  @Test(arguments: [
    ("reprises en annexes 11, 12 et 13", [11, 12, 13]),
    ("en annexe n°4 et 5", [4, 5]),
    ("en annexes n°s 4 et 5", [4, 5]),
    ("annexes 10 à 12", [10, 11, 12]),
    ("annexes 1, 3 à 5 et 8", [1, 3, 4, 5, 8]),
    ("en annexe 7, 4 structures", [7]),
    ("en annexe 7, 4 structures et 5 associations", [7]),
    ("en annexes 7, 8 et 9, 4 structures", [7, 8, 9]),
    ("Pannexe 3 et lannexe 4", [3, 4]),
    ("l'annexe 2, l'annexe 9 et Fannexe 1", [1, 2, 9]),
    ("annexe 6\nà la présente délibération", [6]),
    ("annexe 1 a la présente", [1]),
    ("les annexes", []),
    ("annexe 2023", []),
    ("annexe L.123", []),
    ("désannexe 4", []),
  ])
  func `is spelled out`(printed: String, numbers: [Int]) {
    #expect(NumberList.numbers(after: "annexe", in: FoldedText(printed)) == numbers)
  }
}
