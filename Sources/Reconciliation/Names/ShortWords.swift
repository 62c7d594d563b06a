import PageModel

/// Compares the short words of two names, which a distance over all letters is blind to: "du Pays de
/// Lumbres" is two letters from `CC Pays de Lumbres` and no print of it.
enum ShortWords {
  /// The most letters of a word that counts as short.
  private static let most = 3

  /// Whether no short word of a print has become another one; names with unlike numbers of words,
  /// which OCR glued or parted, agree.
  static func agree(_ printed: String, _ known: String) -> Bool {
    let (left, right) = (words(of: printed), words(of: known))
    guard left.count == right.count else { return true }
    return zip(left, right).allSatisfy { one, other in
      guard one.count <= most, other.count <= most, one.count == other.count else { return true }
      return zip(one, other).contains { $0 == $1 }
    }
  }

  private static func words(of name: String) -> [[UInt8]] {
    ASCII.words(of: FoldedText(name).bytes).map { Array($0) }
  }
}
