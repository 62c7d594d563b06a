import PageModel
import Testing

struct `A folded text` {
  @Test(arguments: [
    ("ÉTAIENT présents", "etaient presents"),
    ("mise en ŒUVRE, œuvre", "mise en oeuvre, oeuvre"),
    ("à  l’accès\u{A0}de", "a l'acces de"),
    ("n° 2023", "no 2023"),
    ("« Insertion »", "\" insertion \""),
    ("Pas‑de–Calais — 3−1", "pas-de-calais - 3-1"),
    ("ﬁnancière, diﬃcile", "financiere, difficile"),
    ("HINGREZ-CÉRÉDA", "hingrez-cereda"),
    ("coopé\u{AD}ration", "cooperation"),
    ("…", "."),
    ("", ""),
  ])
  func `drops case, accents, ligatures and styles of marks`(printed: String, folded: String) {
    #expect(FoldedText(printed).string == folded)
  }

  @Test func `makes a run of white space one space, or one tab where it holds a tab`() {
    #expect(FoldedText("a  \u{202F}b \t c\nd").string == "a b\tc d")
  }

  @Test func `writes the euro sign as one byte of its own`() {
    #expect(FoldedText("5 €").bytes == [0x35, 0x20, FoldedText.euro])
  }

  @Test func `keeps the way back to the printed bytes`() {
    let printed = Array("Éœ€x".utf8)
    let folded = FoldedText(printed[...])
    #expect(folded.offsets == [0, 2, 2, 4, 7, 8])
  }

  @Test func `counts offsets in the array that a slice belongs to`() {
    let bytes = Array("abc déf".utf8)
    #expect(FoldedText(bytes[4...]).offsets == [4, 5, 7, 8])
  }

  @Test func `reads bytes that break off inside a character`() {
    #expect(FoldedText([0x61, 0xE2, 0x82][...]).bytes == [0x61, FoldedText.other])
  }

  @Test(arguments: ["D'HALLOY", "Élodie", "M.", "1ère", "(Œuvre)", "`A`", "—", ""])
  func `gives a word the same key as its folded text`(word: String) {
    let key = FoldedText.key(of: Array(word.utf8)[...])
    #expect(String(decoding: key, as: UTF8.self) == FoldedText(word).key)
  }

  @Test func `gives names that differ in marks alone one key`() {
    #expect(FoldedText("Jean-Claude D'HALLOY").key == FoldedText("JEAN CLAUDE d’Halloy").key)
  }

  @Test(arguments: [(0, 2), (2, 2), (3, 11), (11, 11), (12, nil), (99, nil)])
  func `finds a phrase at or after an index`(start: Int, found: Int?) {
    #expect(FoldedText("a vu ce et vue").firstIndex(of: "vu", from: start) == found)
  }
}
