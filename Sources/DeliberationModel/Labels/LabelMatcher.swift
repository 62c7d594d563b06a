import Lexing
public import PageModel

/// A label found at the head of a line.
public struct LabelMatch: Hashable, Sendable {
  /// Which label.
  public var label: Label
  /// The index in the folded line of the first character after the label.
  public var end: Int
  /// How many letters differ from the label's printed form.
  public var distance: Int
}

/// Finds at the head of a line the labels of a definition, however OCR left them.
///
/// The printed form and the line are compared as skeletons, with an edit distance that grows with
/// the form's length: none up to 4 letters, 1 up to 8, 2 up to 15, 3 up to 23, then 4.
public struct LabelMatcher: Sendable {
  private struct Form: Sendable {
    var label: Label
    /// The label as a set, made once.
    var set: LabelSet
    var skeleton: [UInt8]
    /// The pairs of neighbours in the skeleton, one bit each.
    var pairs: UInt64
    var bound: Int
  }

  /// The longest first.
  private let forms: [Form]
  private let index: FormIndex

  /// Prepares the printed forms of labels.
  public init(_ labels: [Label: [String]]) {
    var forms: [Form] = []
    for label in Label.allCases {
      for printed in labels[label] ?? [] {
        let skeleton = Skeleton(FoldedText(printed)).bytes
        guard !skeleton.isEmpty else { continue }
        forms.append(
          Form(
            label: label,
            set: LabelSet([label]),
            skeleton: skeleton,
            pairs: Skeleton.pairs(of: skeleton).last ?? 0,
            bound: Self.bound(length: skeleton.count)
          )
        )
      }
    }
    // Of forms of one length the label that stands first in the definition counts: "Adopté" before
    // "Adopte".
    forms = forms.enumerated()
      .sorted { left, right in
        let (a, b) = (left.element.skeleton.count, right.element.skeleton.count)
        return a == b ? left.offset < right.offset : a > b
      }
      .map(\.element)
    self.forms = forms
    index = FormIndex(forms.map(\.skeleton))
  }

  /// How many letters may differ in a form of a length.
  static func bound(length: Int) -> Int {
    switch length {
    case ...4: 0
    case ...8: 1
    case ...15: 2
    case ...23: 3
    default: 4
    }
  }

  /// The form among some labels that fits a line's head best, the longest of equal ones.
  ///
  /// `isPlausible` judges a match by what follows it.
  public func match(
    _ folded: FoldedText,
    among labels: LabelSet,
    where isPlausible: (LabelMatch) -> Bool = { _ in true }
  ) -> LabelMatch? {
    match(folded, among: labels, comparingAll: false, where: isPlausible)
  }

  /// The match, found by the index or, `comparingAll`, by comparing the line with every form.
  func match(
    _ folded: FoldedText,
    among labels: LabelSet,
    comparingAll: Bool,
    where isPlausible: (LabelMatch) -> Bool = { _ in true }
  ) -> LabelMatch? {
    let opening = FormIndex.Opening(folded)
    guard !opening.isEmpty else { return nil }
    var skeleton: Skeleton?
    var best: (match: LabelMatch, score: Int)?
    for word in 0..<index.words {
      var candidates = comparingAll ? index.all(word: word) : index.candidates(opening, word: word)
      while candidates != 0 {
        let form = forms[word * 64 + candidates.trailingZeroBitCount]
        candidates &= candidates &- 1
        guard !labels.isDisjoint(with: form.set) else { continue }
        guard form.skeleton.count > best?.score ?? 0 else { return best?.match }
        let line = skeleton ?? Skeleton(folded)
        skeleton = line
        guard let found = Self.prefix(form, of: line, in: folded) else { continue }
        let score = form.skeleton.count - Self.differenceWeight * found.distance
        guard score > best?.score ?? 0 else { continue }
        let match = LabelMatch(label: form.label, end: found.end, distance: found.distance)
        if isPlausible(match) { best = (match, score) }
      }
    }
    return best?.match
  }

  /// No head of a line that a form is compared with has more letters.
  private static let mostLetters = 79

  /// How many letters of length one difference outweighs: "Étaient présents" is not three letters
  /// short of "Étaient représentés".
  private static let differenceWeight = 4

  /// The end in the folded text of the line's head that is nearest to a form, within a bound.
  ///
  /// The head must end where a word ends.
  private static func prefix(
    _ whole: Form,
    of line: Skeleton,
    in folded: FoldedText
  ) -> (end: Int, distance: Int)? {
    let form = whole.skeleton
    let bound = whole.bound
    let count = form.count
    guard line.bytes.count + bound >= count, opensAlike(form, line.bytes) else { return nil }
    if bound == 0 || line.bytes.starts(with: form) {
      guard line.bytes.starts(with: form) else { return nil }
      return wordEnd(after: count, of: line, in: folded).map { ($0, 0) }
    }
    guard holdsPairs(whole, line) else { return nil }
    let heads = line.bytes.prefix(min(count + bound, Self.mostLetters))
    // The first letters tell "Le Conseil" from "Du Conseil": one of three may differ.
    guard EditDistance.toHeads(of: heads.prefix(4), from: form.prefix(3), atMost: 1) != nil,
      let row = EditDistance.toHeads(of: heads, from: form, atMost: bound)
    else { return nil }
    var found: (end: Int, distance: Int)?
    for column in max(1, count - bound)..<row.count where row[column] <= bound {
      let head = line.bytes[..<column]
      guard endsAlike(form, head) || (row[column] == 1 && endsShort(form, head)) else { continue }
      guard let end = wordEnd(after: column, of: line, in: folded) else { continue }
      if found.map({ row[column] < $0.distance }) ?? true { found = (end, row[column]) }
    }
    return found
  }

  /// A cheap test: with one letter lost, added or changed among the first three, one of the first
  /// two still stands in its place or beside it.
  private static func opensAlike(_ form: [UInt8], _ line: [UInt8]) -> Bool {
    let first = line[0]
    if form[0] == first { return true }
    guard form.count > 1, line.count > 1 else { return false }
    return form[1] == line[1] || form[1] == first || form[0] == line[1]
  }

  /// A cheap test: one difference takes two pairs of neighbours from the line's head at most.
  private static func holdsPairs(_ form: Form, _ line: Skeleton) -> Bool {
    let reach = min(line.bytes.count, form.skeleton.count + form.bound)
    return (form.pairs & ~line.pairs[reach - 1]).nonzeroBitCount <= 2 * form.bound
  }

  /// Whether one of the last two letters stands in its place: a form whose end is not there at all
  /// ("Délibération n°" for "délibération.") is not meant.
  private static func endsAlike(_ form: [UInt8], _ head: ArraySlice<UInt8>) -> Bool {
    guard form.count > 1, head.count > 1 else { return true }
    return form.last == head.last
      || form[form.count - 2] == head[head.endIndex - 2]
  }

  /// Whether the last letter alone is lost: "Contr", "Abstentio"; without an "s" the word is another,
  /// "Représente" for "Représentés".
  private static func endsShort(_ form: [UInt8], _ head: ArraySlice<UInt8>) -> Bool {
    form.count > 1 && form.last != UInt8(ascii: "s") && head.last == form[form.count - 2]
  }

  /// The index after the first letters of a skeleton, where the word ends there.
  private static func wordEnd(
    after count: Int,
    of line: Skeleton,
    in folded: FoldedText
  ) -> Int? {
    guard count > 0, count <= line.ends.count else { return nil }
    var end = line.ends[count - 1]
    guard end < folded.bytes.count else { return folded.bytes.count }
    guard !ASCII.isLetter(folded.bytes[end]) else { return nil }
    // The "s)" of "Absent(s)" belongs to the label.
    while end < folded.bytes.count, folded.bytes[end] == 0x29 { end += 1 }
    return end
  }
}

/// A set of labels.
public struct LabelSet: OptionSet, Hashable, Sendable {
  /// One bit for each label, in the order of `Label.allCases`.
  public let rawValue: UInt64

  /// Makes a set of bits.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Makes a set of labels.
  public init(_ labels: [Label]) {
    rawValue = labels.reduce(0) { bits, label in bits | Self.bit(label) }
  }

  private static func bit(_ label: Label) -> UInt64 {
    1 << UInt64(Label.allCases.firstIndex(of: label) ?? 63)
  }

  /// The set and one label more.
  public func with(_ label: Label) -> LabelSet { LabelSet(rawValue: rawValue | Self.bit(label)) }

  /// Whether a label is in the set.
  public func contains(_ label: Label) -> Bool { rawValue & Self.bit(label) != 0 }
}
