import DeliberationModel
import PageModel

/// Reads the votes for one option: "24 voix (Groupe Socialiste ; Non-inscrit)".
struct VoteParser {
  let document: Document

  /// Reads what stands after the label of an option.
  func count(_ section: Section) -> (count: VoteCount, positions: [Person]) {
    let passage = reordered(section)
    let bytes = passage.bytes
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
      switch byte {
      case 0x30...0x39: value = value * 10 + Int(byte - 0x30)
      case 0x6F, 0x4F:
        value *= 10
        isDoubtful = true
      case 0x6C, 0x49, 0x7C:
        value = value * 10 + 1
        isDoubtful = true
      default:
        let endsWord = byte == 0x20 || byte == 0x2E || byte == 0x2C || byte == 0x3B
        return digits > 0 && digits <= 4 && endsWord ? (value, isDoubtful) : spelled(bytes)
      }
      digits += 1
    }
    return digits > 0 && digits <= 4 ? (value, isDoubtful) : (nil, false)
  }

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
