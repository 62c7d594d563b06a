public import PageModel

/// Tells cheaply whether a page may hold a table.
///
/// Prose has no gaps as wide as those between columns; signatures and letter heads have a few. A
/// page with such gaps on at least four lines is worth a closer look.
public enum TableHint {
  /// The fewest lines with a gap.
  public static let fewestLines = 4

  /// Whether the lines may be those of a table.
  public static func isLikely(_ document: Document, _ lines: Range<Int>) -> Bool {
    var found = 0
    for line in document.lines[lines]
    where document.bytes[line.range.bounds].contains(0x09) {
      found += 1
      if found >= fewestLines { return true }
    }
    return false
  }
}
