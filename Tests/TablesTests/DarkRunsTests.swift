import PageModel
import Testing

@testable import Tables

struct `The dark runs of a page` {
  private func runs(_ drawing: String, horizontal: Int = 4, vertical: Int = 3) -> DarkRuns {
    DarkRuns(PageBitmap(drawing), leastHorizontal: horizontal, leastVertical: vertical)
  }

  /// Lane, start and end.
  private func printed(_ runs: [DarkRuns.Run]) -> [String] {
    runs.map { "\($0.lane): \($0.start)-\($0.end)" }
  }

  @Test func `are found along rows and along columns`() {
    let found = runs(
      """
      ..........
      .######...
      .#....#...
      .#....####
      ......#...
      """
    )
    #expect(printed(found.horizontal) == ["1: 1-7", "3: 6-10"])
    #expect(printed(found.vertical) == ["1: 1-4", "6: 1-5"])
  }

  @Test func `are not those that are too short`() {
    let found = runs(
      """
      ###.##.###
      ###....###
      """
    )
    #expect(found.horizontal.isEmpty)
    #expect(found.vertical.isEmpty)
  }

  @Test func `reach to the edges of the page`() {
    let found = runs(
      """
      #####
      #...#
      #####
      """
    )
    #expect(printed(found.horizontal) == ["0: 0-5", "2: 0-5"])
    #expect(printed(found.vertical) == ["0: 0-3", "4: 0-3"])
  }

  @Test(arguments: [
    (0, 64), (0, 65), (63, 64), (60, 70), (64, 128), (1, 127), (0, 200), (130, 192), (63, 129),
  ])
  func `go on from one word of 64 pixels to the next`(start: Int, end: Int) {
    let line = String(repeating: ".", count: start) + String(repeating: "#", count: end - start)
    let row = line + String(repeating: ".", count: 201 - end)
    let found = runs(row, horizontal: 1)
    #expect(printed(found.horizontal) == ["0: \(start)-\(end)"])
  }

  @Test func `are parted by one white pixel at the edge of a word`() {
    let row = String(repeating: "#", count: 63) + "." + String(repeating: "#", count: 64)
    #expect(printed(runs(row).horizontal) == ["0: 0-63", "0: 64-128"])
  }

  @Test(arguments: [0, 1, 63, 64, 65, 127])
  func `stand in any column of a word`(column: Int) {
    let row = String(repeating: ".", count: column) + "#" + String(repeating: ".", count: 9)
    let page = [row, row, row, String(repeating: ".", count: column + 10), row].joined(
      separator: "\n"
    )
    #expect(printed(runs(page).vertical) == ["\(column): 0-3"])
  }

  @Test func `of a white page are none`() {
    let found = runs(String(repeating: "..........\n", count: 9))
    #expect(found.horizontal.isEmpty && found.vertical.isEmpty)
  }
}
