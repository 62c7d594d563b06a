import Testing

@testable import Recognition

/// Letters whose shapes are single dark rows: each letter has one of its own.
struct `The letters of a document` {
  private static let alphabet = Array("0123456789ABCDEFGHIJKLM".utf8)

  private func shape(_ letter: UInt8) -> LetterShape {
    var darkness = [UInt8](repeating: 0, count: LetterShape.width * LetterShape.height)
    let row = Self.alphabet.firstIndex(of: letter) ?? 25
    for column in 0..<LetterShape.width { darkness[row * LetterShape.width + column] = 255 }
    return LetterShape(darkness: darkness)
  }

  private func letters(_ seen: String = "0123456789ABCDEFGHIJKLM", times: Int = 2) -> LetterShapes {
    var letters = LetterShapes()
    for letter in seen.utf8 {
      for _ in 0..<times { letters.add(shape(letter), of: letter) }
    }
    return letters
  }

  private func reading(_ read: String, printed: String, by letters: LetterShapes) -> String? {
    let word = ShapedWord(word: 0, text: Array(read.utf8), shapes: printed.utf8.map(shape))
    return word.reading(by: letters).map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test(arguments: [
    ("31D", "3ID"), ("4A)", "4AJ"), ("A1", "AI"), ("AA|", "4AJ"), ("MIJE", "MJE"), ("3ID", "3ID"),
  ])
  func `prove what was printed`(read: String, printed: String) {
    #expect(reading(read, printed: printed, by: letters()) == printed)
  }

  @Test func `prove nothing where a letter was never seen`() {
    #expect(reading("4A)", printed: "4AJ", by: letters("0123456789ABCD")) == nil)
    #expect(reading("31D", printed: "3ID", by: letters(times: 1)) == nil)
  }

  @Test(arguments: [("SIVM", "SVM"), ("ABC", "AC"), ("AB", "ABC")])
  func `take no letter away that is no second stroke`(read: String, printed: String) {
    #expect(reading(read, printed: printed, by: letters()) == nil)
  }

  @Test func `are the same in whatever order the pages are added`() {
    var one = letters("31D")
    one.add(letters("I4"))
    var other = letters("I4")
    other.add(letters("31D"))
    #expect(reading("31", printed: "3I", by: one) == reading("31", printed: "3I", by: other))
  }

  @Test(arguments: [
    ("3ID", true), ("CCAS", true), ("(HAJ)", true), ("Calais", false), ("12345", false),
    ("ABCDEFGHIJ", false), ("A", false),
  ])
  func `are asked about words of capitals and figures`(text: String, isCode: Bool) {
    #expect(ShapedWord.isCode(Array(text.utf8)) == isCode)
  }
}
