import Testing

@testable import Recognition

/// Readings of one cell: words, each with the confidence behind its colon, or all with the same.
struct `Several readings of a cell` {
  private func reading(_ text: String, _ confidence: Float = 90) -> CellReading {
    CellReading(
      text.split(separator: " ").enumerated().map { place, word in
        let parts = word.split(separator: ":", maxSplits: 1)
        return RecognisedWord(
          text: String(parts[0]),
          left: Int32(place * 100),
          top: 0,
          right: Int32(place * 100 + 90),
          bottom: 20,
          baseline: 20,
          line: 0,
          confidence: parts.count > 1 ? Float(parts[1]) ?? confidence : confidence
        )
      }
    )
  }

  private func text(_ words: [RecognisedWord]) -> String {
    words.map(\.text).joined(separator: " ")
  }

  @Test func `give the number that two agree on, with the comma that one of them saw`() throws {
    let readings = [reading("1 760.00 €", 50), reading("7 760,00 €", 95), reading("1760,00 €", 80)]
    let agreed = try #require(CellAgreement.agreed(among: readings))
    #expect(agreed.number == "1760,00€")
    #expect(agreed.confidence == 80)
  }

  @Test(arguments: [["14", "44", "74"], ["6568/93446", "6568/23446", "6568/98446"]])
  func `leave a number or a code in doubt where all differ`(prints: [String]) {
    let readings = prints.map { reading($0, 95) }
    #expect(CellAgreement.agreed(among: readings) == nil)
    #expect(CellAgreement.settled(readings).confidence == CellAgreement.doubtful)
  }

  @Test(arguments: [
    (["A.F.C.I:41", "A.F.C.:28", "AFCI:53"], "A.F.C.I"),
    (
      ["Groupe {Plaquiste}:57", "Groupe (Plaquiste):80", "Groupe (Plaquiste}:87"],
      "Groupe (Plaquiste)"
    ),
    (["Domicile {ADS}:90", "Domicile {ADSI):60", "Domicile (ADSI):34"], "Domicile (ADSI)"),
    (["FSL:38 AML:39", "FSLAML:65", "FSLAML:80"], "FSLAML"),
    (["le retais:80", "te relais:95", "le relais:60"], "le relais"),
  ])
  func `agree on letters, whatever points and brackets they lost`(
    prints: [String],
    expected: String
  ) {
    #expect(text(CellAgreement.settled(prints.map { reading($0) }).cleaned) == expected)
  }

  @Test func `leave the words in doubt that stand in one of them alone`() {
    let prints = ["Le retais Verrnetlois", "Le retais Verrnellois", "Le relais Vermellois"]
    let words = CellAgreement.settled(prints.map { reading($0, 92) }).words
    #expect(words.prefix(2).map(\.confidence) == [92, 92])
    #expect(words.last?.confidence == CellAgreement.doubtful)
  }

  @Test func `leave a name in doubt that each reads in another way`() {
    let names = [reading("Ds ciévin", 10), reading("Lens-Liévin", 80), reading("Densciévin", 5)]
    let settled = CellAgreement.settled(names)
    #expect(text(settled.cleaned) == "Lens-Liévin")
    #expect(settled.confidence == CellAgreement.doubtful)
  }
}
