import PageModel

/// Tells by the first letters of a line which of many printed forms it can open with.
///
/// With one letter of the first three lost, added or changed, two of a form's first three letters
/// stand in the line's first four, in order. The forms that have a letter in a place are one bit
/// each, so that a line meets all of them at once, and hardly any is left to be compared in full.
struct FormIndex: Sendable {
  /// How many letters of a line are looked at.
  private static let reach = 4
  /// Letters, digits, and no letter at all.
  private static let alphabet = 37
  private static let noLetter = 36

  private let count: Int
  /// How many numbers of 64 bits hold one bit for each form.
  let words: Int
  /// For each of the first three places and each letter, the forms that have it there.
  private let forms: [UInt64]

  /// Makes the index of forms, skeletons that are named by their place in the list.
  init(_ skeletons: [[UInt8]]) {
    count = skeletons.count
    words = (skeletons.count + 63) / 64
    var forms = [UInt64](repeating: 0, count: 3 * Self.alphabet * words)
    for (form, skeleton) in skeletons.enumerated() {
      for place in 0..<3 {
        // A form that is too short to have a letter there has any.
        let letters =
          place < skeleton.count
          ? Self.letter(skeleton[place])...Self.letter(skeleton[place]) : 0...Self.noLetter
        for letter in letters {
          forms[(place * Self.alphabet + letter) * words + form / 64] |= 1 << UInt64(form % 64)
        }
      }
    }
    self.forms = forms
  }

  private static func letter(_ byte: UInt8) -> Int {
    if ASCII.isLetter(byte) { return Int(byte &- 0x61) }
    return ASCII.isDigit(byte) ? 26 + Int(byte &- 0x30) : noLetter
  }

  /// The first letters of a line.
  struct Opening {
    fileprivate var letters: InlineArray<4, Int> = .init(repeating: FormIndex.noLetter)
    /// Whether the line has no letter.
    let isEmpty: Bool

    /// Reads the letters of a line's skeleton.
    init(_ folded: FoldedText) {
      var at = 0
      var place = 0
      while place < FormIndex.reach, let letter = Skeleton.next(in: folded.bytes, at: &at) {
        letters[place] = FormIndex.letter(letter)
        place += 1
      }
      isEmpty = place == 0
    }
  }

  /// One bit for each of 64 forms.
  func all(word: Int) -> UInt64 {
    let rest = count - word * 64
    return rest < 64 ? (1 << UInt64(rest)) - 1 : .max
  }

  /// The forms, one bit each, among 64 of them that a line can open with.
  func candidates(_ opening: borrowing Opening, word: Int) -> UInt64 {
    let line = opening.letters
    let first = (at(0, line[0], word), at(1, line[0], word))
    let second = (at(0, line[1], word), at(1, line[1], word), at(2, line[1], word))
    let third = (at(1, line[2], word), at(2, line[2], word))
    let fourth = at(2, line[3], word)
    let inPlace = (first.0 & second.1) | (first.0 & third.1) | (second.1 & third.1)
    let oneLost = (first.1 & second.2) | (first.0 & second.2)
    let oneAdded =
      (second.0 & third.0 & fourth) | (first.0 & third.0 & fourth)
      | (first.0 & second.1 & fourth)
    return inPlace | oneLost | oneAdded
  }

  @inline(__always)
  private func at(_ place: Int, _ letter: Int, _ word: Int) -> UInt64 {
    forms[(place * Self.alphabet + letter) * words + word]
  }
}
