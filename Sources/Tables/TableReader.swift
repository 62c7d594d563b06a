public import PageModel

/// Reads the tables of a document, each whole across its pages.
public struct TableReader: Sendable {
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
    let pages = document.pages.indices.lazy.map { parts(ofPage: $0, of: document) }
    return tables(of: document, joining: pages, byPage: byPage, reporting: &diagnostics)
  }

  /// The parts of tables that stand on a page, by its index; pages may be read side by side.
  public func parts(ofPage index: Int, of document: Document) -> PageTables {
    var tables = PageTables()
    tables.grids = PageGrid.grids(
      of: document.pages[index],
      in: document,
      reporting: &tables.diagnostics
    )
    return tables
  }

  /// The tables in reading order, from their parts on all pages.
  public func tables(
    of document: Document,
    joining pages: some Sequence<PageTables>,
    byPage: Bool = false,
    reporting diagnostics: inout DiagnosticList
  ) -> [TableGrid] {
    var open: TableContinuation?
    var tables: [TableGrid] = []
    for (page, found) in zip(document.pages, pages) {
      for diagnostic in found.diagnostics.sorted() { diagnostics.report(diagnostic) }
      for (place, grid) in found.grids.enumerated() {
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
          .warning,
          "table.too-large",
          "the table is larger than can be read whole and was cut here",
          at: SourceLocation(page: page.number)
        )
      }
    }
    if let open { tables.append(open.table) }
    return tables
  }
}

/// The parts of tables that stand on one page.
public struct PageTables: Sendable {
  /// From the top of the page.
  var grids: [PageGrid] = []
  /// What is to be said of the page.
  var diagnostics = DiagnosticList()
}
