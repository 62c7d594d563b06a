import PageModel
import Testing

/// How much of a text is sound.
struct WordCensusTests {
  private struct FewWords: Vocabulary {
    func contains(_ word: String) -> Bool { ["vu", "accès", "code", "conseil"].contains(word) }
  }

  private static func census(_ text: String) -> WordCensus {
    var document = Document()
    document.bytes = Array(text.utf8)
    let range = TextRange(start: 0, end: document.bytes.count)
    document.lines = [TextLine(range: range, page: 1, opensParagraph: true)]
    return WordCensus(0..<1, of: document, by: FewWords())
  }

  @Test(arguments: [
    ("Vu l’accès, code", 2, 0), ("(conseil) cede", 1, 1), ("1 234,50 € au 12/06", 3, 0),
    ("M. LEROY d’Arras", 0, 0), ("C02-446A05 5ggs", 0, 0), ("", 0, 0),
  ])
  func `counts words that are known and numbers`(text: String, sound: Int, odd: Int) {
    let census = Self.census(text)
    #expect((census.sound, census.odd) == (sound, odd))
  }

  @Test(arguments: [(35, 5, false), (34, 6, true), (0, 39, false)])
  func `is poor where more than one word in eight is odd`(sound: Int, odd: Int, isPoor: Bool) {
    let words = [String](repeating: "code", count: sound) + [String](repeating: "cede", count: odd)
    #expect(Self.census(words.joined(separator: " ")).isPoor == isPoor)
  }
}
