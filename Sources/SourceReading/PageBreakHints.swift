import PageModel

/// Lines that may open a page of a text without form feeds.
///
/// Some extractors leave a line that starts with one space where a page began. The hint is weak: it
/// counts only where the line before is a page number, or where lines with the hint repeat as page
/// heads do ("Annexe 2" on each page of an annex).
struct PageBreakHints {
  private var candidates: [Int] = []

  /// Notes the line with an index as one that starts with a single space.
  mutating func add(_ line: Int) {
    candidates.append(line)
  }

  /// Numbers the pages of a document by the hints that count.
  func apply(to document: inout Document) {
    var heads: [String: Int] = [:]
    for line in candidates { heads[head(line, of: document), default: 0] += 1 }
    var page: Int32 = 1
    var next = 0
    for index in document.lines.indices {
      if next < candidates.count, candidates[next] == index {
        next += 1
        let repeats = heads[head(index, of: document), default: 0] > 1
        let follows = index > 0 && isPageNumber(document.lines[index - 1], of: document)
        if index > 0, repeats || follows {
          page += 1
          document.lines[index].opensParagraph = true
        }
      }
      document.lines[index].page = page
    }
  }

  /// The line with its digits masked, so that "Annexe 2" and "Annexe 3" are one head.
  private func head(_ line: Int, of document: Document) -> String {
    let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
    guard folded.bytes.count <= 60 else { return "\(line)" }
    return String(decoding: folded.bytes.map { ASCII.isDigit($0) ? 0x23 : $0 }, as: UTF8.self)
  }

  private func isPageNumber(_ line: TextLine, of document: Document) -> Bool {
    let bytes = document.bytes[line.range.bounds]
    return bytes.count <= 4 && bytes.allSatisfy(ASCII.isDigit)
  }
}
