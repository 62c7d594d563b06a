import Lexing

/// What recognition makes of the letters of a word, undone.
///
/// An accent that is lost or wrong costs 1, a letter taken for one of the same shape 2.
enum RecognitionSlips {
  /// The words that the cheapest undoing makes of one in small letters, those that pass a test; at
  /// most a few, in the order of their letters.
  static func undone(_ word: String, isWord: (String) -> Bool) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard (3...longest).contains(letters.count) else { return [] }
    var reached: [Set<[Unicode.Scalar]>] = [[letters]]
    for cost in 1...mostCost(letters.count) {
      var forms: Set<[Unicode.Scalar]> = []
      for form in reached[cost - 1] { forms.formUnion(accented(form)) }
      if cost > 1 { for form in reached[cost - 2] { forms.formUnion(reshaped(form)) } }
      for known in reached { forms.subtract(known) }
      let words = forms.map { String(String.UnicodeScalarView($0)) }.filter(isWord)
      guard words.isEmpty else { return words.sorted() }
      reached.append(forms)
    }
    return []
  }

  /// No French word of prose is longer.
  private static let longest = 25

  /// A short word is near to many, so less of it may be wrong.
  private static func mostCost(_ length: Int) -> Int {
    length < 5 ? 1 : length < 7 ? 2 : 3
  }

  private static func accented(_ form: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    form.indices.flatMap { index in
      (accents[form[index]] ?? []).map { accent in
        var changed = form
        changed[index] = accent
        return changed
      }
    }
  }

  private static func reshaped(_ form: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    form.indices.flatMap { index in
      shapes.compactMap { shape in
        let end = index + shape.printed.count
        guard end <= form.count, form[index..<end].elementsEqual(shape.printed) else { return nil }
        return form[..<index] + shape.meant + form[end...]
      }
    }
  }

  private static let accents: [Unicode.Scalar: [Unicode.Scalar]] = {
    var accents: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for family in Confusions.accents.map({ Array($0.unicodeScalars) }) {
      for letter in family { accents[letter] = family.filter { $0 != letter } }
    }
    return accents
  }()

  /// Letters and pairs of letters that look alike, both ways.
  private static let shapes: [(printed: [Unicode.Scalar], meant: [Unicode.Scalar])] = {
    let alike = Confusions.prose.map { (Array($0.unicodeScalars), Array($1.unicodeScalars)) }
    return alike.flatMap { [($0, $1), ($1, $0)] }
  }()
}
