import Lexing
import PageModel

/// An acronym with one character for all that OCR confuses with it, so that two prints of one
/// acronym are equal: "31D", "310" and "3JD" are as `3ID`, "4A)" and "AA)" as `4AJ`.
///
/// A run of strokes counts as one: "MIJEP" is as `MJEP`.
struct AcronymShape: Hashable {
  private let bytes: [UInt8]

  /// The shape of a word; nothing where the word cannot be an acronym.
  init?(_ word: Substring) {
    var shape: [UInt8] = []
    for character in word.utf8 {
      guard let stand = Self.stand(for: character) else { return nil }
      if stand == Self.stroke, shape.last == Self.stroke { continue }
      shape.append(stand)
    }
    guard shape.count > 1, (2...8).contains(word.utf8.count) else { return nil }
    bytes = shape
  }

  /// The shape with its strokes lost: "3D" is so as `3ID`.
  var withoutStrokes: [UInt8] { bytes.filter { $0 != Self.stroke } }

  private static let stroke = UInt8(ascii: "1")

  /// The figure or letter that stands for a character; nothing for those that no acronym is read as.
  private static func stand(for byte: UInt8) -> UInt8? {
    if ASCII.isLetter(byte), byte != UInt8(ascii: "l") { return nil }
    if let figure = Confusions.figure(for: byte, atLeast: .seldom) { return figure }
    return ASCII.isLetter(byte | 0x20) || ASCII.isDigit(byte) ? byte : nil
  }
}

/// The words of a name that may be acronyms.
enum Acronyms {
  /// The places of the words of capitals and figures, without the brackets around them.
  ///
  /// A ")" that closes nothing belongs to its word: it may be a J.
  static func places(in name: String) -> [Range<String.Index>] {
    var places: [Range<String.Index>] = []
    var depth = 0
    for word in name.split(separator: " ") {
      var core = word
      while let first = core.first, "(\"'«".contains(first) {
        if first == "(" { depth += 1 }
        core = core.dropFirst()
      }
      while let last = core.last, ",;:.\"'»".contains(last) || (last == ")" && depth > 0) {
        if last == ")" { depth -= 1 }
        core = core.dropLast()
      }
      depth += core.count { $0 == "(" }
      if AcronymShape(core) != nil { places.append(core.startIndex..<core.endIndex) }
    }
    return places
  }

  /// The acronym that a name itself spells out before the bracket that holds it, as its initials
  /// give it: "Foyer des Jeunes et d'Education Populaire (FIEP" → `FJEP`.
  static func spelledOut(in name: String) -> (place: Range<String.Index>, initials: String)? {
    guard let bracket = name.lastIndex(of: "(") else { return nil }
    let rest = name[name.index(after: bracket)...]
    let printed = rest.prefix { $0 != ")" && $0 != " " }
    let words = name[..<bracket].split { !$0.isLetter }
    let capitals = words.compactMap { word in word.first.flatMap { $0.isUppercase ? $0 : nil } }
    let initials = FoldedText(String(capitals)).string.uppercased()
    guard initials.count >= 3, initials.count == capitals.count,
      let shape = AcronymShape(printed), shape == AcronymShape(initials[...])
    else { return nil }
    return (printed.startIndex..<printed.endIndex, initials)
  }
}
