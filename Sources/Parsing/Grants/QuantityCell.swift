import Lexing
import PageModel

/// The number that opens a quantity or description cell.
///
/// "780 Accueils" → 780, "10 706" → 10706, "1FAL" → 1; "Prise en charge de 3 …" and "2,38 ETP" give
/// none.
struct QuantityCell: Hashable, Sendable {
  /// The number; absent where the cell opens with a word.
  var number: Int?
  /// Whether a figure was misread as a letter: "a2", "4O".
  var isDoubtful = false

  /// Reads a folded cell.
  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    while at < bytes.endIndex, ASCII.isSpace(bytes[at]) { at += 1 }
    var end = at
    while end < bytes.endIndex, !ASCII.isSpace(bytes[end]) { end += 1 }
    let word = bytes[at..<end]
    let digits = word.prefix(while: ASCII.isDigit)
    let letters = word.count(where: ASCII.isLetter)
    guard !digits.isEmpty, digits.count <= 7 else {
      if bytes.count == 1, let letter = word.first, Self.isMisread(letter) {
        isDoubtful = true
        return
      }
      isDoubtful = word.contains(where: ASCII.isDigit) && word.count <= 6 && letters <= 2
      return
    }
    let rest = word.dropFirst(digits.count)
    if let mark = rest.first, !ASCII.isLetter(mark), rest.dropFirst().contains(where: ASCII.isDigit)
    {
      return
    }
    if rest.first == 0x25 { return }
    isDoubtful = !rest.isEmpty && rest.count <= 2 && rest.allSatisfy(Self.isMisread)
    if rest.contains(where: ASCII.isDigit) { isDoubtful = true }
    guard !isDoubtful else { return }
    var value = ASCII.number(digits)
    if rest.isEmpty, digits.count <= 3, digits.first != 0x30 { Self.join(bytes, end, &value) }
    number = value
  }

  /// Whether a letter is one that is often printed for a figure.
  private static func isMisread(_ letter: UInt8) -> Bool {
    Confusions.figure(ofLetter: letter, atLeast: .often) != nil
  }

  /// Joins the groups of three digits that follow.
  private static func join(_ bytes: ArraySlice<UInt8>, _ start: Int, _ value: inout Int) {
    var at = start
    while at + 3 < bytes.endIndex, ASCII.isSpace(bytes[at]) {
      let group = bytes[(at + 1)...].prefix(while: ASCII.isDigit)
      guard group.count == 3, value < 1_000_000 else { return }
      let end = at + 4
      if end < bytes.endIndex, !ASCII.isSpace(bytes[end]) { return }
      value = value * 1000 + ASCII.number(group)
      at = end
    }
  }
}
