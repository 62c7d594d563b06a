import DeliberationModel
import PageModel

/// Reads the title of an attachment as printed.
struct AttachmentTitle {
  private let document: Document

  init(_ document: Document) {
    self.document = document
  }

  /// What follows the number in the head, or else the paragraph below it.
  func ofAnnex(_ head: AnnexHead, except running: Set<Int>) -> Printed<String>? {
    guard document.bytes[head.title].contains(where: isLetter) else {
      return paragraph(from: head.line + 1, except: running)
    }
    var passage = Passage()
    passage.append(head.title, line: head.line, of: document)
    extend(&passage, after: head.line, except: running)
    return printed(passage)
  }

  /// The paragraph that begins at a line or below it, lines without letters aside.
  func paragraph(from line: Int, except running: Set<Int>) -> Printed<String>? {
    var first = line
    while first < document.lines.count, first - line < 6 {
      let bytes = document.bytes[document.lines[first].range.bounds]
      if !running.contains(first), bytes.contains(where: isLetter) { break }
      first += 1
    }
    guard first < document.lines.count else { return nil }
    var passage = Passage([first], of: document)
    extend(&passage, after: first, except: running)
    return printed(passage)
  }

  /// The object of a convention, or else the line of its title.
  func ofContract(_ head: ContractHead) -> Printed<String>? {
    var passage = Passage()
    let bounds = document.lines[head.titleLine].range.bounds
    var start = bounds.lowerBound
    if head.titleIsObject, let colon = document.bytes[bounds].firstIndex(of: 0x3A) {
      start = colon + 1
    }
    passage.append(start..<bounds.upperBound, line: head.titleLine, of: document)
    if head.titleIsObject { extend(&passage, after: head.titleLine, except: []) }
    return printed(passage)
  }

  /// The paragraph below the date of the session, or else the line of the report's number.
  func ofReport(_ head: ReportHead, labels: LabelMatcher) -> Printed<String>? {
    for line in (head.line..<document.lines.count).prefix(15) {
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      let match = labels.match(folded, among: LabelSet([.sessionDate]))
      // "de la Commission permanente du Conseil départemental" has no date.
      guard let match, DateScanner.first(in: folded, from: match.end) != nil else { continue }
      return paragraph(from: line + 1, except: [])
    }
    return printed(Passage([head.line], of: document))
  }

  /// Adds the lines that go on a paragraph, up to three.
  private func extend(_ passage: inout Passage, after line: Int, except running: Set<Int>) {
    for next in (line + 1)..<min(line + 4, document.lines.count) {
      let text = document.lines[next]
      guard !text.opensParagraph, text.page == document.lines[line].page else { return }
      guard !running.contains(next) else { return }
      passage.append(text.range.bounds, line: next, of: document)
    }
  }

  private func printed(_ passage: Passage) -> Printed<String>? {
    passage.isEmpty ? nil : Printed(passage.text, source: passage.location(in: document))
  }

  private func isLetter(_ byte: UInt8) -> Bool { ASCII.isLetter(byte | 0x20) }
}
