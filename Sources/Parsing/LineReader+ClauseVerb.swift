import DeliberationModel
import PageModel

/// Verbs by which an assembly decides, where they do not open their line.
extension LineReader {
  /// A verb within a sentence that opens a clause.
  struct Verb {
    var label: Label
    /// The offset in the document at which the verb begins.
    var start: Int
    /// The offset of the clause's text: behind "DÉCIDE", at any other verb.
    var text: Int
  }

  /// The first verb by which an assembly decides, within a part of a line: behind a comma or a colon
  /// in a sentence that says that the assembly deliberated, right behind the assembly's name in any,
  /// or in capitals in any.
  ///
  /// `isBehindOrgan` says that the part stands right behind the name of the assembly.
  func verb(
    in bounds: Range<Int>,
    ofFormula isFormula: Bool,
    isBehindOrgan: Bool = false
  ) -> Verb? {
    let folded = FoldedText(document.bytes[bounds])
    for at in folded.bytes.indices {
      guard ASCII.isLetter(folded.bytes[at]), at == 0 || ASCII.isSpace(folded.bytes[at - 1]) else {
        continue
      }
      let start = folded.offsets[at]
      let printed = document.bytes[start]
      let isCapital = (0x41...0x5A).contains(printed) || printed == 0xC3
      let mark = folded.bytes[..<at].last { !ASCII.isSpace($0) }
      let followsOrgan = at == 0 ? isBehindOrgan : Self.endsInOrgan(folded.bytes[..<at])
      if at == 0, !followsOrgan { continue }
      guard isCapital || followsOrgan || (isFormula && (mark == 0x2C || mark == 0x3A)) else {
        continue
      }
      let rest = FoldedText(document.bytes[start..<bounds.upperBound])
      let match = labels.match(rest, among: LabelSet([.decides, .operative])) { match in
        match.distance == 0 && Self.isPlausible(match, in: rest)
      }
      guard let match, isFormula || followsOrgan || isInCapitals(start, match, rest) else {
        continue
      }
      guard match.label == .decides else {
        return Verb(label: .operative, start: start, text: start)
      }
      var text = match.end
      while text < rest.bytes.count, [0x20, 0x09, 0x3A, 0x2C].contains(rest.bytes[text]) {
        text += 1
      }
      text = Self.afterManner(rest, from: text)
      return Verb(label: .decides, start: start, text: rest.offsets[text])
    }
    return nil
  }

  /// The index behind the words that say how the assembly decides: "décide, par 9 voix pour et 2
  /// abstentions, d'attribuer".
  private static func afterManner(_ folded: FoldedText, from start: Int) -> Int {
    let manners = ["par ", "a l'unanimite", "a la majorite"]
    guard manners.contains(where: { folded.bytes[start...].starts(with: $0.utf8) }) else {
      return start
    }
    let ends: [StaticString] = [", d'", ", de ", " d'", " de "]
    for end in ends {
      guard let found = folded.firstIndex(of: end, from: start), found - start <= 120 else {
        continue
      }
      return found + (end.description.hasPrefix(",") ? 2 : 1)
    }
    return start
  }

  /// The words that the name of an assembly ends in: "le Conseil municipal".
  private static let organEnds = [
    "conseil", "municipal", "communautaire", "metropolitain", "departemental", "regional",
    "syndical", "comite", "permanente", "d'administration", "d'arrondissement", "assemblee",
    "bureau",
  ].map { Array($0.utf8) }

  /// Whether words end in the name of an assembly.
  private static func endsInOrgan(_ words: ArraySlice<UInt8>) -> Bool {
    let name = words.reversed().drop(while: ASCII.isSpace)
    return organEnds.contains { end in
      let word = name.prefix(end.count)
      guard word.elementsEqual(end.reversed()) else { return false }
      let before = name.dropFirst(end.count).first
      return before.map { !ASCII.isLetter($0) } ?? true
    }
  }

  private func isInCapitals(_ start: Int, _ match: LabelMatch, _ folded: FoldedText) -> Bool {
    let end = folded.offsets[match.end]
    return !document.bytes[start..<end].contains { (0x61...0x7A).contains($0) }
  }

  /// Whether a line opens with a number and a verb.
  ///
  /// "1°) Lui donne acte", "2. autorise le Président".
  func opensNumberedVerb(_ index: Int) -> Bool {
    let bounds = bounds(of: index)
    guard let first = document.bytes[bounds].first, ASCII.isDigit(first) else { return false }
    let folded = FoldedText(document.bytes[bounds])
    let digits = folded.bytes.prefix(while: ASCII.isDigit)
    var at = digits.endIndex
    let marks: Set<UInt8> = [0x6F, 0x29, 0x2E, 0x2D, 0x2F, 0x20, 0x09]
    while at < folded.bytes.count, marks.contains(folded.bytes[at]),
      folded.bytes[at] != 0x6F || at == digits.endIndex
    {
      at += 1
    }
    let hasMark = folded.bytes[digits.endIndex..<at].contains { !ASCII.isSpace($0) }
    guard digits.count <= 2, hasMark, at < folded.bytes.count else { return false }
    let rest = FoldedText(document.bytes[folded.offsets[at]..<bounds.upperBound])
    let match = labels.match(rest, among: LabelSet([.operative])) { match in
      match.distance == 0 && Self.isPlausible(match, in: rest)
    }
    return match != nil
  }
}
