import PageModel
import Testing

@testable import Recognition

/// Lines of words, each with how far its letters reach above the baseline, in pixels.
struct `The size of a recognised line` {
  private func boxes(_ words: [(text: String, height: Int32)]) -> WordBoxes {
    var boxes = WordBoxes(pixelsPerPoint: 1)
    boxes.append(
      words.enumerated().map { place, word in
        RecognisedWord(
          text: word.text,
          left: Int32(place * 100),
          top: 100 - word.height,
          right: Int32(place * 100 + 90),
          bottom: 100,
          baseline: 100,
          line: 0,
          confidence: 90
        )
      }
    )
    return boxes
  }

  private func height(_ words: [(text: String, height: Int32)]) -> Float? {
    boxes(words).page.words.first?.box.height
  }

  private static let plain: [(text: String, height: Int32)] = [
    ("Budget", 72), ("de", 72), ("la", 72), ("commune", 50), ("2031", 72),
  ]

  @Test(arguments: [
    ("RÉGIE", 92), ("ÉCOLE", 94), ("!", 140), ("|", 80),
  ])
  func `is not that of an accent or of a sign above its letters`(text: String, height: Int32) {
    #expect(self.height(Self.plain + [(text, height)]) == self.height(Self.plain))
  }

  @Test func `is not that of a speck in one word of many`() {
    #expect(
      height(Self.plain + [("délai", 90), ("fixé", 72), ("hier", 72), ("dix", 72)])
        == height(Self.plain)
    )
  }

  @Test func `is told by its accents where all words have some`() throws {
    let size = try #require(height([("RÉSUMÉ", 92), ("GÉNÉRAL", 92)]))
    #expect(abs(size - (try #require(height(Self.plain)))) < 1)
  }

  @Test func `keeps the rest of a wall out, and a figure read as one in`() {
    #expect(boxes(Self.plain + [("|", 100)]).page.words.count == Self.plain.count)
    #expect(boxes(Self.plain + [("|", 72)]).page.words.count == Self.plain.count + 1)
  }
}
