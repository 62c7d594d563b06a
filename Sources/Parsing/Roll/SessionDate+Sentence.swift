import DeliberationModel
import PageModel

/// The day in the sentence that says when an assembly sat.
extension SessionDate {
  private static let reach = 8

  static func opensSentence(_ folded: FoldedText) -> Bool {
    if folded.contains("l'an ") || folded.starts(with: "convoque") { return true }
    return folded.bytes.count >= 30 && speaksOfSitting(folded)
  }

  /// Whether words say that an assembly sat or was called.
  static func speaksOfSitting(_ folded: FoldedText) -> Bool {
    (verbs + calling).contains { folded.contains($0) }
  }

  private static let verbs: [StaticString] = [
    "s'est reuni", "se sont reunis", "s'est assemble", "etant reuni", "etant assemble",
    "se reunit", "s'est tenu", "se sont assembles", "est reuni", "etant rassemble",
    "se sont reunies", "s est reuni",
  ]
  private static let calling: [StaticString] = [
    "sous la presidence de ", "sous la presidence d'", "legalement convoque", "dument convoque",
    "regulierement convoque",
  ]

  /// The place at which the paragraph of a sentence begins, up to three lines above.
  static func sentenceStart(
    _ lines: [Int],
    _ place: Int,
    from lowest: Int,
    _ document: Document
  ) -> Int {
    var first = place
    while first > lowest, place - first < 3, !document.lines[lines[first]].opensParagraph {
      let above = document.lines[lines[first - 1]].range.bounds
      guard above.count > 40, let last = document.bytes[above].last, last != 0x2E, last != 0x3A
      else {
        break
      }
      first -= 1
    }
    return first
  }

  /// The lines of a sentence, up to its full stop or the first list.
  static func sentence(_ lines: ArraySlice<Int>, of document: Document) -> Passage {
    var passage = Passage()
    for line in lines.prefix(reach) {
      let bounds = StampCell.withoutStamp(document.lines[line].range.bounds, in: document.bytes)
      if !passage.isEmpty, opensList(document.bytes[bounds]) { break }
      passage.append(bounds, line: line, of: document)
      if let last = passage.bytes.last, last == 0x2E || last == 0x3A { break }
    }
    return passage
  }

  private static func opensList(_ line: ArraySlice<UInt8>) -> Bool {
    let folded = FoldedText(line.prefix(60))
    return ["present", "etaient", "absent", "excuse", "pouvoir", "procuration", "nombre", "date"]
      .contains { folded.string.hasPrefix($0) }
  }

  static let calls: [StaticString] = [
    "convo", "affich", "adresse", "transmis", "publie ", "publication",
  ]

  /// The first date of a sentence that is not that of the convocation.
  static func sittingDate(_ folded: FoldedText) -> CalendarDate? {
    let verb = verbs.lazy.compactMap { folded.firstIndex(of: $0) }.min() ?? 0
    guard verb <= 1500 else { return nil }
    // A line that holds more than the sentence: it begins at "L'an", or not far before its verb.
    var start = max(0, verb - 240)
    if let year = folded.firstIndex(of: "l'an "), year <= verb + 40 { start = year }
    while start > 0, !ASCII.isSpace(folded.bytes[start - 1]) { start += 1 }
    var at = start
    while let found = DateScanner.first(in: folded, from: at),
      found.range.lowerBound <= verb + 160
    {
      let before = folded.bytes[start..<found.range.lowerBound].suffix(60)
      let words = FoldedText(before)
      let call = calls.compactMap { words.firstIndex(of: $0) }.max()
      let sits = [" reuni", "assemble", "l'an "].contains { (phrase: StaticString) in
        guard let place = words.firstIndex(of: phrase), let call else { return false }
        return place > call
      }
      if call == nil || sits { return firstDay(found, folded) }
      at = found.range.upperBound
    }
    return nil
  }

  /// "14, 15 et 16 novembre 2022" is the 14th.
  static func firstDay(
    _ found: (date: CalendarDate, range: Range<Int>),
    _ folded: FoldedText
  ) -> CalendarDate {
    var days: [Int] = []
    for word in folded.bytes[..<found.range.lowerBound]
      .split(whereSeparator: { [0x20, 0x2C, 0x2D].contains($0) }).reversed()
    {
      if word.elementsEqual("et".utf8) || word.elementsEqual("au".utf8) { continue }
      guard word.count <= 2, word.allSatisfy(ASCII.isDigit) else { break }
      days.append(ASCII.number(word))
    }
    var date = found.date
    if let first = days.last, days.allSatisfy({ $0 < found.date.day }), first > 0 {
      date.day = first
    }
    return date
  }
}
