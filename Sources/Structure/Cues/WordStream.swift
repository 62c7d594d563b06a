import Lexing
import PageModel

/// The words of some lines as cues see them: folded, parted at every mark.
struct WordStream {
  struct Token {
    /// The id of the word in the grammar, 0 for a word that no cue knows.
    var word: UInt16 = 0
    /// The place of its line among those given.
    var place: Int32
    /// Where it begins in the folded bytes of the line.
    var offset: Int32 = 0
    /// The word as a number below 100,000, or -1.
    var number: Int32 = -1
    var opensLine = false
    /// Whether a colon or "=" stands behind the word.
    var hasColon = false
    /// Whether a full stop or a semicolon ends the sentence behind the word.
    var endsSentence = false
  }

  private(set) var tokens: [Token] = []
  /// For each place, the first token of its line.
  private(set) var starts: [Int] = []

  init(_ lines: [FoldedLine], _ grammar: CueGrammar) {
    tokens.reserveCapacity(lines.count * 12)
    var carried: [UInt8] = []
    for (place, line) in lines.enumerated() {
      starts.append(tokens.count)
      append(line.bytes, place, grammar, carried: &carried)
    }
    starts.append(tokens.count)
  }

  /// The last sign of the line before.
  private var last: UInt8 = 0

  private static func opensItem(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.drop { ASCII.isSpace($0) }
    guard let first = start.first, let second = start.dropFirst().first else { return false }
    if ASCII.isSpace(second) {
      return !ASCII.isDigit(first)
        && (!ASCII.isLetter(first) || Confusions.isBullet(first))
    }
    return false
  }

  /// The tokens of a line.
  func tokens(at place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

  private mutating func append(
    _ bytes: ArraySlice<UInt8>,
    _ place: Int,
    _ grammar: CueGrammar,
    carried: inout [UInt8]
  ) {
    var at = bytes.startIndex
    var opens = true
    // An item of a list begins a sentence, unless the words above lead to it.
    if !tokens.isEmpty, Self.opensItem(bytes), last != UInt8(ascii: ","), last != UInt8(ascii: ":")
    {
      tokens[tokens.count - 1].endsSentence = true
    }
    last = bytes.last { !ASCII.isSpace($0) } ?? last
    while at < bytes.endIndex {
      let byte = bytes[at]
      guard ASCII.isLetter(byte) || ASCII.isDigit(byte) else {
        if !tokens.isEmpty, !opens { mark(byte, bytes, at) }
        // "3 € pour" counts no votes.
        if byte == FoldedText.euro || byte == UInt8(ascii: "%") {
          tokens.append(Token(place: Int32(place)))
        }
        // A cell of a table begins as a line does: "… | Unanimité".
        if byte == 0x09 { opens = true }
        at = Self.endOfEnding(at, bytes) ?? at + 1
        continue
      }
      let isDigit = ASCII.isDigit(byte)
      var end = at + 1
      while end < bytes.endIndex,
        isDigit ? ASCII.isDigit(bytes[end]) : ASCII.isLetter(bytes[end])
      { end += 1 }
      var token = Token(place: Int32(place))
      token.opensLine = opens
      token.offset = Int32(clamping: at)
      if isDigit {
        token.number = Self.number(bytes[at..<end])
      } else {
        let word = bytes[at..<end]
        token.word = opens && !carried.isEmpty ? grammar.words.id(of: (carried + word)[...]) : 0
        if token.word == 0 { token.word = grammar.words.id(of: word) }
        if token.word > 0, grammar.numerals.contains(token.word) { token.number = 0 }
        carried = end == bytes.endIndex - 1 && bytes[end] == UInt8(ascii: "-") ? Array(word) : []
      }
      tokens.append(token)
      // Behind the number of an item the line begins.
      if !isDigit { opens = false }
      at = end
    }
  }

  /// Where an ending in brackets, and what is glued to it, ends: "Absent(s)", "Excusé(e)s".
  private static func endOfEnding(_ at: Int, _ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes[at] == UInt8(ascii: "("), at > bytes.startIndex, ASCII.isLetter(bytes[at - 1])
    else { return nil }
    var end = at + 1
    while end < bytes.endIndex, ASCII.isLetter(bytes[end]), end - at < 4 { end += 1 }
    guard end > at + 1, end < bytes.endIndex, bytes[end] == UInt8(ascii: ")") else { return nil }
    end += 1
    while end < bytes.endIndex, ASCII.isLetter(bytes[end]) { end += 1 }
    return end
  }

  private mutating func mark(_ byte: UInt8, _ bytes: ArraySlice<UInt8>, _ at: Int) {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "="): tokens[tokens.count - 1].hasColon = true
    case UInt8(ascii: ";"): tokens[tokens.count - 1].endsSentence = true
    case UInt8(ascii: "."):
      // "M.", "art." and the points within numbers end no sentence.
      let isLast = at + 1 >= bytes.endIndex
      let isSpaced = !isLast && ASCII.isSpace(bytes[at + 1])
      var start = at
      while start > bytes.startIndex, ASCII.isLetter(bytes[start - 1]) { start -= 1 }
      if isLast || isSpaced, !Abbreviations.holds(bytes[start..<at]) {
        tokens[tokens.count - 1].endsSentence = true
      }
    default: break
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int32 {
    digits.count <= 5 ? Int32(ASCII.number(digits)) : -1
  }
}

/// A line folded once.
struct FoldedLine {
  /// The index of the line in the document.
  var line: Int
  var bytes: ArraySlice<UInt8>
}
