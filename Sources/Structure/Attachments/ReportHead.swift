import DeliberationModel
import PageModel

/// The title of the report of the President: "RAPPORT N°36".
struct ReportHead {
  /// The line at which the report begins, the name of the authority above the title included.
  var start: Int
  /// The line of the title.
  var line: Int

  /// The first such title among some lines.
  static func find(
    in lines: Range<Int>,
    of document: Document,
    labels: LabelMatcher
  ) -> ReportHead? {
    for line in lines {
      let bytes = document.bytes[document.lines[line].range.bounds]
      guard bytes.count <= 60, HeadLine.begins(bytes, 0x52, "a"), isTitle(bytes, labels) else {
        continue
      }
      let start = HeadLine.opening(
        above: line,
        from: lines.lowerBound,
        of: document,
        labels: labels
      )
      return ReportHead(start: start, line: line)
    }
    return nil
  }

  private static func isTitle(_ bytes: ArraySlice<UInt8>, _ labels: LabelMatcher) -> Bool {
    let folded = FoldedText(bytes)
    guard let match = labels.match(folded, among: LabelSet([.report])) else { return false }
    let rest = folded.bytes.count - match.end
    if let number = HeadLine.number(in: folded.bytes, from: match.end) {
      return folded.bytes.count - number.end <= 3
    }
    // Without a number only a line in capitals that says whose report it is.
    let isInCapitals = !bytes.contains { byte in byte &- 0x61 < 26 }
    return isInCapitals && rest <= 2 && match.end > 12
  }
}
