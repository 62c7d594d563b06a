import Testing

@testable import PageModel

struct `The lines of a page` {
  /// The lines of words that are 20 high, each with its left and right edge and its top.
  private func lines(_ words: [(x0: Float, x1: Float, y0: Float)]) -> [[Int]] {
    LineAssembly(
      words.map { word in
        PageWords.Word(
          bytes: 0..<1,
          box: BoundingBox(x0: word.x0, y0: word.y0, x1: word.x1, y1: word.y0 + 20)
        )
      }
    )
    .lines.map(\.words)
  }

  @Test func `hold words of nearly one height, from left to right`() {
    #expect(lines([(50, 90, 2), (0, 40, 0), (100, 140, 4)]) == [[1, 0, 2]])
  }

  @Test func `are two where one word stands below the other`() {
    #expect(lines([(0, 40, 0), (0, 40, 22)]) == [[0], [1]])
  }

  @Test func `stay two beside a word half way between them`() {
    #expect(lines([(50, 90, 0), (0, 40, 8), (45, 85, 16), (95, 120, 16)]).first == [1, 0])
  }
}
