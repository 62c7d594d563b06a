import DeliberationModel
import PageModel

/// Reads who is named beside the options of a vote.
struct VoteNames {
  private let passage: Passage
  private let folded: FoldedText
  private let roll: VoteRoll
  private let document: Document

  init(_ passage: Passage, _ folded: FoldedText, _ roll: VoteRoll, _ document: Document) {
    self.passage = passage
    self.folded = folded
    self.roll = roll
    self.document = document
  }

  /// The people of the passage, where it holds nothing else.
  func alone() -> [Person] {
    guard let first = folded.bytes.firstIndex(where: ASCII.isLetter),
      let last = folded.bytes.lastIndex(where: ASCII.isLetter)
    else { return [] }
    let end =
      last + 1 < folded.offsets.count ? folded.offsets[last + 1] : passage.bytes.count
    let bounds = folded.offsets[first]..<end
    let list = PersonList(passage, bounds, of: document)
    if list.end >= bounds.upperBound, list.unread.isEmpty, Electors.arePeople(list.people) {
      return list.people.map(roll.resolve)
    }
    return listed(bounds)
  }

  /// The people in the first brackets of the passage.
  func inBrackets() -> [Person] {
    guard let open = folded.bytes.firstIndex(of: 0x28), open + 1 < folded.bytes.count else {
      return []
    }
    let close = folded.bytes[open...].firstIndex(of: 0x29)
    let end = close.map { folded.offsets[$0] } ?? passage.bytes.count
    let start = folded.offsets[open + 1]
    return start < end ? people(start..<end) : []
  }

  // MARK: - Behind a count

  /// Who is named behind a count: in brackets, or behind a mark or "de" up to the next option.
  func names(
    after index: Int,
    of tokens: [VoteToken],
    counted: Int? = nil
  ) -> (people: [Person], groups: [String]) {
    var at = index
    while at < tokens.count, Self.leads.contains(tokens[at].kind), tokens[at].kind != .open {
      at += 1
    }
    guard at < tokens.count else { return ([], []) }
    let isOpen = tokens[at].kind == .open
    if isOpen { at += 1 }
    var last = at
    while last < tokens.count, tokens[last].kind != .close,
      isOpen || !opensCount(last, tokens)
    {
      last += 1
    }
    guard last > at else { return ([], []) }
    let start = tokens[at].range.lowerBound
    let end = tokens[last - 1].range.upperBound
    let bounds = folded.offsets[start]..<folded.offsets[nameEnd(start, end)]
    // "(groupe Ensemble : M. ROUX, Mme MOREL)"
    let named = tokens[at..<last].firstIndex { $0.kind == .colon }
    if isOpen, folded.bytes[start...].starts(with: "groupe".utf8), let named, named + 1 < last {
      let first = folded.offsets[tokens[named + 1].range.lowerBound]
      let members = min(first, bounds.upperBound)..<bounds.upperBound
      let people = people(members)
      if !people.isEmpty, people.count == counted ?? people.count { return (people, []) }
    }
    if isOpen {
      let read = Electors.read(passage, bounds, inBrackets: true, of: document)
      if !read.people.isEmpty { return (read.people.map(roll.resolve), read.groups) }
      // "(M. ROUX et Mme MOREL. M. ROUX explique que …)": as many as are counted, and then prose.
      let opening = Self.distinct(PersonList(passage, bounds, of: document).people)
      if let counted, opening.count == counted, Electors.arePeople(opening) {
        return (opening.map(roll.resolve), [])
      }
      let known = listed(bounds)
      if !known.isEmpty { return (known, []) }
      // "(M. ROUX, avec le pouvoir de M. PETIT, et Mme MOREL)": as many as are counted.
      let all = PeopleFinder(roll, document).people(in: ActSentence(passage), start..<end)
      return counted.map { $0 == all.count } ?? false ? (all.map(\.person), []) : read
    }
    // "2 contre, M. ROUX s'abstenant" names nobody who is against.
    let rest = folded.bytes[nameEnd(start, end)...].drop { $0 == 0x20 }
    if Self.voting.contains(where: { rest.starts(with: $0) }) { return ([], []) }
    return (people(bounds), [])
  }

  private static let voting = [
    "s'abst", "s'etant abst", "votant", "votent", "vote ", "ayant vot", "ont vot", "a vot",
    "qui vot", "qui s'abst",
  ].map { Array($0.utf8) }

  private static func distinct(_ people: [Person]) -> [Person] {
    var names: Set<String> = []
    return people.filter { names.insert($0.name).inserted }
  }

  private static let leads: Set<VoteToken.Kind> = [.colon, .mark, .joint, .by, .lead, .open]

  private func opensCount(_ index: Int, _ tokens: [VoteToken]) -> Bool {
    switch tokens[index].kind {
    case .number, .option: true
    default: false
    }
  }

  /// The people in a part of the passage: those who are addressed, or all of a list whose every name
  /// the roll knows.
  private func people(_ bounds: Range<Int>) -> [Person] {
    let list = PersonList(passage, bounds, of: document)
    if Electors.arePeople(list.people), list.people.allSatisfy({ $0.name.utf8.count > 2 }) {
      return list.people.map(roll.resolve)
    }
    return listed(bounds)
  }

  /// The names between commas, where the roll knows every one.
  private func listed(_ bounds: Range<Int>) -> [Person] {
    guard roll.count != nil, !bounds.isEmpty else { return [] }
    let text = passage.text(bounds).replacing(" et ", with: ",").replacing(" – ", with: ",")
      .replacing(" - ", with: ",")
    var people: [Person] = []
    for part in text.split(whereSeparator: { [",", ";", "/", ")"].contains($0) }) {
      let name = Self.withoutProxies(String(part)).trimmingSpaces().trimmingEnd(["."])
      if name.isEmpty { continue }
      guard name.utf8.count <= 60, name.first?.isUppercase ?? false,
        let known = roll.person(named: name)
      else { return [] }
      var person = known
      person.raw = name == known.name ? nil : name
      person.source = passage.location(bounds, in: document)
      people.append(person)
    }
    return people
  }

  /// A name without what says that its bearer votes for others too: "PETIT avec procuration".
  private static func withoutProxies(_ text: String) -> String {
    for word in [" avec p", " + p", " et son p", " (p"] {
      for kind in ["rocuration", "ouvoir"] {
        if let tail = text.firstRange(of: word + kind) { return String(text[..<tail.lowerBound]) }
      }
    }
    return text
  }

  /// Where the names end that begin at an index: before words that tell something of them, which in
  /// a text of capitals look like names.
  private func nameEnd(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      if at == start || folded.bytes[at - 1] == 0x20,
        Self.tails.contains(where: { folded.bytes[at..<end].starts(with: $0) })
      {
        return max(start, at - 1)
      }
      at += 1
    }
    return end
  }

  private static let tails = [
    "qui ", "car ", "ne ", "n'", "s'", "se ", "dans ", "pour ", "votent ", "vote ", "parce ",
    "estimant", "souhait", "ayant ", "etant ", "accepte", "approuv", "adopte", "decide", "qu'",
    "refuse",
  ].map { Array($0.utf8) }

  // MARK: - Verbs

  private static let verbs: [(option: VoteOption, phrases: [StaticString])] = [
    (
      .abstain,
      [
        "s'abstien", "s'est abstenu", "se sont abstenu", "s'abstenant", "s'etant abstenu",
        "s'etaient abstenu", "s 'abstien", "declare s'abstenir", "declarent s'abstenir",
        "decide de s'abstenir", "decident de s'abstenir", "prefere s'abstenir",
        "preferent s'abstenir",
      ]
    ),
    (
      .no,
      [
        "vote contre", "votent contre", "votant contre", "vote defavorablement", "vote non",
        "votant non", "s'oppose,", "s'opposent,",
        "votes contre de", "declare voter contre", "declarent voter contre",
      ]
    ),
  ]

  /// Who is said to vote against, or to abstain: "Mme CARON s'abstient", "à l'exception de Mme ROUX
  /// et Mme MOREL qui votent contre", "Ont voté contre : Mme ROUX".
  func statedByVerb() -> [(option: VoteOption, people: [Person])] {
    var places: [(option: VoteOption, range: Range<Int>)] = []
    for (option, phrases) in Self.verbs {
      for phrase in phrases {
        var from = 0
        while let place = folded.firstIndex(of: phrase, from: from) {
          from = place + phrase.utf8CodeUnitCount
          places.append((option, place..<from))
        }
      }
    }
    places.sort { $0.range.lowerBound < $1.range.lowerBound }
    var found: [(option: VoteOption, people: [Person])] = []
    var behind = 0
    for place in places {
      let below = people(behind: place.range.upperBound)
      let named =
        below.isEmpty ? people(before: place.range.lowerBound, from: behind) : below
      if !named.isEmpty { found.append((place.option, named)) }
      behind = place.range.upperBound
    }
    return found
  }

  /// The people right before a verb, behind the words that set them apart.
  private func people(before place: Int, from behind: Int) -> [Person] {
    var start = behind
    for words: StaticString in ["exception de ", "exception d'", "sauf ", "excepte ", "hormis "] {
      var from = start
      while let found = folded.firstIndex(of: words, from: from), found < place {
        start = found + words.utf8CodeUnitCount
        from = start
      }
    }
    // "… QUI VOTENT CONTRE ET MESSIEURS HUET ET SIRI QUI S'ABSTIENNENT".
    for words in [Array(", et ".utf8), Array(" et ".utf8)]
    where start == behind && behind > 0 && folded.bytes[behind...].starts(with: words) {
      start += words.count
    }
    if let open = folded.bytes[start..<place].lastIndex(of: 0x28),
      !folded.bytes[open..<place].contains(0x29)
    {
      start = open + 1
    }
    while start < place, [0x20, 0x2D, 0x2C].contains(folded.bytes[start]) { start += 1 }
    var end = place
    while end > start, [0x20, 0x2C].contains(folded.bytes[end - 1]) { end -= 1 }
    for tail in ["ont", "a", "ayant", "qui"] {
      let bytes = Array((" " + tail).utf8)
      if folded.bytes[start..<end].suffix(bytes.count).elementsEqual(bytes) { end -= bytes.count }
      while end > start, [0x20, 0x2C].contains(folded.bytes[end - 1]) { end -= 1 }
    }
    guard end > start else { return [] }
    return starts(start, end).lazy.map { people(in: $0..<end) }.first { !$0.isEmpty } ?? []
  }

  /// Where the names before a verb can begin: where the words behind what stands before do, and
  /// behind each mark and each "et" that an address follows.
  private func starts(_ start: Int, _ end: Int) -> [Int] {
    var starts = [start]
    for at in start..<end where folded.bytes[at] == 0x20 {
      let mark = at > start ? folded.bytes[at - 1] : 0
      let behind = folded.bytes[(at + 1)..<end]
      let isBehindMark = [0x2C, 0x3B, 0x2E, 0x3A].contains(mark)
      if isBehindMark || Self.addresses.contains(where: { behind.starts(with: $0) }) {
        starts.append(at + 1)
      }
    }
    return starts
  }

  private static let addresses = [
    "m. ", "mme ", "mr ", "mm. ", "mmes ", "monsieur ", "madame ", "messieurs ", "mesdames ",
  ].map { Array($0.utf8) }

  private func people(in range: Range<Int>) -> [Person] {
    guard nameEnd(range.lowerBound, range.upperBound) >= range.upperBound - 1 else { return [] }
    let bounds = folded.offsets[range.lowerBound]..<folded.offsets[range.upperBound]
    if let person = chair(in: range) { return [person] }
    let list = PersonList(passage, bounds, of: document)
    guard list.end >= bounds.upperBound, Electors.arePeople(list.people) else {
      return listed(bounds)
    }
    return list.people.map(roll.resolve)
  }

  /// "Monsieur le maire s'abstient".
  private func chair(in range: Range<Int>) -> Person? {
    let text = String(decoding: folded.bytes[range], as: UTF8.self)
    return VoteRoll.isChair(text) ? roll.chair : nil
  }

  /// The people behind "se sont abstenus :", or in brackets behind it.
  private func people(behind place: Int) -> [Person] {
    var at = place
    while at < folded.bytes.count, ASCII.isLetter(folded.bytes[at]) { at += 1 }
    while at < folded.bytes.count, folded.bytes[at] == 0x20 { at += 1 }
    guard at < folded.bytes.count, [0x3A, 0x28].contains(folded.bytes[at]) else { return [] }
    let end =
      folded.bytes[at] == 0x28
      ? folded.bytes[at...].firstIndex(of: 0x29) ?? folded.bytes.count : folded.bytes.count
    at += 1
    while at < end, folded.bytes[at] == 0x20 { at += 1 }
    guard at < end else { return [] }
    return people(folded.offsets[at]..<folded.offsets[nameEnd(at, end)])
  }

  // MARK: - Labels

  /// Who is said in brackets to vote so: "sauf Mme CARON (abstention)".
  func statedInBrackets(_ tokens: [VoteToken]) -> [(option: VoteOption, people: [Person])] {
    tokens.indices.dropFirst().dropLast().compactMap { index in
      guard case .option(let option) = tokens[index].kind, tokens[index - 1].kind == .open,
        tokens[index + 1].kind == .close
      else { return nil }
      let people = people(before: tokens[index - 1].range.lowerBound, from: 0)
      return people.isEmpty ? nil : (option, people)
    }
  }

  /// Who is said to be of an option without a verb: "Adopté, Mme ROUX contre, Mme CARON abstention".
  func statedBeforeOption(_ tokens: [VoteToken]) -> [(option: VoteOption, people: [Person])] {
    var behind = 0
    return tokens.indices.dropFirst().compactMap { index in
      guard case .option(let option) = tokens[index].kind, option != .yes,
        tokens[index - 1].kind == .word, !isCounted(index, tokens)
      else { return nil }
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      let ends: [UInt8] = [0x2C, 0x2E, 0x3B, 0x29]
      guard next.map({ ends.contains(folded.bytes[$0.range.lowerBound]) }) ?? true else {
        return nil
      }
      let people = people(before: tokens[index].range.lowerBound, from: behind)
      behind = tokens[index].range.upperBound
      return people.isEmpty ? nil : (option, people)
    }
  }

  /// Whether words behind "vote" make a label of it: a colon, a number, an option.
  static func isLabel(_ words: ArraySlice<UInt8>) -> Bool {
    guard let first = VoteTokens.tokens(FoldedText(words.prefix(24))).first else { return true }
    switch first.kind {
    case .colon, .number, .option, .mark: return true
    default: return false
    }
  }

  /// Who is named behind an option without a number: "Contre : Mme ROUX, Mme MOREL".
  func statedByLabel(_ tokens: [VoteToken]) -> [(option: VoteOption, people: [Person])] {
    var found: [(option: VoteOption, people: [Person])] = []
    for (index, token) in tokens.enumerated() {
      guard case .option(let option) = token.kind, index + 1 < tokens.count else { continue }
      let next = tokens[index + 1].kind
      let isLabel = next == .colon || next == .open || (next == .close && index > 1)
      // "Abstention de Mme ROUX", "Opposition de M. PETIT"; "contre la" is prose.
      let isNoun =
        option == .abstain || folded.bytes[token.range].starts(with: "opposition".utf8)
      let isOf = next == .lead && isNoun
      guard isLabel || isOf, !isCounted(index, tokens) else { continue }
      let named = names(after: index + 1, of: tokens)
      if !named.people.isEmpty { found.append((option, named.people)) }
    }
    return found
  }

  /// Whether a number stands beside an option.
  private func isCounted(_ index: Int, _ tokens: [VoteToken]) -> Bool {
    var before = index - 1
    while before >= 0, tokens[before].kind == .unit { before -= 1 }
    if before >= 0, case .number = tokens[before].kind { return true }
    var after = index + 1
    while after < tokens.count, [.colon, .mark, .open, .unit].contains(tokens[after].kind) {
      after += 1
    }
    if after < tokens.count, case .number = tokens[after].kind { return true }
    return false
  }
}
