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
  /// Whether the line is one of a list of annexes, and so no head.
  var isListed = false

  /// The heads among some lines, those of page tops that repeat from page to page included.
  ///
  /// A head stands at the top of its page or opens a paragraph.
  static func find(
    in lines: Range<Int>,
    of document: Document,
    labels: LabelMatcher
  ) -> [AnnexHead] {
    var heads = lines.compactMap { line in read(line, of: document, labels: labels) }
    // "ANNEXE 1 : Obligations …" above "ANNEXE 2 : Intitulé …" is an article that lists annexes.
    for index in heads.indices.dropFirst()
    where heads[index].line - heads[index - 1].line <= 2
      && heads[index].number == heads[index - 1].number + 1
      && document.lines[heads[index].line].page == document.lines[heads[index - 1].line].page
    {
      heads[index - 1].isListed = true
      heads[index].isListed = true
    }
    return heads
  }

  private static func read(
    _ line: Int,
    of document: Document,
    labels: LabelMatcher
  ) -> AnnexHead? {
    let bounds = document.lines[line].range.bounds
    let bytes = document.bytes[bounds]
    guard HeadLine.firstByte(bytes) == 0x41, bytes.count <= 240 else { return nil }
    guard document.lines[line].opensParagraph || HeadLine.isAtPageTop(line, of: document) else {
      return listed(line, of: document, labels: labels)
    }
    return parse(line, of: document, labels: labels)
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
    HeadLine.skipSpaces(folded.bytes, &at)
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
      title: Int(folded.offsets[at])..<bounds.upperBound
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
