import Lexing

/// A word of prose: letters, with a hyphen or an apostrophe inside.
struct ProseWord {
  /// What may be said of a word by where it stands.
  enum Place {
    /// At the start of a sentence, where any word has a capital.
    case sentenceStart
    /// Behind an article: "le Règlement" is as likely as "le Touquet".
    case afterArticle
    case elsewhere
  }

  /// The word's scalars in the text.
  var range: Range<Int>
  /// The word.
  var text: String
  /// The word before it in the sentence, in small letters.
  var previous: String?
  /// Where it stands.
  var place: Place
  /// Whether nothing but one space stands between the word before and this one.
  var followsWord: Bool

  /// The words of a text, each of an elision by itself: "l'", "accès"; numbers, codes and
  /// addresses are none.
  static func words(of scalars: [Unicode.Scalar]) -> [ProseWord] {
    var words: [ProseWord] = []
    var at = 0
    while at < scalars.count {
      guard isLetter(scalars[at]) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < scalars.count, isPart(scalars, end) { end += 1 }
      if !isCode(scalars, at..<end) { append(at..<end, of: scalars, to: &words) }
      at = end
    }
    return words
  }

  private static func append(
    _ range: Range<Int>,
    of scalars: [Unicode.Scalar],
    to words: inout [ProseWord]
  ) {
    let previous = words.last
    let gap = scalars[(previous?.range.upperBound ?? 0)..<range.lowerBound]
    let endsSentence =
      previous.map { previous in
        gap.contains {
          sentenceMarks.contains($0)
            && !($0 == "." && Abbreviations.holds(Array(previous.text.lowercased().utf8)[...]))
        }
      } ?? true
    let isNext = gap.isEmpty || (gap.count == 1 && gap.first == " ")
    let before = endsSentence || !isNext ? nil : previous.map { $0.text.lowercased() }
    let place: Place =
      endsSentence
      ? .sentenceStart : before.map(articles.contains) ?? false ? .afterArticle : .elsewhere
    words.append(
      ProseWord(
        range: range,
        text: String(String.UnicodeScalarView(scalars[range])),
        previous: before,
        place: place,
        followsWord: isNext && !gap.isEmpty
      )
    )
  }

  /// Whether a scalar goes on with the word in which it stands; an apostrophe ends an elision and
  /// belongs to it.
  private static func isPart(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    let scalar = scalars[at]
    if isLetter(scalar) {
      return at == 0 || !isApostrophe(scalars[at - 1])
        || !(at > 1 && isLetter(scalars[at - 2]))
    }
    guard at + 1 < scalars.count, at > 0, isLetter(scalars[at + 1]) else {
      return false
    }
    return scalar == "-" || isApostrophe(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’"
  }

  /// Whether digits or the signs of an address touch a run of letters.
  private static func isCode(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    if range.lowerBound > 0, touches(scalars[range.lowerBound - 1]) { return true }
    guard range.upperBound < scalars.count else { return false }
    let next = scalars[range.upperBound]
    let isInside =
      next == "." && range.upperBound + 1 < scalars.count
      && isLetter(scalars[range.upperBound + 1])
    return isInside || touches(next)
  }

  private static func touches(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ["@", "/", "_", "&", "°", "|", "€"].contains(scalar)
  }

  private static let sentenceMarks: Set<Unicode.Scalar> = [".", ":", ";", "!", "?", "•", "«", "\""]
  private static let articles: Set<String> = [
    "le", "la", "les", "l'", "l’", "un", "une", "du", "des", "au", "aux", "ce", "cet", "cette",
    "ces", "son", "sa", "ses", "leur", "leurs",
  ]
}
