import PageModel
import Testing

@testable import Structure

struct `A page number` {
  @Test(arguments: ["12", "- 3 -", "Page 3", "3/92", "page 3 sur 92", "p. 4", "– 7 –"])
  func `is a line that holds nothing else`(printed: String) {
    #expect(RepeatedLines.isPageNumber(FoldedText(printed)))
  }

  @Test(arguments: [
    "", "Page", "12 enfants", "5 221,00", "(12)", "20230516", "12 €", "Annexe 2", "3 : 2",
    "Article 1", "page 3 sur 92 000 000",
  ])
  func `is not seen in other lines`(printed: String) {
    #expect(!RepeatedLines.isPageNumber(FoldedText(printed)))
  }
}
