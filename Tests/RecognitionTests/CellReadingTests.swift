import Testing

@testable import Recognition

/// Readings of one cell, each word with its confidence.
struct `A cell of a table` {
  private func reading(_ text: String, _ confidence: Float = 90) -> CellReading {
    CellReading(
      text.split(separator: " ").enumerated().map { place, word in
        RecognisedWord(
          text: String(word),
          left: Int32(place * 100),
          top: 0,
          right: Int32(place * 100 + 90),
          bottom: 20,
          baseline: 20,
          line: 0,
          confidence: confidence
        )
      }
    )
  }

  private func text(_ words: [RecognisedWord]) -> String {
    words.map(\.text).joined(separator: " ")
  }

  @Test(arguments: [
    ("5 600,00 c", "5 600,00 €"), ("80 000.00 «", "80 000,00 €"), ("24 960 00 €", "24 960,00 €"),
    ("‘7 500,00 €", "7 500,00 €"), ("1100.", "1100"), ("10 706", "10 706"), ("12 36 €", "12,36 €"),
    ("phase c", "phase c"), ("3 c", "3 €"), ("- €", "- €"), ("120 :", "120"),
  ])
  func `is mended as only a sum can be meant`(printed: String, expected: String) {
    #expect(text(reading(printed).cleaned) == expected)
  }

  @Test(
    arguments: [
      ("14", 96, true), ("Calaisis", 96, false), ("Calaisis", 60, true), ("6568/93446", 96, true),
      ("", 0, true), ("Phase 2", 90, false),
    ] as [(String, Float, Bool)]
  )
  func `is read again where nothing tells that it was misread`(
    printed: String,
    confidence: Float,
    isDoubtful: Bool
  ) {
    #expect(reading(printed, confidence).isDoubtful == isDoubtful)
  }

  @Test(arguments: [
    ("Absent{s}", "Absent(s)"), ("Absent(s)_:", "Absent(s):"), ("Excusé{s\\", "Excusé(s)"),
    ("Absent(s)_", "Absent(s)"),
    ("(N*2025-237)", "(N°2025-237)"), ("N*12", "N°12"), ("ARRAS,.le", "ARRAS,le"), ("___", ""),
    ("art.", "art."), ("5.200,00", "5.200,00"), ("L.3121-14", "L.3121-14"),
  ])
  func `has no signs that acts do not print`(read: String, expected: String) {
    #expect(reading(read).words.first?.withoutOddSigns.text ?? "" == expected)
  }
}
