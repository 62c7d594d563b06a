import PageModel

/// The number and the title of a theme or an operation as a grant table or an annex prints them.
///
/// "Opération complémentaire 2 : titre" → `complémentaire 2`; "Thématique 1 : …" and
/// "1. Accompagnement …" → `1`.
struct GrantHeading: Hashable, Sendable {
  /// The number as the output gives it.
  var number: String
  /// The folded text from the heading's first letter to the mark after its number.
  var range: Range<Int>

  /// The operation that begins at an index of a folded text.
  static func operation(in bytes: [UInt8], at start: Int) -> GrantHeading? {
    guard var at = wordEnd(operationWord, in: bytes, at: start) else { return nil }
    ASCII.skipSpaces(bytes, &at)
    let isComplementary = matches(complementaryWord, bytes, at)
    if isComplementary {
      at += complementaryWord.count
      if at < bytes.count, bytes[at] == 0x73 { at += 1 }
    }
    guard let number = number(bytes, &at) else { return nil }
    return GrantHeading(
      number: isComplementary ? "complémentaire \(number)" : number,
      range: start..<at
    )
  }

  /// The theme that begins at an index of a folded text with the word "Thématique".
  static func theme(in bytes: [UInt8], at start: Int) -> GrantHeading? {
    guard var at = wordEnd(themeWord, in: bytes, at: start) else { return nil }
    guard let number = number(bytes, &at) else { return nil }
    return GrantHeading(number: number, range: start..<at)
  }

  /// The theme that a title above a table announces.
  ///
  /// The word may be missing: "3. Accès au logement".
  static func themeTitle(in bytes: [UInt8]) -> GrantHeading? {
    if let theme = theme(in: bytes, at: 0) { return theme }
    var at = 0
    while at < bytes.count, at < 2, ASCII.isDigit(bytes[at]) { at += 1 }
    let digits = at
    guard digits > 0, at + 2 < bytes.count, bytes[at] == 0x2E || bytes[at] == 0x29 else {
      return nil
    }
    at += 1
    ASCII.skipSpaces(bytes, &at)
    guard at + 3 < bytes.count, ASCII.isLetter(bytes[at]) else { return nil }
    let number = String(decoding: bytes[..<digits], as: UTF8.self)
    return GrantHeading(number: number, range: 0..<at)
  }

  /// What stands behind the heading in the text that it was found in.
  func title(in text: String) -> String {
    let folded = FoldedText(text)
    let bytes = Array(text.utf8)
    let start = folded.offsets[min(range.upperBound, folded.bytes.count)]
    return String(decoding: bytes[min(start, bytes.count)...], as: UTF8.self).trimmingSpaces()
  }

  private static let operationWord = Array("operation".utf8)
  private static let complementaryWord = Array("complementaire".utf8)
  private static let themeWord = Array("thematique".utf8)

  /// The index after a word that stands at an index; one of its letters may be misread.
  private static func wordEnd(_ word: [UInt8], in bytes: [UInt8], at start: Int) -> Int? {
    guard start + word.count < bytes.count else { return nil }
    guard bytes[start] == word[0] || bytes[start + 1] == word[1] else { return nil }
    var different = 0
    for index in word.indices where bytes[start + index] != word[index] {
      different += 1
      if different > 1 { return nil }
    }
    return start + word.count
  }

  private static func matches(_ word: [UInt8], _ bytes: [UInt8], _ at: Int) -> Bool {
    at + word.count <= bytes.count && bytes[at..<(at + word.count)].elementsEqual(word)
  }

  /// "4", "n° 4", "1 bis", "1.bis"; the marks after it are passed over.
  private static func number(_ bytes: [UInt8], _ at: inout Int) -> String? {
    ASCII.skipSpaces(bytes, &at)
    if matches([0x6E, 0x6F], bytes, at) {
      at += 2
      ASCII.skipSpaces(bytes, &at)
    }
    let start = at
    while at < bytes.count, at - start < 2, ASCII.isDigit(bytes[at]) { at += 1 }
    guard at > start, at == bytes.count || !ASCII.isDigit(bytes[at]) else { return nil }
    var number = String(decoding: bytes[start..<at], as: UTF8.self)
    var next = at
    while next < bytes.count, next - at < 2, ASCII.isSpace(bytes[next]) || bytes[next] == 0x2E {
      next += 1
    }
    for word in ["bis", "ter"] where matches(Array(word.utf8), bytes, next) {
      guard next + 3 == bytes.count || !ASCII.isLetter(bytes[next + 3]) else { continue }
      number += " " + word
      at = next + 3
    }
    while at < bytes.count, ASCII.isSpace(bytes[at]) || [0x3A, 0x2E, 0x3B].contains(bytes[at]) {
      at += 1
    }
    if at < bytes.count, bytes[at] == 0x2D {
      at += 1
      ASCII.skipSpaces(bytes, &at)
    }
    return number
  }
}
