/// How much of a text is sound: words that a vocabulary knows, and numbers.
public struct WordCensus: Hashable, Sendable {
  /// Words that the vocabulary knows, and numbers of nothing but figures and their signs.
  public private(set) var sound = 0
  /// Words that it does not know.
  public private(set) var odd = 0

  /// Counts the words of some lines; names, which no vocabulary knows, and codes count as neither.
  public init(_ lines: Range<Int>, of document: Document, by vocabulary: any Vocabulary) {
    for line in document.lines[lines] {
      for token in document.text(line).split(whereSeparator: { " \t'’-".contains($0) }) {
        count(token, by: vocabulary)
      }
    }
  }

  private mutating func count(_ token: Substring, by vocabulary: any Vocabulary) {
    let bare = token.unicodeScalars.filter { !Self.marks.contains($0) }
    guard let first = bare.first else { return }
    if bare.allSatisfy({ ("0"..."9").contains($0) }) {
      sound += 1
    } else if bare.count > 2, first.properties.isLowercase,
      bare.allSatisfy(\.properties.isAlphabetic)
    {
      if vocabulary.contains(String(String.UnicodeScalarView(bare))) {
        sound += 1
      } else {
        odd += 1
      }
    }
  }

  private static let marks = Set(".,;:!?()«»\"€%/".unicodeScalars)

  /// Whether more than one word in eight is odd: in sound French one in fifty is.
  public var isPoor: Bool { sound + odd >= 40 && odd * 8 > sound + odd }

  /// What is won by the sound words less what is lost by the odd ones.
  public var worth: Int { sound - odd }
}
