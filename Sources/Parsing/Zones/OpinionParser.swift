import DeliberationModel
import PageModel

/// Reads what the commissions think of a report.
///
/// "La 2ème Commission - Solidarités Humaines a émis un avis favorable sur ce rapport lors de sa
/// réunion du 04/05/2023."
struct OpinionParser {
  let document: Document

  /// The opinions that some lines state, in order.
  func opinions(_ lines: [Int]) -> [Opinion] {
    lines.indices.compactMap { place in opinion(at: place, in: lines) }
  }

  private static let verbs: [StaticString] = ["a emis un avis", "ont emis un avis"]

  /// The opinion whose sentence begins on a line: the verb stands there or on the line below.
  private func opinion(at place: Int, in lines: [Int]) -> Opinion? {
    guard opens(lines[place]) else { return nil }
    var passage = Passage([lines[place]], of: document)
    var next = place + 1
    while next < lines.count, next - place < 5, !ends(passage), !opens(lines[next]) {
      passage.append(document.lines[lines[next]].range.bounds, line: lines[next], of: document)
      next += 1
    }
    let folded = FoldedText(passage.bytes[...])
    guard let verb = Self.verbs.lazy.compactMap({ folded.firstIndex(of: $0) }).first else {
      return nil
    }
    // OCR prints the end of a sentence above its beginning where the line's baseline slips.
    if !ends(passage), place > 0, isTail(lines[place - 1]) {
      let tail = document.lines[lines[place - 1]].range.bounds
      passage.append(tail, line: lines[place - 1], of: document)
    }
    let mended = FrenchMending.mended(passage.text)
    let body = passage.text(0..<folded.offsets[verb]).trimmingSpaces()
    return Opinion(
      text: Printed(mended.value, raw: mended.raw, source: passage.location(in: document)),
      body: FrenchMending.mended(withoutArticle(body)).value,
      date: DateScanner.first(in: FoldedText(passage.bytes[...]))?.date
    )
  }

  private func withoutArticle(_ body: String) -> String {
    for article in ["La ", "Le ", "Les ", "L'", "L’"] where body.hasPrefix(article) {
      return String(body.dropFirst(article.count))
    }
    return body
  }

  /// Whether a line begins as the sentence does: "La 2ème Commission …".
  private func opens(_ line: Int) -> Bool {
    let bytes = document.bytes[document.lines[line].range.bounds]
    guard bytes.first == 0x4C, bytes.count <= 400 else { return false }
    let folded = FoldedText(bytes)
    return folded.contains("commission") || folded.contains("comite")
      || folded.contains("emis un avis")
  }

  private func ends(_ passage: Passage) -> Bool { passage.bytes.last == 0x2E }

  /// Whether a line is the lower-case end of a sentence that no line above it begins.
  private func isTail(_ line: Int) -> Bool {
    let bytes = document.bytes[document.lines[line].range.bounds]
    guard let first = bytes.first, ASCII.isLetter(first), bytes.last == 0x2E else { return false }
    return document.lines[line].opensParagraph
  }
}
