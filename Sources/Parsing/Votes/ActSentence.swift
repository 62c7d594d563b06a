import Lexing
import PageModel

/// A sentence of an act, or an item of its lists, with the line that it begins on.
struct ActSentence {
  let passage: Passage
  let folded: FoldedText
  /// Whether it begins with its line.
  let opensLine: Bool
  /// Whether white space stands before it.
  let opensParagraph: Bool

  /// Makes a sentence of a passage.
  init(_ passage: Passage, opensLine: Bool = true, opensParagraph: Bool = false) {
    self.passage = passage
    var folded = FoldedText(passage.bytes[...])
    folded.notePairs()
    self.folded = folded
    self.opensLine = opensLine
    self.opensParagraph = opensParagraph
  }

  /// The line on which it begins.
  var line: Int { passage.starts.first?.line ?? 0 }
  /// The line on which it ends.
  var lastLine: Int { passage.starts.last?.line ?? 0 }
  /// Whether its first letter is a capital.
  var opensWithCapital: Bool {
    let text = passage.bytes[...].drop { byte in
      byte < 0x80 && !ASCII.isLetter(byte | 0x20) && !ASCII.isDigit(byte)
    }
    return NameLetters.opensWithCapital(text)
  }

  /// The folded text without the mark of a list before it.
  var words: ArraySlice<UInt8> {
    folded.bytes[...].drop { !ASCII.isLetter($0) && !ASCII.isDigit($0) && $0 != 0x28 && $0 != 0x22 }
  }

  /// Whether it begins with the label of an option, or with a count.
  var opensOption: Bool {
    ActSentences.opensOption(FoldedText(words.prefix(40)))
  }

  /// Whether the text begins with one of some phrases, a mark of a list aside.
  func opens(with phrases: [StaticString]) -> Bool {
    let words = words
    return phrases.contains { phrase in
      phrase.withUTF8Buffer { letters in unsafe words.starts(with: letters) }
    }
  }

  /// The folded text without what stands in it of how the assembly decided, where anything does:
  /// "décide, à l'unanimité, de reporter" is "décide de reporter".
  var withoutManner: FoldedText? {
    guard holds(Self.manners) else { return nil }
    var text = ""
    var isParted = false
    for (place, part) in folded.string.split(separator: ",", omittingEmptySubsequences: false)
      .enumerated()
    {
      let said = FoldedText(String(part))
      let tells = Self.manners.contains { said.contains($0) }
      if place > 0, tells, part.utf8.count <= 80, part.utf8.count < folded.bytes.count / 2 {
        isParted = true
        continue
      }
      if place > 0, !isParted { text += "," }
      text += part
      isParted = false
    }
    return FoldedText(text.replacing(" a l'unanimite", with: ""))
  }

  private static let manners: [StaticString] = ["unanimite", "majorite", " voix", "delibere"]

  /// Whether it holds one of some phrases.
  func holds(_ phrases: [StaticString]) -> Bool { phrases.contains { folded.contains($0) } }
}

/// Parts the lines of an act into sentences.
///
/// A line goes on in the next one unless a mark, a paragraph, an item of a list or the label of an
/// option parts them. The full stop of "M." ends nothing.
struct ActSentences {
  private let document: Document
  private var sentences: [ActSentence] = []
  private var open = Passage()
  private var opensLine = true
  private var opensParagraph = true
  private var depth = 0

  /// The sentences of some lines, in order.
  static func sentences(of lines: [Int], in document: Document) -> [ActSentence] {
    var parting = ActSentences(document)
    for (place, line) in lines.enumerated() {
      parting.take(line, after: place > 0 ? lines[place - 1] : nil)
    }
    parting.close()
    return parting.sentences
  }

  private init(_ document: Document) { self.document = document }

  private mutating func close() {
    defer {
      open = Passage()
      depth = 0
    }
    guard !open.isEmpty else { return }
    sentences.append(ActSentence(open, opensLine: opensLine, opensParagraph: opensParagraph))
  }

  private mutating func take(_ line: Int, after previous: Int?) {
    let bounds = document.lines[line].range.bounds
    let folded = FoldedText(document.bytes[bounds])
    guard !folded.bytes.isEmpty else { return }
    let isParagraph = document.lines[line].opensParagraph
    if !open.isEmpty, parts(line, folded, isParagraph, previous) { close() }
    var start = bounds.lowerBound
    for end in ends(of: folded) {
      append(start..<end, line, isFirst: start == bounds.lowerBound, isParagraph)
      close()
      start = end
    }
    append(start..<bounds.upperBound, line, isFirst: start == bounds.lowerBound, isParagraph)
  }

  private mutating func append(
    _ bounds: Range<Int>,
    _ line: Int,
    isFirst: Bool,
    _ isParagraph: Bool
  ) {
    if open.isEmpty {
      opensLine = isFirst
      opensParagraph = isFirst && isParagraph
    }
    open.append(bounds, line: line, of: document)
    for byte in document.bytes[bounds] {
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 { depth = max(0, depth - 1) }
    }
  }

  // MARK: - Between lines

  /// Whether a line begins a sentence of its own.
  private func parts(
    _ line: Int,
    _ folded: FoldedText,
    _ isParagraph: Bool,
    _ previous: Int?
  ) -> Bool {
    let last = open.bytes.last ?? 0
    let first = document.bytes[document.lines[line].range.bounds]
    let isCapital = NameLetters.opensWithCapital(first)
    // A name in brackets, or a list of names, runs on.
    if depth > 0, open.bytes.count < 400, !isParagraph { return false }
    // "… par 5 voix" above "contre 2" is one count.
    let goesOn = !isCapital && !isParagraph && open.bytes.suffix(5).elementsEqual(" voix".utf8)
    if goesOn { return false }
    if Self.opensItem(folded, isSmall: !isCapital) || Self.opensOption(folded) { return true }
    if isCapital, Self.results.contains(where: { folded.starts(with: $0) }) { return true }
    if isCapital, Self.tellsOutcome(folded) { return true }
    if last == 0x2C || last == 0x28 { return isParagraph && isCapital && depth == 0 }
    if [0x2E, 0x21, 0x3F, 0x3B].contains(last), !endsInAddress { return true }
    let opensWithLetter = folded.bytes.first.map(ASCII.isLetter) ?? false
    if opensWithLetter, !isCapital { return false }
    if last == 0x3A { return isParagraph || !endsInOption }
    if endsInAddress { return false }
    if isParagraph { return true }
    return isCapital
      && (isShort(previous) || isRow(previous) || endsInCount && !opensWithAddress(folded))
  }

  /// Whether the open sentence ends in "M." or "Mme", which a name follows.
  private var endsInAddress: Bool {
    let tail = FoldedText(open.bytes.suffix(16)).bytes
    return tail.split(separator: 0x20).last.map(Self.addresses.contains) ?? false
  }

  private static let addresses = Set(
    [
      "m.", "mme", "mmes", "mm.", "mr", "mr.", "m", "mm", "monsieur", "madame", "messieurs",
      "mesdames", "et", "de", "du", "le", "la", "les", "d'", "a",
    ].map { Array($0.utf8)[...] }
  )

  /// Whether the open sentence is the label of an option with its colon.
  private var endsInOption: Bool {
    guard open.bytes.count <= 40 else { return false }
    return VoteTokens.tokens(FoldedText(open.bytes[...])).contains { token in
      if case .option = token.kind { true } else { false }
    }
  }

  /// Whether the open sentence is a label with its number: "Votants : 15".
  private var endsInCount: Bool {
    open.bytes.last.map(ASCII.isDigit) ?? false && open.bytes.contains(0x3A)
  }

  private func opensWithAddress(_ folded: FoldedText) -> Bool {
    Self.addresses.contains(folded.bytes.prefix { $0 != 0x20 && $0 != 0x2E })
  }

  /// Whether the line before is set in columns.
  private func isRow(_ previous: Int?) -> Bool {
    previous.map { document.bytes[document.lines[$0].range.bounds].contains(0x09) } ?? false
  }

  /// Whether the line before ends well before the right edge of its neighbours.
  private func isShort(_ previous: Int?) -> Bool {
    guard let previous else { return true }
    let page = document.lines[previous].page
    var widest: Float = 0
    let near = max(0, previous - 12)...min(document.lines.count - 1, previous + 12)
    for index in near where document.lines[index].page == page {
      widest = max(widest, width(index))
    }
    return width(previous) < widest * 0.7
  }

  /// How far a line reaches: its right edge, or its length in a text.
  private func width(_ line: Int) -> Float {
    document.lines[line].box?.x1 ?? Float(document.lines[line].range.bounds.count)
  }

  private static let marks: Set<UInt8> = [0x2D, 0x2A, 0x3E, FoldedText.other]

  /// Whether a line opens with a dash, a bullet or a number of a list.
  private static func opensItem(_ folded: FoldedText, isSmall: Bool) -> Bool {
    guard let first = folded.bytes.first else { return false }
    if marks.contains(first) {
      return folded.bytes.count < 2 || [0x20, 0x09].contains(folded.bytes[1])
        || ASCII.isLetter(folded.bytes[1])
    }
    if folded.starts(with: "o ") || folded.starts(with: "article ") { return true }
    // "b. Nombre de votants", "c) …"; "M. ROUX" is none.
    if (0x61...0x6B).contains(first), folded.bytes.count > 3, folded.bytes[2] == 0x20,
      [0x2E, 0x29].contains(folded.bytes[1]), isSmall
    {
      return true
    }
    guard ASCII.isDigit(first) else { return false }
    let rest = folded.bytes.drop(while: ASCII.isDigit)
    guard let mark = rest.first, [0x29, 0x6F].contains(mark) else { return false }
    return rest.dropFirst().first.map { $0 == 0x20 || $0 == 0x09 || $0 == 0x29 } ?? false
  }

  /// Whether a line opens with the label of an option or of a vote.
  static func opensOption(_ folded: FoldedText) -> Bool {
    let tokens = VoteTokens.tokens(FoldedText(folded.bytes.prefix(40)), atMost: 3)
    var at = 0
    if voters.contains(where: { folded.starts(with: $0) }) {
      return folded.bytes.contains(0x3A)
    }
    if tokens.first?.kind == .unit { at = 1 }
    guard at < tokens.count else { return false }
    if case .option = tokens[at].kind {
      return at + 1 < tokens.count
        && ([.colon, .open].contains(tokens[at + 1].kind) || isNumber(tokens[at + 1].kind))
    }
    return tokens.first?.kind == .unit && tokens[at].kind == .colon
  }

  /// The words of a line that states a result.
  private static let results: [StaticString] = [
    "adopte", "approuve", "unanimite", "accord a", "vote :", "resultat",
  ]
  /// Whether a line tells what became of a motion that it names: "Le rapport est adopté".
  private static func tellsOutcome(_ folded: FoldedText) -> Bool {
    guard motions.contains(where: { folded.starts(with: $0) }) else { return false }
    let outcomes: [StaticString] = [
      " adopte", " rejete", " approuve", " retire", " repousse", " mis aux voix", " mise aux voix",
    ]
    return outcomes.contains { word in folded.firstIndex(of: word).map { $0 <= 80 } ?? false }
  }

  private static let motions: [StaticString] = [
    "le rapport ", "la deliberation ", "le projet ", "l'amendement ", "amendement ", "la motion ",
    "le sous-amendement ", "sous-amendement ", "la proposition ", "le point ", "ce point ",
    "la question ",
    "l'ensemble ", "le texte ", "le voeu ",
  ]

  /// The words before those who voted in one way: "Ont voté contre : Mme ROUX".
  private static let voters: [StaticString] = [
    "ont vote", "a vote", "votent ", "s'est abstenu", "se sont abstenu", "s'abstien", "ne prend",
    "ne participe", "n'a pas pris part", "n'ont pas pris part", "n'a pas participe",
    "n'ont pas participe", "n'a pas vote", "n'ont pas vote",
  ]

  private static func isNumber(_ kind: VoteToken.Kind) -> Bool {
    if case .number = kind { true } else { false }
  }

  // MARK: - Within a line

  /// The offsets in the document behind marks that end a sentence within a line.
  private func ends(of folded: FoldedText) -> [Int] {
    var ends: [Int] = []
    let bytes = folded.bytes
    var depth = depth
    for at in bytes.indices {
      if bytes[at] == 0x28 { depth += 1 }
      if bytes[at] == 0x29 { depth = max(0, depth - 1) }
      guard depth == 0, [0x2E, 0x21, 0x3F, 0x3B].contains(bytes[at]), at + 2 < bytes.count,
        bytes[at + 1] == 0x20 || bytes[at + 1] == 0x09
      else { continue }
      if bytes[at] == 0x2E, Self.isAbbreviation(bytes, before: at) || isWithinName(at, of: folded) {
        continue
      }
      let next = document.bytes[folded.offsets[at + 2]...]
      let isItem = Self.marks.contains(bytes[at + 2])
      guard
        bytes[at] != 0x2E || isItem || NameLetters.opensWithCapital(next)
          || ASCII.isDigit(bytes[at + 2]) || bytes[at + 2] == 0x28
      else { continue }
      ends.append(folded.offsets[at + 1])
    }
    return ends
  }

  /// Whether a stop stands behind a given name: "Mme Odile MOREL, Mme Lise" and a stop.
  private func isWithinName(_ stop: Int, of folded: FoldedText) -> Bool {
    let words = folded.bytes[..<stop].suffix(40).split(separator: 0x20)
    guard words.count > 1 else { return false }
    let address = String(decoding: words[words.count - 2], as: UTF8.self)
    let next = folded.bytes[(stop + 2)...].prefix { ASCII.isLetter($0) || $0 == 0x2D }
    guard ["m.", "mme", "mr", "monsieur", "madame"].contains(address), next.count > 2,
      next.endIndex < folded.bytes.count, folded.bytes[next.endIndex] == 0x2C
    else { return false }
    let printed = document.bytes[folded.offsets[next.startIndex]..<folded.offsets[next.endIndex]]
    return !printed.contains(where: ASCII.isLetter)
  }

  /// "M.", "Mme.", "art.", an initial, a number.
  private static func isAbbreviation(_ bytes: [UInt8], before stop: Int) -> Bool {
    var start = stop
    while start > 0, ASCII.isLetter(bytes[start - 1]) || ASCII.isDigit(bytes[start - 1]) {
      start -= 1
    }
    let word = bytes[start..<stop]
    // "1. Le conseil", and not "par 5 voix contre 2. Le conseil".
    if word.count <= 2, !word.isEmpty, word.allSatisfy(ASCII.isDigit) { return start == 0 }
    if word.count <= 1 { return start == 0 || bytes[start - 1] != 0x29 }
    return Abbreviations.holds(word)
  }
}
