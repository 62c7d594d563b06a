import PageModel

/// Mends words of prose that recognition damaged, each with proof.
///
/// A word that the vocabulary knows, a name, a word of capitals and a number are never touched.
/// "Regiement" → "Règlement": no other word is as near. "délibére" is as near to "délibère" as to
/// "délibéré", so what the document prints beside its neighbours decides, or nothing does.
struct WordMender {
  let vocabulary: any Vocabulary
  let printed: DocumentWords
  /// The words of names that are known, in small letters.
  let names: Set<String>

  /// The mended text; the same where there is nothing to mend.
  func mended(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let words = ProseWord.words(of: scalars)
    var out = String.UnicodeScalarView()
    var at = 0
    var index = 0
    while index < words.count {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : nil
      if let (mended, end) = mend(word, before: next) {
        out.append(contentsOf: scalars[at..<word.range.lowerBound])
        out.append(contentsOf: mended.unicodeScalars)
        at = end
        if let next, end >= next.range.upperBound { index += 1 }
      }
      index += 1
    }
    out.append(contentsOf: scalars[at...])
    return String(out)
  }

  private func isKnown(_ word: String) -> Bool {
    let small = word.lowercased()
    return word.unicodeScalars.last.map { $0 == "'" || $0 == "’" } ?? true
      || small.unicodeScalars.count < 3 && !word.contains("-") || names.contains(small)
      || vocabulary.contains(word) || vocabulary.contains(small)
  }

  /// The mended word and the end of what it stands for.
  private func mend(_ word: ProseWord, before next: ProseWord?) -> (text: String, end: Int)? {
    guard let shape = Shape(word.text) else { return nil }
    let small = word.text.lowercased()
    if !isKnown(word.text) {
      if small.contains("-") {
        guard let whole = withoutHyphen(small), isAllowed(word, shape, whole) else { return nil }
        return (shape.applied(to: whole), word.range.upperBound)
      }
      if mayChange(word, shape), let found = slip(of: small, word, before: next),
        isAllowed(word, shape, found)
      {
        return (shape.applied(to: found), word.range.upperBound)
      }
    }
    guard let next, next.followsWord, shape == .small || word.place == .sentenceStart,
      let whole = joined(word, next)
    else { return nil }
    return (shape.applied(to: whole), next.range.upperBound)
  }

  /// A word that is parted by a space, "commu nal", "par tenariat": a part is no word, and nothing
  /// else mends it.
  private func joined(_ head: ProseWord, _ tail: ProseWord) -> String? {
    guard Shape(tail.text) == .small, !tail.text.contains("-"), !head.text.contains("-"),
      !isKnown(head.text) || !isKnown(tail.text)
    else { return nil }
    let whole = head.text.lowercased() + tail.text
    guard whole.unicodeScalars.count >= 6, vocabulary.contains(whole),
      RecognitionSlips.undone(tail.text, isWord: vocabulary.contains).isEmpty
        || isKnown(tail.text)
    else { return nil }
    return whole
  }

  /// A word that was parted at the end of a line: "commu-nal".
  private func withoutHyphen(_ small: String) -> String? {
    let parts = small.split(separator: "-")
    guard parts.count == 2 else { return nil }
    let whole = parts.joined()
    return vocabulary.contains(whole) ? whole : nil
  }

  /// The one word that recognition may have damaged so.
  private func slip(of small: String, _ word: ProseWord, before next: ProseWord?) -> String? {
    let candidates = RecognitionSlips.undone(small) { vocabulary.contains($0) }
    if candidates.count < 2 { return candidates.first }
    let after = next.flatMap { $0.previous == small ? $0.text.lowercased() : nil }
    let proved = candidates.filter { candidate in
      printed.prints(candidate, after: word.previous)
        || after.map { printed.prints($0, after: candidate) } ?? false
    }
    return proved.count == 1 ? proved[0] : nil
  }

  /// A capital inside of a sentence may be that of a name: there an article must stand before the
  /// word, and the word be long, or printed elsewhere as it is mended: "le Règiement Intérieur", but
  /// not "la Plame".
  private func isAllowed(_ word: ProseWord, _ shape: Shape, _ mended: String) -> Bool {
    if shape == .small || word.place == .sentenceStart { return true }
    return mayChange(word, shape)
      && (mended.unicodeScalars.count >= Self.longWord || printed.count(mended) > 0)
  }

  private func mayChange(_ word: ProseWord, _ shape: Shape) -> Bool {
    shape == .small || word.place != .elsewhere
  }

  /// A name of this many letters is not one slip away from a word.
  static let longWord = 8

  /// How a word is written; nothing for capitals and mixtures.
  private enum Shape {
    case small
    case capitalised

    init?(_ word: String) {
      let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
      guard let first = letters.first,
        letters.dropFirst().allSatisfy({ !$0.properties.isUppercase }), letters.count > 1
      else { return nil }
      self = first.properties.isUppercase ? .capitalised : .small
    }

    func applied(to word: String) -> String {
      self == .small ? word : word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
