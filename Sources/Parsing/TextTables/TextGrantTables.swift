import DeliberationModel
import PageModel

/// Reads the grant tables of a text without boxes: cells parted by tabs, or the lines in which OCR
/// mixed the cells of a row.
struct TextGrantTables {
  let document: Document
  let definition: Definition

  /// Reads the tables that stand among the lines attached to an act.
  func read(
    _ lines: [Int],
    into act: inout Deliberation,
    reporting diagnostics: inout DiagnosticList
  ) {
    var assembly = GrantTableAssembly()
    let words = definition.grantWords
    let rest = TabTableReader(
      document: document,
      words: words,
      territories: TerritoryNames(definition.territories)
    )
    .read(lines, into: &assembly, reporting: &diagnostics)
    MixedTableReader(document: document, words: words)
      .read(rest, into: &assembly, reporting: &diagnostics)
    assembly.finish(into: &act)
  }
}
