import Testing

@testable import Structure

struct `The number of a head` {
  private func number(_ text: String) -> (printed: String, text: String)? {
    let bytes = Array(text.utf8)
    return HeadNumber(bytes.indices, in: bytes).flatMap { number in
      number.form == .bullet
        ? nil
        : (
          String(decoding: bytes[number.printed], as: UTF8.self),
          String(decoding: bytes[number.textStart...], as: UTF8.self)
        )
    }
  }

  @Test(arguments: [
    "? 2031/98 - Vente du four banal", "| 2031/98 - Vente du four banal",
    "À 2031/98 - Vente du four banal", "’ 2031/98 - Vente du four banal",
    "> 2031/98 - Vente du four banal",
  ])
  func `stands behind an arrow or a wall that was read as another sign`(line: String) throws {
    let number = try #require(self.number(line))
    #expect(number.printed == "2031/98")
    #expect(number.text == "Vente du four banal")
  }

  @Test(arguments: ["À 18 heures 30, la séance est ouverte", "? Quel budget", "| Finances"])
  func `is not made of what no number follows`(line: String) {
    #expect(number(line) == nil)
  }

  @Test(arguments: ["Point 6 : Four banal", "POINT. 6 : Four banal", "Question. 6 - Four banal"])
  func `stands behind its label, whatever speck is between them`(line: String) throws {
    #expect(try #require(self.number(line)).printed == "6")
  }
}
