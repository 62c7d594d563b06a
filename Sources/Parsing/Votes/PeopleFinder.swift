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

  /// The people of whom the verb at a place tells, the last of them right before it.
  ///
  /// What is told of each may stand between: "M. ROUX (Société nautique), Mme MOREL, trésorière du club, et
  /// M. PETIT quittent la salle". Of one alone tells a verb in the singular; "le frère de Mme MOREL" is
  /// another.
  func subjects(
    of verb: Int,
    in sentence: ActSentence,
    from start: Int = 0,
    isPlural: Bool
  ) -> [Person] {
    let folded = sentence.folded
    var subjects: [Person] = []
    var next = verb
    for entry in people(in: sentence, start..<verb).reversed() {
      if entry.range.upperBound > next {
        // People of one list share its place.
        if !subjects.isEmpty { subjects.insert(entry.person, at: 0) }
        continue
      }
      let end = nameEnd(of: entry.range, in: sentence)
      guard Self.tells(folded.bytes[end..<next], isLast: subjects.isEmpty) else { break }
      let before = folded.bytes[start..<entry.range.lowerBound]
      if Self.complements.contains(where: { before.suffix($0.count).elementsEqual($0) }),
        !Self.leads.contains(where: { before.suffix($0.count).elementsEqual($0) })
      {
        continue
      }
      if !subjects.isEmpty, !isPlural { break }
      subjects.insert(entry.person, at: 0)
      next = entry.range.lowerBound
    }
    return subjects
  }

  /// Whom a pronoun that opens a sentence means: "ce dernier" the last who is named in the one before,
  /// "elle" the one woman of it.
  func meant(by sentence: ActSentence, in previous: ActSentence) -> [Person] {
    let named = people(in: previous, 0..<previous.folded.bytes.count).map(\.person)
    if sentence.opens(with: ["ce dernier ", "cette derniere ", "celui-ci ", "celle-ci "]) {
      return named.suffix(1)
    }
    let isFeminine = sentence.opens(with: ["elle ", "elles "])
    guard isFeminine || sentence.opens(with: ["il ", "ils "]) else { return [] }
    let isPlural = sentence.opens(with: ["elles ", "ils "])
    let meant = named.filter { isPlural || ($0.honorific == .madame) == isFeminine }
    return isPlural || meant.count == 1 ? meant : []
  }

  /// Where the names of a list end, before what is told of the last.
  private func nameEnd(of range: Range<Int>, in sentence: ActSentence) -> Int {
    let folded = sentence.folded
    if let comma = folded.bytes[range].lastIndex(of: 0x2C),
      let next = folded.bytes[comma..<range.upperBound].firstIndex(where: ASCII.isLetter),
      !NameLetters.opensWithCapital(sentence.passage.bytes[folded.offsets[next]...])
    {
      return comma
    }
    let last = folded.bytes[range].lastIndex { ![0x20, 0x2C, 0x28].contains($0) }
    return last.map { $0 + 1 } ?? range.lowerBound
  }

  /// Whether words behind a name tell something of its bearer, before the verb or the next name.
  private static func tells(_ words: ArraySlice<UInt8>, isLast: Bool) -> Bool {
    let said = words.drop { $0 == 0x20 }
    guard let first = said.first, words.count <= 160 else { return isLast && said.isEmpty }
    if said.contains(0x3A) || FoldedText(said).contains(" que ") { return false }
    if first == 0x2C || first == 0x28 { return true }
    return isLast
      ? tails.contains { said.starts(with: $0) } || said.count <= 3
      : said.starts(with: "et ".utf8) || said.starts(with: "ainsi que ".utf8)
  }

  private static let tails = [
    "qui ", "ne ", "n'", "se ", "s'", "ni ", "a ", "ont ", "ayant ", "etant ", "sort", "quitte",
    "interess", "en tant", "concern", "president", "indique", "declare", "souhait", "precise",
    "est ", "sont ",
  ].map { Array($0.utf8) }
  private static let complements = [" de ", " d'", " du ", " par ", " a ", " avec "].map {
    Array($0.utf8)
  }
  /// Words of which those behind "de" are the subject: "hors de la présence de Mme ROUX".
  private static let leads = [
    "exception de ", "exception d'", "presence de ", "sortie de ", "depart de ", "retrait de ",
    "participation de ",
  ].map { Array($0.utf8) }

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
