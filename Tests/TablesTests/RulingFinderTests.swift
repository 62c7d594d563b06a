import PageModel
import Testing

@testable import Tables

/// Two points a pixel: a horizontal line has at least 9 pixels, a vertical one 5, and what is
/// thicker than one pixel is a fill.
struct `The rulings of a page` {
  private func rulings(_ drawing: String) -> [String] {
    RulingFinder().rulings(in: PageBitmap(drawing, pixelsPerPoint: 0.5)).map { ruling in
      let name = ruling.direction == .horizontal ? "y" : "x"
      return "\(name) \(Int(ruling.position)): \(Int(ruling.start))-\(Int(ruling.end))"
    }
  }

  @Test func `are thin lines`() {
    #expect(
      rulings(
        """
        ............
        .##########.
        .#........#.
        .#........#.
        .#........#.
        .##########.
        """
      ) == ["y 3: 2-22", "y 11: 2-22", "x 3: 2-12", "x 21: 2-12"]
    )
  }

  @Test func `are the two edges of a fill`() {
    #expect(
      rulings(
        """
        ..............
        .############.
        .############.
        .############.
        ..............
        """
      ) == ["y 2: 2-26", "y 8: 2-26"]
    )
  }

  @Test func `are all four edges of a high fill`() {
    let row = ".##########.\n"
    #expect(
      rulings("............\n" + String(repeating: row, count: 6) + "............")
        == ["y 2: 2-22", "y 14: 2-22", "x 2: 2-14", "x 22: 2-14"]
    )
  }

  @Test func `are no dashes and no letters`() {
    #expect(
      rulings(
        """
        .####.####.####.####.
        .#..................
        .#...########........
        .#..................
        .....................
        """
      ).isEmpty
    )
  }

  @Test func `keep their order from the top left`() {
    #expect(
      rulings(
        """
        ............##########
        ......................
        ##########............
        ......................
        ##########..##########
        """
      ) == ["y 1: 24-44", "y 5: 0-20", "y 9: 0-20", "y 9: 24-44"]
    )
  }

  @Test func `of two lines side by side are two`() {
    #expect(
      rulings(
        """
        ##########
        ..........
        ##########
        """
      ) == ["y 1: 0-20", "y 5: 0-20"]
    )
  }

  @Test func `that lean by a pixel are one`() {
    let left = String(repeating: "#", count: 24) + String(repeating: ".", count: 6)
    let right = String(repeating: ".", count: 7) + String(repeating: "#", count: 23)
    let finder = RulingFinder()
    let found = finder.rulings(in: PageBitmap(left + "\n" + right, pixelsPerPoint: 1))
    #expect(found == [Ruling(.horizontal, position: 1, start: 0, end: 30)])
  }
}
