import DeliberationModel
import PageModel

/// The head of an annex: "Annexe 2", "Annexe 3: APPEL A PROJETS …", "Annexe N°4".
struct AnnexHead {
  /// The line.
  var line: Int
  /// The printed number.
  var number: Int
  /// The part of the document's bytes after the number; empty where nothing stands there.
  var title: Range<Int>
  /// Whether the line is at the top of its page.
  var isAtTop = false
  /// Whether the line is one of a list of annexes, and so no head.
  var isListed = false
  /// Whether the lines above speak of annexes, as an article of a convention does that lists them.
  var followsMention = false

  /// The heads among some lines, those of page tops that repeat from page to page included.
  ///
  /// A head stands at the top of its page or opens a paragraph.
  static func find(
    in lines: Range<Int>,
    of document: Document,
    labels: LabelMatcher
  ) -> [AnnexHead] {
    var heads: [AnnexHead] = []
    for line in lines {
      let isFirst = line == lines.lowerBound
      guard var head = read(line, isFirst: isFirst, of: document, labels: labels) else { continue }
      // Below the head of a page stand the heads of what the attachment itself holds.
      if let last = heads.last, document.pages.count > 1, last.isAtTop, last.title.isEmpty,
        document.lines[last.line].page == document.lines[line].page
      {
        continue
      }
      head.followsMention = !head.title.isEmpty && !head.isAtTop && mentions(line, of: document)
      heads.append(head)
    }
    markLists(in: &heads)
    return heads
  }

  /// "ANNEXE 1 : Obligations …" above "ANNEXE 2 : Intitulé …" is an article that lists annexes.
  private static func markLists(in heads: inout [AnnexHead]) {
    for index in heads.indices.dropFirst() {
      let (above, here) = (heads[index - 1], heads[index])
      guard here.line - above.line <= 2, here.number == above.number + 1 else { continue }
      guard !above.title.isEmpty, !here.title.isEmpty else { continue }
      heads[index - 1].isListed = true
      heads[index].isListed = true
    }
  }

  private static func mentions(_ line: Int, of document: Document) -> Bool {
    document.lines[..<line].suffix(3).contains { above in
      FoldedText(document.bytes[above.range.bounds]).contains("annexe")
    }
  }

  private static func read(
    _ line: Int,
    isFirst: Bool,
    of document: Document,
    labels: LabelMatcher
  ) -> AnnexHead? {
    let bounds = document.lines[line].range.bounds
    let bytes = document.bytes[bounds]
    guard bytes.count <= 240 else { return nil }
    let isAtTop = HeadLine.isAtPageTop(line, of: document)
    // Dirt before a page head ("-Annexe 1") is no bullet of a list.
    let word = isAtTop ? bytes.drop { byte in !ASCII.isLetter(byte | 0x20) } : bytes
    guard HeadLine.begins(word, 0x41, "nm") else { return nil }
    guard document.lines[line].opensParagraph || isAtTop || isFirst else {
      return listed(line, of: document, labels: labels)
    }
    var head = parse(line, of: document, labels: labels)
    head?.isAtTop = isAtTop && document.pages.count > 1
    return head
  }

  /// A line below another head can only go on a list.
  private static func listed(
    _ line: Int,
    of document: Document,
    labels: LabelMatcher
  ) -> AnnexHead? {
    guard line > 0, var head = parse(line, of: document, labels: labels) else { return nil }
    head.isListed = true
    return head
  }

  private static func parse(
    _ line: Int,
    of document: Document,
    labels: LabelMatcher
  ) -> AnnexHead? {
    let bounds = document.lines[line].range.bounds
    let folded = FoldedText(document.bytes[bounds])
    guard let match = labels.match(folded, among: LabelSet([.annex])) else { return nil }
    guard let number = HeadLine.number(in: folded.bytes, from: match.end) else { return nil }
    var at = number.end
    ASCII.skipSpaces(folded.bytes, &at)
    guard at < folded.bytes.count else {
      return AnnexHead(
        line: line,
        number: number.value,
        title: bounds.upperBound..<bounds.upperBound
      )
    }
    guard opensTitle(folded.bytes[at...]) else { return nil }
    let marks: Set<UInt8> = [0x3A, 0x2D, 0x2E, 0x2F, 0x29, 0x20, 0x09]
    while at < folded.bytes.count, marks.contains(folded.bytes[at]) { at += 1 }
    return AnnexHead(
      line: line,
      number: number.value,
      title: folded.offsets[at]..<bounds.upperBound
    )
  }

  /// Whether what follows the number goes on as a head does, not as a sentence.
  private static func opensTitle(_ rest: ArraySlice<UInt8>) -> Bool {
    let next = rest.dropFirst().first ?? 0x20
    switch rest.first {
    case 0x3A, 0x2D, 0x2F, 0x29: return true
    case 0x2E: return !ASCII.isDigit(next)
    default:
      return ["a la deliberation", "de la deliberation", "au rapport", "du rapport"]
        .contains { phrase in rest.starts(with: phrase.utf8) } && rest.count <= 60
    }
  }
}
