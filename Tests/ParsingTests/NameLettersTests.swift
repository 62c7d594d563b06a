import Testing

@testable import Parsing

struct `The letters of a name` {
  private func letters(of name: String) -> String {
    let bytes = Array(name.utf8)[...]
    var at = bytes.startIndex
    var letters = ""
    while at < bytes.endIndex {
      switch NameLetters.letter(in: bytes, at: &at) {
      case .capital: letters += "A"
      case .small: letters += "a"
      case nil: letters += "-"
      }
    }
    return letters
  }

  @Test(arguments: [
    ("Odile", "Aaaaa"), ("ÉLODIE", "AAAAAA"), ("D’HALLOY-Ÿ", "A-AAAAAA-A"), ("œ×÷ß", "a--a"),
    ("N°1", "A--"), ("Łé", "Aa"),
  ])
  func `are capitals, small ones or none`(name: String, expected: String) {
    #expect(letters(of: name) == expected)
  }

  @Test func `are read to the end of bytes that are no text`() {
    let bytes: [UInt8] = [0xC3, 0xE2, 0x80, 0x41]
    var at = 0
    #expect(NameLetters.next(in: bytes[...], at: &at) == .capital)
    #expect(at == 4)
  }
}
