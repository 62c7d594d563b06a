import DeliberationModel
import PageModel

/// Parts operative text without article headings into its clauses.
///
/// A dash, a bullet, or a number that counts up opens a clause; the items of a list that a clause
/// announces with a colon ("d'attribuer les subventions suivantes :") belong to it.
struct ClauseList {
  struct Clause {
    var parts: [Section.Part]
    var numberIsPrinted = false
  }

  /// The clauses, in printed order.
  private(set) var clauses: [Clause] = []

  private let document: Document
  /// Whether the last clause announces a list.
  private var isOpen = false

  /// Reads the text below words of enactment, or the one clause that a verb opens.
  init(_ section: Section, _ label: Label, of document: Document) {
    self.document = document
    var parts = section.parts.filter { !$0.bounds.isEmpty }
    if label != .operative, let first = parts.first, first.line == section.line,
      isManner(first)
    {
      parts.removeFirst()
    }
    for part in parts { append(part, opensWithVerb: label == .operative) }
  }

  /// Whether what stands behind "DÉCIDE" says how: "à l'unanimité :", "par 25 voix pour :".
  private func isManner(_ part: Section.Part) -> Bool {
    let text = FoldedText(document.bytes[part.bounds]).string.drop { ", :".contains($0) }
    if text.isEmpty { return true }
    // "Il est proposé au Conseil de :"
    let words = String(text).trimmingEnd([":", ","])
    if ["de", "de bien vouloir", "que", "d'", "ce qui suit"].contains(words) { return true }
    let manners = ["a l'unanimite", "a la majorite", "par "]
    return text.utf8.count <= 90 && manners.contains { text.hasPrefix($0) }
      && !text.contains(" d'") && !text.contains(" de ")
  }

  private mutating func append(_ part: Section.Part, opensWithVerb: Bool) {
    let folded = FoldedText(document.bytes[part.bounds])
    let mark = mark(folded, countsUp: !(clauses.isEmpty && opensWithVerb))
    if clauses.isEmpty || (mark != nil && !isOpen) {
      var clause = part
      if let mark {
        clause.bounds = folded.offsets[mark.end]..<part.bounds.upperBound
      }
      clauses.append(Clause(parts: [clause], numberIsPrinted: mark?.isNumber ?? false))
      isOpen = clause.bounds.isEmpty ? false : announces(folded) && (opensWithVerb || mark == nil)
    } else {
      clauses[clauses.count - 1].parts.append(part)
      if mark == nil, !isOpen { isOpen = announces(folded) && opensWithVerb }
    }
  }

  private func announces(_ folded: FoldedText) -> Bool {
    folded.bytes.last { !ASCII.isSpace($0) } == 0x3A
  }

  /// What opens a clause at the head of a line, and the index of its text.
  ///
  /// A verb that is a section of its own can have any number: the clauses before it are not here.
  private func mark(_ folded: FoldedText, countsUp: Bool) -> (isNumber: Bool, end: Int)? {
    let bytes = folded.bytes
    guard let first = bytes.first else { return nil }
    var at = 0
    var isNumber = false
    if [0x2D, 0x2A, FoldedText.other].contains(first), bytes.count > 1 {
      at = 1
    } else if ASCII.isDigit(first) {
      guard let end = number(bytes, countsUp: countsUp) else { return nil }
      at = end
      isNumber = countsUp || bytes[0] == 0x31
    } else {
      return nil
    }
    while at < bytes.count, ASCII.isSpace(bytes[at]) { at += 1 }
    return (isNumber, min(at, bytes.count - 1))
  }

  /// The index after "1° - ", "2)", "3." where that is the number of the next clause.
  private func number(_ bytes: [UInt8], countsUp: Bool) -> Int? {
    guard clauses.allSatisfy(\.numberIsPrinted) else { return nil }
    var at = 0
    let value = ASCII.number(bytes, &at, digits: 1...3) ?? 0
    guard value == clauses.count + 1 || !countsUp else { return nil }
    let first = at
    let marks: Set<UInt8> = [0x6F, 0x29, 0x2E, 0x2D, 0x2F, 0x3A, 0x20, 0x09]
    while at < bytes.count, marks.contains(bytes[at]), !(at > first && bytes[at] == 0x6F) {
      at += 1
    }
    let hasMark = bytes[first..<at].contains { !ASCII.isSpace($0) }
    return hasMark && at < bytes.count && !ASCII.isDigit(bytes[at]) ? at : nil
  }
}
