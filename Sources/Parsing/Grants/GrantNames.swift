import DeliberationModel
import PageModel

/// What OCR does to the names of beneficiaries, and what of it can be seen.
enum GrantNames {
  /// A printed name without the marks that are not its own: bars, a stray "(" or "[" before it, a
  /// full stop after it; elisions are mended.
  static func name(_ printed: String, at source: SourceLocation) -> Printed<String> {
    var text = Substring(printed)
    while let first = text.first, " |[{.,;:".contains(first) || isStray(first, in: text) {
      text.removeFirst()
    }
    while let last = text.last, " [{,;:".contains(last) || isFullStop(last, of: text) || text.hasSuffix(" |")
    {
      text.removeLast()
    }
    let value = withCapitals(FrenchMending.mended(String(text)).value)
    return Printed(value, raw: value == printed ? nil : printed, source: source)
  }

  private static func isStray(_ first: Character, in text: Substring) -> Bool {
    first == "(" && text.count(where: { $0 == "(" }) > text.count(where: { $0 == ")" })
  }

  /// A full stop that ends no abbreviation: "Arras." but not "A.F.C.I." or "St.".
  private static func isFullStop(_ last: Character, of text: Substring) -> Bool {
    guard last == ".", let word = text.split(separator: " ").last else { return false }
    return !word.dropLast().contains(".") && word.count > 4
  }

  /// A bar inside a word of capitals is an I: "AFP2|" → `AFP2I`.
  private static func withCapitals(_ name: String) -> String {
    guard name.contains("|") else { return name }
    return name.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "|" }
        ? String(word).replacing("|", with: "I") : String(word)
    }.joined(separator: " ")
  }

  /// Whether a name shows that letters or words of it are lost or misread.
  static func isDoubtful(_ printed: Printed<String>) -> Bool {
    let name = printed.value
    let words = name.split(separator: " ")
    guard let first = words.first, let last = words.last else { return true }
    if first.first?.isLowercase ?? false, connectives.contains(FoldedText(String(first)).key) {
      return true
    }
    if connectives.contains(FoldedText(String(last)).key) { return true }
    if (printed.raw ?? name).contains(where: { $0 == "|" || $0 == "[" }) { return true }
    if name.count(where: { $0 == "(" }) != name.count(where: { $0 == ")" }) { return true }
    if name.count <= 4, name.contains(where: \.isNumber) { return true }
    return isMixed(first)
      || words.dropFirst().contains { word in
        word.first?.isLowercase ?? false && word.count <= 3 && !smallWords.contains(String(word))
      }
  }

  /// "1D", "31D": a figure among few capitals may be a letter.
  private static func isMixed(_ word: Substring) -> Bool {
    word.count <= 3 && word.contains(where: \.isNumber) && word.contains(where: \.isLetter)
  }

  private static let smallWords: Set<String> = [
    "de", "du", "des", "la", "le", "les", "et", "en", "a", "à", "au", "aux", "sur", "par", "ou",
    "y", "un", "une", "lès", "lez", "fil", "ST", "St", "st", "qui", "eau", "vie", "air", "sud",
  ]

  /// Words that end no name, and begin none.
  static let connectives: Set<String> = [
    "de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "a", "au", "aux", "pour", "sur",
  ]

  /// Flags acronyms that are printed in two ways which OCR confuses: "MJEP" and "MIEP".
  static func flagVariants(in grants: inout [Grant]) {
    var prints: [String: Set<String>] = [:]
    var rows: [String: [Int]] = [:]
    for index in grants.indices {
      guard let name = grants[index].beneficiary?.value else { continue }
      for word in name.split(whereSeparator: { " ()/-,".contains($0) })
      where word.count >= 3 && word.count <= 8 && word.utf8.allSatisfy({ $0 < 0x80 })
        && word.allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "|" })
      {
        let key = String(word.map { confused[$0] ?? $0 })
        prints[key, default: []].insert(String(word))
        rows[key, default: []].append(index)
      }
    }
    for (key, words) in prints where words.count > 1 {
      for index in rows[key] ?? [] { grants[index].needsReview = true }
    }
  }

  private static let confused: [Character: Character] = [
    "J": "I", "1": "I", "|": "I", "L": "I", "0": "O", "5": "S", "8": "B",
  ]
}
