import DeliberationModel
import PageModel

/// Finds every person who is addressed in a part of a sentence, wherever the names stand.
struct PeopleFinder {
  private let roll: VoteRoll
  private let document: Document

  init(_ roll: VoteRoll, _ document: Document) {
    self.roll = roll
    self.document = document
  }

  /// The people in a part of the folded text, each with its place; what stands in brackets is aside.
  func people(
    in sentence: ActSentence,
    _ range: Range<Int>
  ) -> [(person: Person, range: Range<Int>)] {
    let folded = sentence.folded
    var found: [(person: Person, range: Range<Int>)] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if folded.bytes[at] == 0x28, let close = folded.bytes[at...].firstIndex(of: 0x29) {
        at = close + 1
        continue
      }
      guard let end = addressEnd(folded, at, range.upperBound) else {
        if let named = unaddressed(sentence, at, range.upperBound) {
          found.append(named)
          at = named.range.upperBound
        } else {
          at = wordEnd(folded, at, range.upperBound)
        }
        continue
      }
      if let office = chairEnd(folded, at, range.upperBound), let chair = roll.chair {
        found.append((chair, at..<office))
        at = office
        continue
      }
      let stop = folded.bytes[at..<range.upperBound].firstIndex(of: 0x28) ?? range.upperBound
      let bounds = folded.offsets[at]..<folded.offsets[stop]
      let list = PersonList(sentence.passage, bounds, of: document)
      guard !list.people.isEmpty else {
        at = end
        continue
      }
      let next = folded.offsets[at..<stop].firstIndex { $0 >= list.end } ?? stop
      found += list.people.map { (roll.resolve($0), at..<max(next, end)) }
      at = max(next, end)
    }
    return found
  }

  /// Somebody whom the words at an index name without an address, as the roll knows them.
  private func unaddressed(
    _ sentence: ActSentence,
    _ start: Int,
    _ limit: Int
  ) -> (person: Person, range: Range<Int>)? {
    let folded = sentence.folded
    guard ASCII.isLetter(folded.bytes[start]),
      start == 0
        || ![0x2D, 0x27].contains(folded.bytes[start - 1])
          && !ASCII.isLetter(folded.bytes[start - 1]),
      NameLetters.opensWithCapital(sentence.passage.bytes[folded.offsets[start]...])
    else { return nil }
    var ends: [Int] = []
    var at = start
    while at < limit, ends.count < 5 {
      let end =
        folded.bytes[at..<limit].firstIndex { !ASCII.isLetter($0) && ![0x2D, 0x27].contains($0) }
        ?? limit
      guard end > at else { break }
      // "P. ROUX"
      let isInitial = end - at == 1 && end < limit && folded.bytes[end] == 0x2E
      ends.append(isInitial ? end + 1 : end)
      at = isInitial ? end + 1 : end
      guard at < limit, folded.bytes[at] == 0x20 else { break }
      at += 1
    }
    for end in ends.dropFirst().reversed() {
      let text = sentence.passage.text(folded.offsets[start]..<offset(end, folded, sentence))
      if let person = known(text) { return (person, start..<end) }
    }
    return nil
  }

  private func offset(_ index: Int, _ folded: FoldedText, _ sentence: ActSentence) -> Int {
    index < folded.offsets.count ? folded.offsets[index] : sentence.passage.bytes.count
  }

  /// The one person whom a text names without an address, as the roll knows them: "Barbillon
  /// Philippe", "Denis Valck, 1er adjoint".
  func known(_ text: String) -> Person? {
    guard text.first(where: { $0 != " " })?.isUppercase ?? false else { return nil }
    let name = text.prefix { $0 != "," && $0 != "(" }.split(separator: " ").joined(separator: " ")
    let words = name.split(separator: " ")
    guard (2...5).contains(words.count), words.allSatisfy({ $0.first?.isUppercase ?? false })
    else { return nil }
    return roll.person(named: name)
  }

  private func wordEnd(_ folded: FoldedText, _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, ASCII.isLetter(folded.bytes[at]) || ASCII.isDigit(folded.bytes[at]) {
      at += 1
    }
    return max(at, start + 1)
  }

  /// The index behind "Monsieur", "Mmes", "M." where one stands at an index.
  private func addressEnd(_ folded: FoldedText, _ start: Int, _ limit: Int) -> Int? {
    guard start == 0 || !ASCII.isLetter(folded.bytes[start - 1]),
      start == 0 || folded.bytes[start - 1] != 0x27
    else { return nil }
    let end = wordEnd(folded, start, limit)
    guard Self.addresses.value(of: folded.bytes[start..<end]) != nil else { return nil }
    if end < limit, folded.bytes[end] == 0x2E { return end + 1 }
    return end - start > 1 || end < limit && folded.bytes[end] == 0x20 ? end : nil
  }

  private static let addresses = WordTable<Void>([
    (
      (),
      [
        "m", "mm", "mr", "mrs", "mme", "mmes", "mlle", "monsieur", "messieurs", "madame",
        "mesdames",
      ]
    )
  ])

  /// The index behind "Monsieur le maire" where that stands at an index.
  private func chairEnd(_ folded: FoldedText, _ start: Int, _ limit: Int) -> Int? {
    let text = String(decoding: folded.bytes[start..<limit].prefix(40), as: UTF8.self)
    let words = text.split(separator: " ", maxSplits: 3)
    guard words.count >= 3, VoteRoll.isChair(words.prefix(3).joined(separator: " ")) else {
      return nil
    }
    return start + words[0].utf8.count + words[1].utf8.count + words[2].utf8.count + 2
  }
}
