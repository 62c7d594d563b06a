import PageModel

/// Finds the names whose first words recognition lost: "de Bruay-la-Buissière" of `CCAS de
/// Bruay-la-Buissière`, "BI" of `PBI`.
///
/// The end of a known name may be a name of its own where it is an acronym ("PBI" ends others). Two
/// words that stand inside of several names and open no other, "Communal d'Action", open none.
struct LostWords {
  private var ends: Set<String> = []
  private var openings: [String: Int] = [:]
  private var insides: [String: Int] = [:]

  /// Takes the names of the authority's lexicon and those of the act.
  init(lexicon: [String], act names: [String]) {
    for name in lexicon {
      let words = Self.words(of: name)
      for count in stride(from: 1, to: words.count, by: 1) where count > 1 || words.count == 2 {
        ends.insert(words.suffix(count).joined(separator: " "))
      }
    }
    for words in Set((lexicon + names).map(Self.words)) {
      for (place, pair) in zip(words, words.dropFirst()).enumerated() {
        let key = pair.0 + " " + pair.1
        if place == 0 { openings[key, default: 0] += 1 } else { insides[key, default: 0] += 1 }
      }
    }
  }

  /// The words that join others and open no name: in small letters they show that a word is lost.
  private static let joints: Set<String> = [
    "de", "du", "des", "d", "en", "et", "a", "au", "aux", "pour", "sur",
  ]
  /// The most letters and figures that are no name.
  private static let mostOfFragment = 2
  /// The most letters of a word that may be an acronym.
  private static let mostOfAcronym = 6

  /// Whether a name that is not known can only be what is left of one.
  func isLeftOver(_ name: String) -> Bool {
    let words = Self.words(of: name)
    guard let first = words.first else { return false }
    if words.reduce(0, { $0 + $1.utf8.count }) <= Self.mostOfFragment { return true }
    if name.first?.isLowercase ?? false, Self.joints.contains(first) { return true }
    guard words.count > 1 else {
      let isAcronym =
        first.utf8.count <= Self.mostOfAcronym && !name.contains(where: \.isLowercase)
      return !isAcronym && ends.contains(first)
    }
    let pair = first + " " + words[1]
    return ends.contains(words.joined(separator: " "))
      || (openings[pair] ?? 0) <= 1 && (insides[pair] ?? 0) > 1
  }

  private static func words(of name: String) -> [String] {
    ASCII.words(of: FoldedText(name).bytes).map { String(decoding: $0, as: UTF8.self) }
  }
}
