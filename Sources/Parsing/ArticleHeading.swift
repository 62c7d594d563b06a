import DeliberationModel
import PageModel

/// The number in an article's heading: `Article 1 :`, `Article 1er.-`, `Article 1  4   :`.
struct ArticleHeading {
  /// The article's number.
  let number: Int
  /// The index in the folded line of the first character after the heading.
  let end: Int

  init?(_ folded: FoldedText, after start: Int) {
    let bytes = folded.bytes
    var at = start
    var digits: [UInt8] = []
    Self.skip(bytes, &at, [0x20, 0x09, 0x2E])
    for (word, length) in [("premier", 7), ("unique", 6)]
    where bytes[at...].starts(with: Array(word.utf8)) {
      digits = [0x31]
      at += length
    }
    if bytes[at...].starts(with: Array("ler".utf8)) || bytes[at...].starts(with: Array("ier".utf8))
    {
      digits = [0x31]
      at += 3
    }
    var beforeSpace = at
    while at < bytes.count, digits.count < 3 {
      if ASCII.isDigit(bytes[at]) {
        digits.append(bytes[at])
        beforeSpace = at + 1
      } else if !ASCII.isSpace(bytes[at]) {
        break
      }
      at += 1
    }
    if digits == [0x31], bytes[at...].starts(with: Array("er".utf8)) {
      at += 2
      beforeSpace = at
    }
    guard !digits.isEmpty else { return nil }
    var end = at
    let marks: [UInt8] = [0x3A, 0x2E, 0x2D, 0x20, 0x09]
    Self.skip(bytes, &end, marks)
    let hasMark = bytes[min(at, bytes.count)..<end].contains { mark in !ASCII.isSpace(mark) }
    guard hasMark || end == bytes.count || beforeSpace == bytes.count else { return nil }
    number = ASCII.number(digits)
    self.end = end
  }

  private static func skip(_ bytes: [UInt8], _ at: inout Int, _ marks: [UInt8]) {
    while at < bytes.count, marks.contains(bytes[at]) { at += 1 }
  }
}
