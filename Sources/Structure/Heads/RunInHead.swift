import PageModel

/// A head that its text follows on the same line.
///
/// "TRAVAUX DE L'ÉGLISE : le diagnostic est présenté."
enum RunInHead {
  /// The end of a head that a line begins with, by its look or its capitals and a mark behind it;
  /// nothing where the line is no head, or head as a whole.
  static func end(
    of line: TextLine,
    isFull: Bool,
    from start: Int,
    in document: Document
  ) -> Int? {
    let bounds = start..<max(start, line.range.bounds.upperBound)
    guard let end = dressed(line, bounds, in: document) ?? capitals(bounds, in: document.bytes),
      bounds.contains(end), document.bytes[start..<end].count(where: isLetter) >= 4
    else { return nil }
    // Behind "OBJET :" and "FINANCES :" stands the title itself: no sentence that fills its line.
    let rest = document.bytes[end..<bounds.upperBound]
    let label = FoldedText(document.bytes[start..<end])
    guard rest.count > 25, isFull || rest.last == UInt8(ascii: "."), !label.starts(with: "objet"),
      !HeadNumber.labels.contains(label.key), opensSentence(rest)
    else { return nil }
    return end
  }

  /// Whether a text begins as a sentence does, small or with an article, a pronoun or a person, and not
  /// as the rest of a title: "Attribution d'heures".
  private static func opensSentence(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = rest.drop {
      ASCII.isSpace($0) || $0 == UInt8(ascii: ":") || $0 == 0xC2 || $0 == 0xA0
    }
    if let first = text.first, (0x61...0x7A).contains(first) { return true }
    return openers.contains(FoldedText(text.prefix { isLetter($0) || $0 >= 0x80 }).string)
  }

  private static let openers: Set<String> = [
    "le", "la", "les", "l", "un", "une", "il", "elle", "ce", "cette", "ces", "on", "nous", "m",
    "mme",
    "monsieur", "madame", "suite", "apres", "afin", "vu", "considerant", "lecture", "dans", "en",
    "a",
    "pour", "par", "comme", "lors",
  ]

  /// The end of the words that are bold or underlined as the first is, with a mark behind them.
  private static func dressed(
    _ line: TextLine,
    _ bounds: Range<Int>,
    in document: Document
  ) -> Int? {
    let words = RowCells.words(of: line, in: document)
      .drop { $0.range.bounds.upperBound <= bounds.lowerBound }
    guard let first = words.first else { return nil }
    for look in [isBold, isUnderlined] where look(first, document) {
      let lead = words.prefix { look($0, document) }
      guard let last = lead.last?.range.bounds.upperBound, lead.count < words.count else {
        continue
      }
      if let end = marked(last, bounds, in: document.bytes) { return end }
    }
    return nil
  }

  private static func isBold(_ word: Word, _ document: Document) -> Bool {
    document.fonts.indices.contains(Int(word.font)) && document.fonts[Int(word.font)].isBold
  }

  private static func isUnderlined(_ word: Word, _ document: Document) -> Bool {
    word.isUnderlined == true
  }

  /// The end of a head without the colon within or behind it.
  private static func marked(_ end: Int, _ bounds: Range<Int>, in bytes: [UInt8]) -> Int? {
    var before = end
    while before > bounds.lowerBound, ASCII.isSpace(bytes[before - 1]) { before -= 1 }
    if before > bounds.lowerBound, bytes[before - 1] == UInt8(ascii: ":") { return before - 1 }
    let behind = bytes[end..<bounds.upperBound].first { !ASCII.isSpace($0) }
    return behind == UInt8(ascii: ":") ? end : nil
  }

  /// The place of a colon behind capitals alone, where small letters follow.
  private static func capitals(_ bounds: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard let colon = bytes[bounds].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let isSmall = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
    guard !bytes[bounds.lowerBound..<colon].contains(where: isSmall),
      bytes[colon..<bounds.upperBound].count(where: isSmall) > 12
    else { return nil }
    return colon
  }

  private static func isLetter(_ byte: UInt8) -> Bool { ASCII.isLetter(byte | 0x20) }
}
