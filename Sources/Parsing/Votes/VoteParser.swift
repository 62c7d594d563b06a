import DeliberationModel
import Lexing
import PageModel

/// Reads the votes for one option: "24 voix (Groupe Socialiste ; Non-inscrit)".
struct VoteParser {
  let document: Document

  /// Reads what stands after the label of an option.
  func count(_ section: Section) -> (count: VoteCount, positions: [Person]) {
    let passage = reordered(section)
    let bytes = passage.bytes
    if let read = bracketed(passage) ?? groups(passage) { return read }
    let open = bytes.firstIndex(of: 0x28)
    let number = Self.number(bytes[..<(open ?? bytes.count)])
    var count = VoteCount(count: number.value, needsReview: number.isDoubtful)
    count.source = passage.location(in: document)
    guard let open else {
      let people = PersonList(passage, of: document)
      guard count.count == nil, people.end == bytes.count, Electors.arePeople(people.people) else {
        if count.count == nil { count.unreadable = Self.figures(bytes[...]) }
        return (count, [])
      }
      // "Ont voté contre : M. Paul ROUX, Mme Odile MOREL": who is named is who is counted.
      count.count = people.people.count
      return (count, people.people)
    }
    if count.count == nil { count.unreadable = Self.figures(bytes[..<open]) }
    let close = bytes.lastIndex(of: 0x29) ?? bytes.count
    guard close > open + 1 else { return (count, []) }
    let electors = Electors.read(passage, (open + 1)..<close, inBrackets: true, of: document)
    count.groups = electors.groups
    return (count, electors.people)
  }

  /// A count that stands in brackets before the names.
  ///
  /// "(2) : Mmes et MM. Marie-Ange TOUSSAINT, Rodrigue BELAIR".
  private func bracketed(_ passage: Passage) -> (count: VoteCount, positions: [Person])? {
    guard let found = Self.countInBrackets(passage.bytes[...]) else { return nil }
    let list = PersonList(passage, found.end..<passage.bytes.count, of: document)
    let isWhole = list.end == passage.bytes.count && Electors.arePeople(list.people)
    let differs = isWhole && list.people.count != found.count
    let count = VoteCount(
      count: found.count,
      needsReview: differs,
      source: passage.location(in: document)
    )
    return (count, isWhole && !differs ? list.people : [])
  }

  /// The number in the brackets that a text opens with, and the offset behind them and a colon.
  static func countInBrackets(_ bytes: ArraySlice<UInt8>) -> (count: Int, end: Int)? {
    guard bytes.first == 0x28, let close = bytes.prefix(8).firstIndex(of: 0x29) else { return nil }
    let inside = bytes[(bytes.startIndex + 1)..<close]
    guard (1...4).contains(inside.count), inside.allSatisfy(ASCII.isDigit) else { return nil }
    var end = close + 1
    while end < bytes.endIndex, [0x20, 0x3A].contains(bytes[end]) { end += 1 }
    return (ASCII.number(inside), end)
  }

  /// "groupe Ensemble (34), groupe Écologie (12)": each group has its count behind it, and the
  /// option their sum.
  private func groups(_ passage: Passage) -> (count: VoteCount, positions: [Person])? {
    var groups: [String] = []
    var sum = 0
    var start = 0
    let bytes = passage.bytes
    while let open = bytes[start...].firstIndex(of: 0x28) {
      guard let found = Self.countInBrackets(bytes[open...]) else { return nil }
      let name = passage.text(start..<open).trimmingSpaces()
      guard FoldedText(name).starts(with: "groupe ") else { return nil }
      groups.append(name)
      sum += found.count
      start = found.end
      while start < bytes.count, [0x20, 0x2C, 0x3B, 0x2E].contains(bytes[start]) { start += 1 }
    }
    guard !groups.isEmpty, start == bytes.count else { return nil }
    return (VoteCount(count: sum, groups: groups, source: passage.location(in: document)), [])
  }

  /// OCR prints a count after the end of its groups ("Groupe Union …)" above "6 (Groupe
  /// Socialiste …"); the line that begins with the number comes first.
  private func reordered(_ section: Section) -> Passage {
    var parts = section.parts.filter { part in !part.bounds.isEmpty }
    let opensWithDigit = { (part: Section.Part) in
      document.bytes[part.bounds].first(where: { $0 != 0x20 }).map(ASCII.isDigit) ?? false
    }
    if let first = parts.first, !opensWithDigit(first),
      let place = parts.firstIndex(where: opensWithDigit),
      document.bytes[parts[place].bounds].contains(0x28)
    {
      parts = Array(parts[place...] + parts[..<place])
    }
    var passage = Passage()
    for part in parts { passage.append(part.bounds, line: part.line, of: document) }
    return passage
  }

  /// The number at the head of a count; doubtful where letters stand for digits ("l4", "O").
  static func number(_ bytes: ArraySlice<UInt8>) -> (value: Int?, isDoubtful: Bool) {
    var value = 0
    var digits = 0
    var isDoubtful = false
    for byte in bytes.drop(while: { $0 == 0x20 }) {
      // Other figures than 0 and 1 are read from no letter: "Abstention : A …".
      let misread = Confusions.figure(for: byte).flatMap { $0 < 0x32 ? $0 : nil }
      guard let figure = ASCII.isDigit(byte) ? byte : misread else {
        let endsWord = byte == 0x20 || byte == 0x2E || byte == 0x2C || byte == 0x3B
        return digits > 0 && digits <= 4 && endsWord ? (value, isDoubtful) : spelled(bytes)
      }
      value = min(value * 10 + Int(figure - 0x30), mostCount)
      isDoubtful = isDoubtful || figure != byte
      digits += 1
    }
    return digits > 0 && digits <= 4 ? (value, isDoubtful) : (nil, false)
  }

  /// Beyond any count, and far below what an integer holds.
  private static let mostCount = 1_000_000

  /// The most characters of a count that was misread; a longer word is no number.
  private static let mostFigures = 4

  /// The word where the number should stand: "2B" of "2B voix".
  private static func figures(_ bytes: ArraySlice<UInt8>) -> String? {
    let word = bytes.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    guard (1...mostFigures).contains(word.count) else { return nil }
    return String(decoding: word, as: UTF8.self)
  }

  private static func spelled(_ bytes: ArraySlice<UInt8>) -> (value: Int?, isDoubtful: Bool) {
    let folded = FoldedText(bytes).bytes.drop { $0 == 0x20 }
    for word in ["neant", "aucun"] where folded.starts(with: word.utf8) { return (0, false) }
    return (NumberWords.number(in: Array(folded), at: 0)?.value, false)
  }
}
