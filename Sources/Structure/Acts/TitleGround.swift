import PageModel

/// What the titles of a whole document are told by, made once for all of its sessions.
struct TitleGround {
  /// The places at which someone begins to report.
  let reports: Set<Int>
  /// The places of themes, and of what else stands beside a title.
  let themes: Set<Int>
  let asides: Set<Int>
  /// The statements that begin on each line of the document.
  let statements: [Int: [Statement]]
  /// The width of a text without boxes, in bytes: that of its long lines; without bound where
  /// paragraphs are not broken into lines.
  let textWidth: Int

  init(_ document: Document, _ lines: [SeenLine], _ speech: Speech) {
    reports = Set((speech.cues[.report] ?? []).map(\.place))
    themes = Set((speech.cues[.rubric] ?? []).map(\.place))
    asides = Set((speech.cues[.aside] ?? []).map(\.place)).union(reports)
    statements = Dictionary(grouping: speech.statements) { lines[$0.places.lowerBound].line }
    textWidth = Self.textWidth(of: document)
  }

  /// The width of a text without boxes, in bytes.
  static func textWidth(of document: Document) -> Int {
    let widths = document.lines.map(\.range.bounds.count).filter { $0 > 0 && $0 <= 200 }.sorted()
    let most = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
    let full = widths.count { $0 * 20 > most * 17 && $0 * 20 < most * 23 }
    return full * 5 > widths.count ? most : Int.max
  }
}
