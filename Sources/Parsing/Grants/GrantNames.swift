import DeliberationModel
import PageModel

/// What OCR does to the names of beneficiaries, and what of it can be seen.
enum GrantNames {
  /// A printed name without the marks that are not its own: bars, a stray "(" before it, a full stop
  /// after it; elisions are mended, and a bar in a word of capitals is an I ("AFP2|" → `AFP2I`).
  static func name(_ printed: String, at source: SourceLocation) -> Printed<String> {
    let bytes = Array(printed.utf8)
    var start = 0
    var end = bytes.count
    while start < end, leading.contains(bytes[start]) || isStray(bytes[start], in: bytes) {
      start += 1
    }
    while end > start, trailing.contains(bytes[end - 1]) || isLoose(bytes[start..<end]) { end -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let value = withCapitals(FrenchMending.mended(text).value)
    return Printed(value, raw: value == printed ? nil : printed, source: source)
  }

  private static let leading = Array(" |[{.,;:".utf8)
  private static let trailing = Array(" [{,;:".utf8)
  private static let bar: UInt8 = 0x7C

  private static func isStray(_ first: UInt8, in bytes: [UInt8]) -> Bool {
    first == 0x28 && bytes.count(where: { $0 == 0x28 }) > bytes.count(where: { $0 == 0x29 })
  }

  /// A bar that stands alone, and a full stop that ends no abbreviation: "Arras." but not "A.F.C.I."
  /// or "St.".
  private static func isLoose(_ name: ArraySlice<UInt8>) -> Bool {
    guard let last = name.last, last == bar || last == 0x2E else { return false }
    let word = name.dropLast().suffix(while: { $0 != 0x20 })
    return last == bar ? word.isEmpty : word.count > 3 && !word.contains(0x2E)
  }

  private static func withCapitals(_ name: String) -> String {
    guard name.utf8.contains(bar) else { return name }
    return name.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "|" }
        ? String(word).replacing("|", with: "I") : String(word)
    }.joined(separator: " ")
  }

  // MARK: - Doubt

  /// Whether a name shows that letters or words of it are lost or misread.
  static func isDoubtful(_ printed: Printed<String>) -> Bool {
    let raw = printed.raw ?? printed.value
    if raw.utf8.contains(where: { $0 == bar || $0 == 0x5B }) { return true }
    let name = Array(printed.value.utf8)
    guard name.count(where: { $0 == 0x28 }) == name.count(where: { $0 == 0x29 }) else {
      return true
    }
    if name.count <= 4, name.contains(where: ASCII.isDigit) { return true }
    let words = name.split(separator: 0x20)
    guard let first = words.first, let last = words.last else { return true }
    if connectives.contains(FoldedText(last).key) { return true }
    if isSmall(first), connectives.contains(FoldedText(first).key) { return true }
    return isMixed(first)
      || words.dropFirst().contains { word in
        isSmall(word) && word.count <= 3
          && !smallWords.contains(String(decoding: word, as: UTF8.self))
      }
  }

  private static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    word.first.map(ASCII.isLetter) ?? false
  }

  /// "1D", "31D": a figure among few capitals may be a letter.
  private static func isMixed(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 3 && word.contains(where: ASCII.isDigit)
      && word.contains { ASCII.isLetter($0 | 0x20) }
  }

  private static let smallWords: Set<String> = [
    "de", "du", "des", "la", "le", "les", "et", "en", "a", "à", "au", "aux", "sur", "par", "ou",
    "y", "un", "une", "lès", "lez", "fil", "st", "qui", "eau", "vie", "air", "sud",
  ]

  /// Words that end no name, and begin none.
  static let connectives: Set<String> = [
    "de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "a", "au", "aux", "pour", "sur",
  ]
}

extension ArraySlice<UInt8> {
  /// The longest tail whose bytes all pass a test.
  fileprivate func suffix(while test: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, test(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
