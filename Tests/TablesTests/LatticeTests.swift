import PageModel
import Testing

@testable import Tables

/// Lattices of drawn lines, each cell printed as row, column, height and width.
struct `A lattice of rulings` {
  private func cells(_ drawing: String) -> [[String]] {
    Lattice.lattices(of: DrawnPages.rulings(drawing)).map { lattice in
      MergedCells(lattice).spans.map { span in
        "\(span.row),\(span.column) \(span.rowSpan)x\(span.columnSpan)"
      }
    }
  }

  @Test func `has a cell for each place`() {
    #expect(
      cells(
        """
        ┼───┼───┼
        │   │   │
        ┼───┼───┼
        │   │   │
        ┼───┼───┼
        """
      ) == [["0,0 1x1", "0,1 1x1", "1,0 1x1", "1,1 1x1"]]
    )
  }

  @Test func `merges places over columns`() {
    #expect(
      cells(
        """
        ┼───────┼
        │       │
        ┼───┼───┼
        │   │   │
        ┼───┼───┼
        """
      ) == [["0,0 1x2", "1,0 1x1", "1,1 1x1"]]
    )
  }

  @Test func `merges places over rows`() {
    #expect(
      cells(
        """
        ┼───┼───┼
        │   │   │
        │   ┼───┼
        │   │   │
        │   ┼───┼
        │   │   │
        ┼───┼───┼
        """
      ) == [["0,0 3x1", "0,1 1x1", "1,1 1x1", "2,1 1x1"]]
    )
  }

  @Test func `merges places over rows and columns`() {
    #expect(
      cells(
        """
        ┼───────┼───┼
        │       │   │
        │       ┼───┼
        │       │   │
        ┼───┼───┼───┼
        │   │   │   │
        ┼───┼───┼───┼
        """
      ) == [["0,0 2x2", "0,2 1x1", "1,2 1x1", "2,0 1x1", "2,1 1x1", "2,2 1x1"]]
    )
  }

  @Test func `cuts places that form no rectangle into their rows`() {
    #expect(
      cells(
        """
        ┼───────┼
        │       │
        │   ┼───┼
        │   │   │
        ┼───┼───┼
        """
      ) == [["0,0 1x2", "1,0 1x1", "1,1 1x1"]]
    )
  }

  @Test func `keeps a place whose outer wall is missing`() {
    #expect(
      cells(
        """
        ┼───┼───┼
            │   │
        ┼───┼───┼
            │   │
        ┼───┼───┼
        │   │   │
        ┼───┼───┼
        """
      ) == [["0,0 1x1", "0,1 1x1", "1,0 1x1", "1,1 1x1", "2,0 1x1", "2,1 1x1"]]
    )
  }

  @Test func `has a row above its first line where a page break cut one`() {
    #expect(
      cells(
        """
        │   │   │
        │   │   │
        ┼───┼───┼
        │   │   │
        ┼───┼───┼
        """
      ) == [["0,0 1x1", "0,1 1x1", "1,0 1x1", "1,1 1x1"]]
    )
  }

  @Test func `has a row below its last line where a page break cuts one`() {
    #expect(
      cells(
        """
        ┼───┼───┼
        │   │   │
        ┼───┼───┼
        │   │   │
        │   │   │
        """
      ) == [["0,0 1x1", "0,1 1x1", "1,0 1x1", "1,1 1x1"]]
    )
  }

  @Test func `stands apart from another on the page`() {
    #expect(
      cells(
        """
        ┼───┼───┼   ┼───┼───┼
        │   │   │   │   │   │
        ┼───┼───┼   ┼───┼───┼

        ┼───┼
        │   │
        ┼───┼
        │   │
        ┼───┼
        """
      ) == [["0,0 1x1", "0,1 1x1"], ["0,0 1x1", "0,1 1x1"], ["0,0 1x1", "1,0 1x1"]]
    )
  }

  @Test(arguments: [
    "", "┼───┼", "┼\n│\n│\n┼", "┼───┼\n│   │\n┼───┼", "┼───┼\n\n\n┼───┼", "│   │\n│   │",
  ])
  func `is none with less than two cells`(drawing: String) {
    #expect(cells(drawing).isEmpty)
  }

  @Test func `takes lines that nearly meet for one`() throws {
    let lattice = try #require(
      Lattice.lattices(of: [
        Ruling(.horizontal, position: 10, start: 0, end: 100),
        Ruling(.horizontal, position: 11, start: 0, end: 100),
        Ruling(.horizontal, position: 30, start: 2, end: 98),
        Ruling(.vertical, position: 0, start: 10, end: 30),
        Ruling(.vertical, position: 50, start: 12, end: 28),
        Ruling(.vertical, position: 100, start: 10, end: 30),
      ]).first
    )
    #expect(lattice.xs == [0, 50, 100])
    #expect(lattice.ys == [10.5, 30])
    #expect(MergedCells(lattice).spans.count == 2)
  }
}
