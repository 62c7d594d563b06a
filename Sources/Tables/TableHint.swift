public import PageModel

/// Tells cheaply whether a page may hold a table.
///
/// Prose has no gaps as wide as those between columns; signatures, letter heads and forms have one
/// on some lines. A page with two such gaps on at least three lines is worth a closer look, and one
/// that follows a page with a table where any line has a gap.
public enum TableHint {
  /// The fewest lines with three columns.
  public static let fewestLines = 3

  /// Whether the lines may be those of a table.
  public static func isLikely(_ document: Document, _ lines: Range<Int>, followsTable: Bool) -> Bool
  {
    var found = 0
    for line in document.lines[lines] {
      let gaps = document.bytes[line.range.bounds].count { byte in byte == 0x09 }
      if followsTable, gaps > 0 { return true }
      if gaps > 1 { found += 1 }
      if found >= fewestLines { return true }
    }
    return false
  }
}
