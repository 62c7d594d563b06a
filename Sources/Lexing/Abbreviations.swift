/// Words behind which a point ends no sentence.
///
/// "M. ROUX", "art. 3", "av. de la Gare".
public enum Abbreviations {
  /// Whether a word in small letters without accents is an abbreviation; one letter always is.
  public static func holds(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 1 ? letters.contains(word.first ?? 0) : words.contains(Array(word))
  }

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")

  private static let words = Set(
    [
      "adj", "al", "art", "av", "bd", "cf", "dr", "ex", "me", "mgr", "mlle", "mm", "mme", "mmes",
      "mr", "no", "nos", "pp", "pr", "st", "ste", "tel",
    ].map { Array($0.utf8) }
  )
}
