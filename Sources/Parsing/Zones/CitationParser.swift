import DeliberationModel
import PageModel

/// Reads a *visa* and the texts that it refers to.
struct CitationParser {
  let document: Document

  /// Reads the passage of a visa, its "Vu" included.
  func citation(_ passage: Passage) -> Citation {
    let printed = passage.text.trimmingEnd([";", ",", ".", ":"])
    let mended = FrenchMending.mended(printed)
    let value = Self.opened(mended.value)
    return Citation(
      text: Printed(
        value,
        raw: value == printed ? nil : printed,
        source: passage.location(in: document)
      ),
      references: Self.references(in: FoldedText(passage.bytes[...]), of: passage)
    )
  }

  /// A visa whose first word is misread with that word, and without a speck before it: "Vv le Code"
  /// and ": Vu le Code" open with "Vu".
  private static func opened(_ text: String) -> String {
    let word = text.prefix { $0 != " " }
    if !word.contains(where: { $0.isLetter || $0.isNumber }), word.endIndex < text.endIndex {
      return opened(String(text[word.endIndex...].drop { $0 == " " }))
    }
    guard word.count <= 3, FoldedText(String(word)).key != "vu" else { return text }
    return "Vu" + text.dropFirst(word.count)
  }

  /// Whether words stand behind the first one, which says "Vu".
  private static func opens(_ folded: FoldedText, _ words: StaticString) -> Bool {
    guard let space = folded.bytes.firstIndex(of: 0x20) else { return false }
    return folded.firstIndex(of: words) == space + 1
  }

  /// The texts that a visa refers to.
  static func references(in folded: FoldedText, of passage: Passage) -> [Reference] {
    let quoted = folded.bytes.firstIndex(of: 0x22) ?? folded.bytes.count
    if let start = folded.firstIndex(of: "deliberation"), start < min(quoted, 40) {
      return numbered(.deliberation, in: folded, of: passage, within: quoted)
    }
    let texts: [(opening: StaticString, type: ReferenceType)] = [
      ("la loi", .law), ("les lois", .law), ("l'ordonnance", .law),
      ("le decret", .decree), ("les decrets", .decree),
    ]
    if let text = texts.first(where: { text in opens(folded, text.opening) }) {
      return numbered(text.type, in: folded, of: passage, within: quoted)
    }
    if opens(folded, "le code") {
      return [Reference(.code, name: codeName(in: folded, of: passage))]
    }
    if opens(folded, "le rapport") {
      return [Reference(.report, date: DateScanner.first(in: folded)?.date)]
    }
    if opens(folded, "l'avis") || opens(folded, "les avis")
      || opens(folded, "i'avis")
    {
      return [Reference(.opinion, date: DateScanner.first(in: folded)?.date)]
    }
    return []
  }

  /// One reference for each number, with the first date after it; one with a date alone where no
  /// number is printed.
  private static func numbered(
    _ type: ReferenceType,
    in folded: FoldedText,
    of passage: Passage,
    within limit: Int
  ) -> [Reference] {
    let numbers = numberRanges(in: folded, within: limit)
    guard !numbers.isEmpty else {
      return [Reference(type, date: DateScanner.first(in: folded)?.date)]
    }
    return numbers.indices.map { index in
      let end = index + 1 < numbers.count ? numbers[index + 1].lowerBound : folded.bytes.count
      let found = DateScanner.first(in: folded, from: numbers[index].upperBound)
      let date = found.flatMap { $0.range.lowerBound < min(end, max(limit, 1)) ? $0.date : nil }
      let bounds = numbers[index]
      let printed = passage.text(
        folded.offsets[bounds.lowerBound]..<folded.offsets[bounds.upperBound]
      )
      let own = index == 0 ? nil : self.type(before: bounds.lowerBound, in: folded)
      return Reference(own ?? type, number: printed, date: date)
    }
  }

  /// The kind of text that the last noun before a number names: "la loi n°… et le décret n°…".
  private static func type(before end: Int, in folded: FoldedText) -> ReferenceType? {
    let nouns: [(noun: String, type: ReferenceType)] = [
      ("loi", .law), ("ordonnance", .law), ("decret", .decree), ("deliberation", .deliberation),
    ]
    let words = folded.bytes[..<end].suffix(40).split { byte in !ASCII.isLetter(byte) }
    for word in words.reversed() {
      if let found = nouns.first(where: { word.elementsEqual($0.noun.utf8) }) { return found.type }
    }
    return nil
  }

  /// The numbers after "n°": digits, letters and the marks inside them.
  private static func numberRanges(in folded: FoldedText, within limit: Int) -> [Range<Int>] {
    let bytes = folded.bytes
    var found: [Range<Int>] = []
    var at = 0
    while at < min(limit, bytes.count) {
      guard bytes[at] == 0x6E, at == 0 || !ASCII.isLetter(bytes[at - 1]) else {
        at += 1
        continue
      }
      var start = at + 1
      while start < bytes.count, [0x6F, 0x2A, 0x27, 0x2E, 0x73, 0x20].contains(bytes[start]) {
        start += 1
      }
      guard start < bytes.count, start - at <= 4, ASCII.isDigit(bytes[start]) else {
        at += 1
        continue
      }
      var end = start
      while end < bytes.count,
        ASCII.isDigit(bytes[end]) || ASCII.isLetter(bytes[end])
          || [0x2D, 0x2F, 0x5F].contains(bytes[end])
      {
        end += 1
      }
      while end > start, [0x2D, 0x2F].contains(bytes[end - 1]) { end -= 1 }
      found.append(start..<end)
      at = end
    }
    return found
  }

  /// `Code Général des Collectivités Territoriales`: up to "et", a comma or "notamment".
  private static func codeName(in folded: FoldedText, of passage: Passage) -> String? {
    guard let space = folded.bytes.firstIndex(of: 0x20) else { return nil }
    let start = space + 4
    let stops: [StaticString] = [" et,", " et notamment", ",", " notamment", " et ses", ";"]
    let end =
      stops.compactMap { stop in folded.firstIndex(of: stop, from: start) }.min()
      ?? folded.bytes.count
    guard end > start else { return nil }
    let printed = passage.text(folded.offsets[start]..<folded.offsets[end])
    let name = FrenchMending.mended(printed).value.trimmingEnd([".", ";", ","]).trimmingSpaces()
    return name.isEmpty ? nil : name
  }
}
