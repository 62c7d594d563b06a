import DeliberationModel
import PageModel

/// Reads the number of an act: "2013 / 1", "2024-03-12/07", "CP-2023-1104", "D2022_12_19_04".
struct ActNumber {
  /// The number as printed, without the spaces around its marks: `2013 / 1` → `2013/1`.
  let value: Printed<String>
  /// The offset in the passage of what follows the number.
  let end: Int

  /// Whether a number stands at an index of folded bytes, a colon and spaces before it aside.
  static func opens(_ bytes: [UInt8], at start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] == 0x3A || ASCII.isSpace(bytes[at]) { at += 1 }
    var letters = 0
    while at < bytes.count, ASCII.isLetter(bytes[at]), letters < 6 {
      letters += 1
      at += 1
    }
    guard at < bytes.count else { return false }
    if ASCII.isDigit(bytes[at]) { return letters <= 5 }
    // "C 23.191".
    if bytes[at] == 0x20, (1...3).contains(letters), at + 1 < bytes.count,
      ASCII.isDigit(bytes[at + 1])
    {
      let word = String(decoding: bytes[(at - letters)..<at], as: UTF8.self)
      return !["du", "de", "des", "le", "la", "les", "en", "au", "et", "no", "a", "ce"].contains(
        word
      )
    }
    guard letters > 0, letters <= 5, [0x2D, 0x5F, 0x2E, 0x2F].contains(bytes[at]) else {
      return false
    }
    return at + 1 < bytes.count && ASCII.isDigit(bytes[at + 1])
  }

  /// Reads the number at the head of a passage.
  ///
  /// A mark joins what stands on both sides of it; behind a space it does so before a digit only
  /// ("2024-12 - Vote du budget" ends before its title).
  init?(_ passage: Passage, of document: Document) {
    let bytes = passage.bytes
    var number: [UInt8] = []
    var at = 0
    var end = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x20 {
        at += 1
        continue
      }
      let isMark = Self.isMark(byte)
      guard byte < 0x80, isMark || Self.isWord(byte) else {
        if number.isEmpty {
          at += 1
          continue
        }
        break
      }
      let followsSpace = end > 0 && at > end
      if followsSpace, let last = number.last {
        if isMark {
          guard let next = bytes[(at + 1)...].first(where: { $0 != 0x20 }), ASCII.isDigit(next)
          else { break }
        } else if number.count <= 3, !number.contains(where: ASCII.isDigit), ASCII.isDigit(byte) {
          number.append(0x20)
        } else if !Self.isMark(last) {
          break
        } else if !ASCII.isDigit(byte) {
          break
        }
      }
      number.append(byte)
      at += 1
      end = at
    }
    while let last = number.last, Self.isMark(last) { number.removeLast() }
    guard number.contains(where: ASCII.isDigit) else { return nil }
    value = Printed(
      String(decoding: number, as: UTF8.self),
      source: passage.location(in: document)
    )
    self.end = end
  }

  private static func isMark(_ byte: UInt8) -> Bool { [0x2D, 0x2F, 0x5F, 0x2E].contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || ASCII.isLetter(byte | 0x20)
  }
}
