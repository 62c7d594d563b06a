public import DeliberationModel
public import PageModel

/// Reads the grants and totals of an act from its tables: grids where pages have boxes, else the
/// lines of a text.
public struct GrantReader {
  private let document: Document
  private let tables: [TableGrid]
  private let definition: Definition

  /// Makes a reader for a document whose tables have been found.
  public init(_ document: Document, tables: [TableGrid], definition: Definition) {
    self.document = document
    self.tables = tables
    self.definition = definition
  }

  /// The lines of the document that stand in grant tables, which are not prose of the act.
  public var tableLines: Set<Int> {
    GridGrantTables.lines(of: tables, words: definition.grantWords)
  }

  /// Reads the tables of an act and of what is attached to it into the act, then the grants that
  /// its articles state in words alone.
  public func read(
    _ outline: ActOutline,
    into act: inout Deliberation,
    reporting diagnostics: inout DiagnosticList
  ) {
    readTables(outline, into: &act, reporting: &diagnostics)
    // A table of minutes holds votes and remarks between its rows, which are nobody's names.
    let isMixed = act.grants.isEmpty || act.grants.contains { $0.amount == nil }
    if outline.item == nil { act.grants += ProseGrants.grants(of: act) }
    if outline.item == nil ? act.grants.isEmpty : isMixed {
      act.grants = MinutesGrants(document).grants(of: act, outline, tables(in: outline))
    } else if outline.item != nil {
      act.grants += ProseGrants.grants(of: act)
    }
  }

  /// The most lines, of running heads and feet, that part what belongs together.
  private static let widestGap = 8

  /// The stretches of lines: an annex stands apart from its act, with others between them.
  private static func runs(_ lines: [Int]) -> [ClosedRange<Int>] {
    lines.sorted().reduce(into: []) { runs, line in
      if let last = runs.last, line - last.upperBound <= widestGap {
        runs[runs.count - 1] = last.lowerBound...max(line, last.upperBound)
      } else {
        runs.append(line...line)
      }
    }
  }

  /// The tables of an act and of what is attached to it.
  private func tables(in outline: ActOutline) -> [TableGrid] {
    // The close of a session stands below the acts that come after this one.
    let lines =
      outline.item == nil
      ? [outline.act + outline.conclusions + outline.attached] : [outline.act, outline.attached]
    let ranges = lines.flatMap(Self.runs)
    return tables.filter { table in ranges.contains { $0.contains(table.lines.lowerBound) } }
  }

  private func readTables(
    _ outline: ActOutline,
    into act: inout Deliberation,
    reporting diagnostics: inout DiagnosticList
  ) {
    guard document.hasLayout else {
      TextGrantTables(document: document, definition: definition)
        .read(outline.attached, into: &act, reporting: &diagnostics)
      return
    }
    let own = tables(in: outline)
    var reader = GridGrantTables(document, words: definition.grantWords)
    reader.read(own, into: &act, reporting: &diagnostics)
    for index in act.attachments.indices {
      let lines = act.attachments[index].lines
      guard let first = lines.first, let last = lines.last else { continue }
      act.attachments[index].tables = own.filter { (first...last).contains($0.lines.lowerBound) }
    }
  }
}
