public import PageModel

/// Reads the tables of a document, each whole across its pages.
public struct TableReader {
  /// The most places that one table may have; a larger one is cut there and reported.
  static let mostPlaces = 4_000_000

  /// Makes a reader.
  public init() {}

  /// The tables in reading order; by page, or each whole across its pages.
  public func tables(
    of document: Document,
    byPage: Bool = false,
    reporting diagnostics: inout DiagnosticList
  ) -> [TableGrid] {
    var open: TableContinuation?
    var tables: [TableGrid] = []
    for page in document.pages {
      let grids = PageGrid.grids(of: page, in: document, reporting: &diagnostics)
      for (place, grid) in grids.enumerated() {
        if !byPage, place == 0, open?.takes(grid, in: document) == true {
          open?.append(grid)
        } else if grid.confidence >= TableScore.least {
          if let open { tables.append(open.table) }
          open = TableContinuation(grid)
        }
      }
      if let table = open, table.placeCount > Self.mostPlaces {
        tables.append(table.table)
        open = nil
        diagnostics.report(
          Diagnostic(
            .warning,
            "table.too-large",
            "the table is larger than can be read whole and was cut here",
            at: SourceLocation(page: page.number)
          )
        )
      }
    }
    if let open { tables.append(open.table) }
    return tables
  }
}
