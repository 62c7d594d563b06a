import DeliberationModel
import PageModel

/// What the heads of attachments have in common: where they stand, and the number in them.
enum HeadLine {
  /// Whether a line is one of the first three of its page.
  static func isAtPageTop(_ index: Int, of document: Document) -> Bool {
    index < 3 || document.lines[index - 3].page != document.lines[index].page
  }

  /// The first byte of a line that is not white space.
  static func firstByte(_ line: ArraySlice<UInt8>) -> UInt8 {
    line.first { byte in byte > 0x20 } ?? 0
  }

  /// Whether a line begins with a capital and, in either case, one of some letters: a test that is
  /// cheaper than folding the line.
  @inline(__always)
  static func begins(_ line: ArraySlice<UInt8>, _ capital: UInt8, _ next: StaticString) -> Bool {
    guard line.count > 1, line[line.startIndex] == capital else { return false }
    let second = line[line.startIndex + 1] | 0x20
    return next.withUTF8Buffer { letters in unsafe letters.contains(second) }
  }

  /// The number of one or two digits after "n°" or nothing, and the index after it.
  static func number(in bytes: [UInt8], from start: Int) -> (value: Int, end: Int)? {
    var at = start
    ASCII.skipSpaces(bytes, &at)
    if at < bytes.count, bytes[at] == 0x6E {
      at += 1
      // "°" is folded to "o"; OCR prints "®", "*" or "." for it.
      while at < bytes.count, [0x6F, 0x2A, 0x2E, FoldedText.other].contains(bytes[at]) { at += 1 }
      ASCII.skipSpaces(bytes, &at)
    }
    guard let value = ASCII.number(bytes, &at, digits: 1...3), value > 0 else { return nil }
    return at < bytes.count && ASCII.isLetter(bytes[at]) ? nil : (value, at)
  }

  /// The line at which a document begins whose title stands on a line: the first line of its page,
  /// or the highest of the short lines above that names a service ("Pôle Solidarités").
  static func opening(
    above line: Int,
    from floor: Int,
    of document: Document,
    labels: LabelMatcher
  ) -> Int {
    var start = line
    var at = line
    let hasPages = document.pages.count > 1
    while at > floor, line - at < reach {
      let above = document.lines[at - 1]
      if hasPages, above.page != document.lines[line].page { return at }
      let bytes = document.bytes[above.range.bounds]
      guard bytes.count <= 90 else { break }
      at -= 1
      let folded = FoldedText(bytes)
      if labels.match(folded, among: LabelSet([.annex])) != nil { break }
      if labels.match(folded, among: LabelSet([.service])) != nil { start = at }
    }
    return start
  }

  /// How many lines a document may print above its title.
  static let reach = 15
}
