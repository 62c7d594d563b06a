import DeliberationModel
import PageModel

/// Finds the lines that repeat from page to page: running heads, feet and page numbers.
///
/// A line counts when it stands among the first two or the last two of its page, and the same
/// text, digits aside, stands at the same end of at least three pages of one act (two in a file of
/// two pages) or of half of all pages, or when it is nothing but the page's number. What a recueil
/// repeats only from act to act is print: heads that stand where an act begins ("REUNION DU 14 AVRIL
/// 2025"), the first row of a table that goes on overleaf.
struct RunningLines {
  /// How many lines at each end of a page are looked at.
  static let depth = 2

  /// The indices of the lines found.
  let lines: Set<Int>

  init(_ document: Document, labels: LabelMatcher) {
    guard document.pages.count > 1 else {
      lines = []
      return
    }
    let openings = document.pages.filter { ActHeadings.opensAct($0, document, labels) }
    let pagesOfOpenings = Set(openings.map { Int32($0.number) })
    let opensAct = { (line: Int) in pagesOfOpenings.contains(document.lines[line].page) }
    var places: [String: [Int]] = [:]
    var found: Set<Int> = []
    for page in document.pages where !page.lines.isEmpty {
      for (line, isHead) in Self.edges(of: page.lines) {
        let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
        if Self.isPageNumber(folded) {
          found.insert(line)
        } else if opensAct(line), ActHeadings.isHeading(line, before: nil, of: document, labels) {
          continue
        } else if folded.bytes.count <= 160, !Self.opensPart(folded, labels) {
          let key = Self.masked(folded) + (isHead ? "^" : "$")
          places[key, default: []].append(line)
        }
      }
    }
    let floor = min(3, document.pages.count)
    for (key, repeated) in places where repeated.count >= floor {
      if key.hasSuffix("^"), repeated.allSatisfy(opensAct) { continue }
      if 2 * repeated.count >= document.pages.count {
        found.formUnion(repeated)
      } else {
        let ofActs = Dictionary(grouping: repeated) { line in
          Self.act(of: document.lines[line].page, amongActsOpenedBy: openings)
        }
        for repeated in ofActs.values where repeated.count >= floor { found.formUnion(repeated) }
      }
    }
    lines = found
  }

  /// How many acts begin up to a page.
  private static func act(of page: Int32, amongActsOpenedBy openings: [Page]) -> Int {
    var low = 0
    var high = openings.count
    while low < high {
      let middle = (low + high) / 2
      if openings[middle].number <= page { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func edges(of lines: Range<Int>) -> [(line: Int, isHead: Bool)] {
    let heads = lines.prefix(depth)
    let feet = lines.suffix(depth).filter { line in !heads.contains(line) }
    return heads.map { ($0, true) } + feet.map { ($0, false) }
  }

  private static func masked(_ folded: FoldedText) -> String {
    String(
      decoding: folded.bytes.map { byte in ASCII.isDigit(byte) ? 0x23 : byte },
      as: UTF8.self
    )
  }

  /// Whether a line is only a page's number: `12`, `- 3 -`, `Page 3`, `3/92`, `page 3 sur 92`.
  static func isPageNumber(_ folded: FoldedText) -> Bool {
    guard folded.bytes.count <= 20, folded.bytes.contains(where: ASCII.isDigit) else {
      return false
    }
    var letters: [UInt8] = []
    for byte in folded.bytes where ASCII.isLetter(byte) { letters.append(byte) }
    let digits = folded.bytes.count(where: ASCII.isDigit)
    let marks: Set<UInt8> = [0x20, 0x09, 0x2D, 0x2F, 0x2E]
    let isPlain = folded.bytes.allSatisfy { byte in
      ASCII.isDigit(byte) || ASCII.isLetter(byte) || marks.contains(byte)
    }
    guard isPlain, digits <= 8 else { return false }
    let words: [StaticString] = ["", "page", "p", "pagesur", "sur"]
    return words.contains { word in
      word.withUTF8Buffer { buffer in unsafe letters.elementsEqual(buffer) }
    } && (digits <= 4 || !letters.isEmpty || folded.bytes.contains(0x2F))
  }

  /// Lines that open a part of an act are print, however often a page begins with them ("Dans les
  /// conditions de vote ci-dessous :").
  private static func opensPart(_ folded: FoldedText, _ labels: LabelMatcher) -> Bool {
    labels.match(folded, among: partLabels) != nil
  }

  private static let partLabels = LabelSet([
    .deliberated, .decides, .article, .voteHeading, .yes, .no, .abstain, .votesAbsent, .adopted,
    .rejected, .withdrawn, .adjourned, .citation, .recital, .signature,
  ])
}
