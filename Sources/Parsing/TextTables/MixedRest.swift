import Lexing
import PageModel

/// What the lines after a row's first line add to its cells.
///
/// OCR prints line by line what the columns hold: the rest of the theme, of the operation's title,
/// of the name, of the agreement. Words that many rows share are the columns'; what is left belongs
/// to the row, or is a word that was misread.
struct MixedRest {
  /// What is printed of the name, by line.
  var name: [String] = []
  /// The words of the description.
  var description: [String] = []
  /// The second part of the territory's cell.
  var territory: [String] = []
  /// The annex that the agreement names.
  var agreement: String?
  /// Whether lines of another row stand after the row's own.
  var hasForeignLines = false

  private let row: MixedRow
  private let words: MixedWords
  private let title: OperationTitles.Title?
  private let document: Document
  private var seen: [UInt64: Int] = [:]
  private var titlePlace = 0

  /// Reads the lines after a row's first; `opensBracket` says that the name has a bracket open.
  init(
    _ row: MixedRow,
    words: MixedWords,
    title: OperationTitles.Title?,
    territoryIsOpen: Bool,
    toDescription: Bool,
    opensBracket: Bool,
    of document: Document
  ) {
    self.row = row
    self.words = words
    self.title = title
    self.document = document
    guard let group = row.group else { return }
    var isOpen = territoryIsOpen
    var bracket = opensBracket
    var opened: Set<UInt64> = []
    for line in row.rest {
      var tokens = MixedWords.tokens(of: line)
      if isOpen { isOpen = takeTerritory(&tokens, line) }
      if let first = tokens.first, words.opensTheme(first, group.theme),
        !opened.insert(first.key).inserted
      {
        hasForeignLines = true
        return
      }
      takeAgreement(tokens, line)
      if row.head.operation == nil, line.operation != nil { continue }
      let own = own(tokens, group, line)
      if toDescription {
        description += own.map { line.text($0.range, of: document) }
      } else if let text = name(own, in: tokens, line, &bracket) {
        name.append(text)
      }
    }
  }

  /// Whether a territory is still open after it took the names at a line's head.
  private mutating func takeTerritory(_ tokens: inout [MixedToken], _ line: MixedLine) -> Bool {
    let count = tokens.prefix { token in
      words.isTerritory(token)
        || (token.kind == .mark && line.folded.bytes[token.range.lowerBound] == 0x2D)
    }.count
    guard count > 0 else { return true }
    let text = line.text(tokens[..<count], of: document)
    territory.append(text)
    tokens.removeFirst(count)
    return text.hasSuffix("-")
  }

  private mutating func takeAgreement(_ tokens: [MixedToken], _ line: MixedLine) {
    let bytes = line.folded.bytes
    if let text = agreement, text.last?.isNumber != true, tokens.count == 1,
      tokens[0].kind == .number
    {
      agreement = text + " " + line.text(tokens[0].range, of: document)
    }
    guard agreement == nil,
      let place = tokens.lastIndex(where: { token in
        let word = bytes[token.range]
        return word.count >= 6 && word.suffix(6).elementsEqual("annexe".utf8)
      })
    else { return }
    let end = min(tokens.count, place + 2)
    let isNumber = end > place + 1 && tokens[place + 1].kind == .number
    agreement = "annexe" + (isNumber ? " " + line.text(tokens[place + 1].range, of: document) : "")
  }

  // MARK: - The row's own words

  /// The tokens that neither other rows nor the operation's title share.
  private mutating func own(
    _ tokens: [MixedToken],
    _ group: MixedRow.Group,
    _ line: MixedLine
  ) -> [MixedToken] {
    tokens.filter { token in
      guard token.key != 0 else { return token.kind == .mark }
      let occurrence = seen[token.key, default: 0]
      seen[token.key] = occurrence + 1
      let isShared = words.isCommon(token, occurrence: occurrence, in: group)
      return !takeTitleWord(token, line, exactly: isShared) && !isShared
    }
  }

  /// Whether a token is one of the next words of the annexes' title; one letter in four may differ.
  private mutating func takeTitleWord(
    _ token: MixedToken,
    _ line: MixedLine,
    exactly isExact: Bool
  ) -> Bool {
    guard let title, titlePlace < title.words.count else { return false }
    let word = token.skeleton(in: line.folded.bytes)
    for place in titlePlace..<min(title.words.count, titlePlace + 8) {
      let other = title.words[place]
      let bound = isExact ? 0 : word.count / 4
      guard abs(other.count - word.count) <= bound else { continue }
      if EditDistance.between(word, other, atMost: bound) <= bound {
        titlePlace = place + 1
        return true
      }
    }
    return false
  }

  /// The words of a line that go on with the name: they begin with a capital, a bracket, or a small
  /// word before one; what OCR left of common words does not.
  private func name(
    _ own: [MixedToken],
    in tokens: [MixedToken],
    _ line: MixedLine,
    _ bracket: inout Bool
  ) -> String? {
    var kept: [MixedToken] = []
    // Small words that many rows share, right after a word that was kept.
    var between: [MixedToken] = []
    var previousEnd = -1
    for (place, token) in tokens.enumerated() where token.kind != .bar {
      let isSmall = GrantNames.connectives.contains(
        String(decoding: line.folded.bytes[token.range], as: UTF8.self)
      )
      let isAdjacent = previousEnd >= 0 && token.range.lowerBound - previousEnd <= 1
      guard own.contains(token) else {
        if isSmall, isAdjacent {
          between.append(token)
          previousEnd = token.range.upperBound
        } else {
          between = []
          previousEnd = -1
        }
        continue
      }
      let text = line.text(token.range, of: document)
      let nextIsName = isSmall && leadsToName(tokens[(place + 1)...], own, line)
      let isWhole = !isFragment(token, line)
      let opensBracket = text.contains("(") && (isWhole || text.contains(")"))
      let belongs =
        bracket || opensBracket || (Self.opensName(text) && isWhole)
        || (isAdjacent && (isWhole || isSmall) && token.kind != .mark)
        || nextIsName || Self.isElided(text)
      guard belongs else { continue }
      kept += between + [token]
      between = []
      previousEnd = token.range.upperBound
      for character in text {
        if character == "(" { bracket = true }
        if character == ")" { bracket = false }
      }
    }
    while let last = kept.last, !bracket, last.range.count <= 2,
      !line.folded.bytes[last.range].contains(0x29)
    {
      guard isFragment(last, line) else { break }
      kept.removeLast()
    }
    return kept.isEmpty ? nil : line.text(kept, of: document)
  }

  /// Whether a name follows small words: "de la Vallée".
  private func leadsToName(
    _ tokens: ArraySlice<MixedToken>,
    _ own: [MixedToken],
    _ line: MixedLine
  ) -> Bool {
    let next = tokens.first { token in
      let word = String(decoding: line.folded.bytes[token.range], as: UTF8.self)
      return !GrantNames.connectives.contains(word)
    }
    guard let next, own.contains(next) else { return false }
    return Self.opensName(line.text(next.range, of: document))
  }

  private static func opensName(_ text: String) -> Bool {
    text.count >= 3 && text.first.map { $0.isUppercase || $0 == "(" } ?? false
  }

  /// "d'emplois", "l'Artois", "I'Artisanat".
  private static func isElided(_ text: String) -> Bool {
    guard text.count >= 5, let first = text.first, "dDlLI".contains(first) else { return false }
    return "'’".contains(text.dropFirst().first ?? " ")
  }

  /// Whether a token is no more than a piece of a word of the title: "bénéficiai", "Acc".
  private func isFragment(_ token: MixedToken, _ line: MixedLine) -> Bool {
    let word = token.skeleton(in: line.folded.bytes)
    guard word.count >= 3 else { return true }
    guard let title else { return false }
    guard word.count <= title.letters.count else { return false }
    return (0...(title.letters.count - word.count)).contains { start in
      title.letters[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
