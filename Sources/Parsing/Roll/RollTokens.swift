import DeliberationModel
import PageModel

/// Cuts lines into the words and marks that lists of people are made of.
///
/// "Absent(e)s" is one word, so is "Marie-" above "José"; "E.PAYEN" is an initial and a name, and a
/// dash with a space beside it parts people.
struct RollTokens {
  private(set) var tokens: [RollToken] = []
  private var joinsNext = false
  private let document: Document

  init(_ lines: some Sequence<Int>, of document: Document) {
    self.init(RollColumns.pieces(lines, of: document), of: document)
  }

  /// The tokens of a text that stands on a line.
  init(text: String, line: Int, of document: Document) {
    self.document = document
    append(Array(text.utf8)[...], line: line)
  }

  init(_ pieces: [RollColumns.Piece], of document: Document) {
    self.document = document
    for piece in pieces {
      let first = tokens.count
      append(document.bytes[piece.bounds], line: piece.line)
      guard tokens.count > first else { continue }
      tokens[first].opensLine = true
      tokens[first].opensParagraph = piece.opensParagraph
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, line: Int) {
    let characters = Array(String(decoding: bytes, as: UTF8.self))
    var at = 0
    var width = 0
    while at < characters.count {
      let character = characters[at]
      if character == " " || character == "\t" || character == "\u{A0}" {
        width += character == "\t" ? 3 : 1
        at += 1
        continue
      }
      let first = tokens.count
      let continues = joinsNext
      joinsNext = false
      if character.isLetter || character.isNumber {
        at = word(characters, at, line: line, joining: continues && at == 0)
      } else if let mark = Self.mark(character) {
        tokens.append(RollToken(kind: .mark(mark), text: String(character), key: "", line: line))
        at += 1
      } else {
        at += 1
      }
      if tokens.count > first {
        tokens[first].opensCell = width > 2
        tokens[first].isGlued = width == 0 && at > 0 && first > 0 && tokens[first - 1].line == line
      }
      width = 0
    }
  }

  /// Takes the word at an index; answers the index behind it.
  private mutating func word(
    _ characters: [Character],
    _ start: Int,
    line: Int,
    joining: Bool
  ) -> Int {
    var text = ""
    var at = start
    var hasStop = false
    let isNumber = characters[start].isNumber
    while at < characters.count {
      let character = characters[at]
      let next = at + 1 < characters.count ? characters[at + 1] : " "
      if character.isLetter || character.isNumber {
        text.append(character)
      } else if Self.joins(character), next.isLetter || next.isNumber, !text.isEmpty {
        text.append(Self.dashes.contains(character) ? "-" : character)
        // "d'Anne ROUX" is a particle and a name.
        if text.count == 2, text.first == "d", next.isUppercase, text.last != "-" {
          at += 1
          break
        }
      } else if isNumber, character == "/" || character == "_" || character == ".", next.isNumber {
        text.append(character)
      } else if !isNumber, let ending = Self.inclusiveEnding(characters, at), text.count > 2 {
        // "Présent.e.s", "élu·e·s" are "présents", "élus".
        if ending.isPlural { text.append("s") }
        at = ending.end
        continue
      } else if character == "(", let end = Self.ending(characters, at) {
        // "Absent(e)s".
        text.append(contentsOf: characters[(at + 1)..<end].filter(\.isLetter))
        at = end
      } else if character == "." {
        // "J.-P." is one initial.
        guard next == "-", text.count == 1, at + 2 < characters.count,
          characters[at + 2].isUppercase
        else {
          hasStop = true
          at += 1
          break
        }
        text.append(".")
      } else if character == "-", at + 1 == characters.count, !text.isEmpty, !isNumber {
        text.append("-")
        joinsNext = true
        at += 1
        break
      } else {
        break
      }
      at += 1
    }
    if text == "M", at < characters.count, Self.superscripts.contains(characters[at]) {
      // "Mᵐᵉ" as a scan has it: M"*, M™°.
      while at < characters.count, Self.superscripts.contains(characters[at]) { at += 1 }
      text = "Mme"
    }
    if joining, var last = tokens.popLast() {
      if !BrokenWord.keepsHyphen(last.text, text, in: document) { last.text.removeLast() }
      last.text += text
      last.hasStop = hasStop
      tokens.append(Self.token(last.text, like: last))
    } else {
      let token = RollToken(
        kind: isNumber ? .number : .word,
        text: text,
        key: "",
        hasStop: hasStop,
        line: line
      )
      tokens.append(Self.token(text, like: token))
    }
    return at
  }

  private static func token(_ text: String, like token: RollToken) -> RollToken {
    var token = token
    token.text = text
    token.key = FoldedText(text).key
    token.letters = letters(text, hasStop: token.hasStop)
    return token
  }

  private static func letters(_ text: String, hasStop: Bool) -> RollToken.Letters {
    let letters = text.filter(\.isLetter)
    guard let first = letters.first else { return .small }
    let capitals = letters.count(where: \.isUppercase)
    if letters.count == 1, capitals == 1 { return .initial }
    if capitals == letters.count, letters.count <= 2, hasStop || text.contains(".") {
      return .initial
    }
    // "d'EU"
    if capitals * 3 >= letters.count * 2 { return .capitals }
    return first.isUppercase ? .name : .small
  }

  private static let dashes: Set<Character> = ["-", "–", "—", "−", "‑", "‐"]

  private static let superscripts: Set<Character> = ["\"", "*", "™", "°", "”", "“", "'", "’"]

  private static func joins(_ character: Character) -> Bool {
    dashes.contains(character) || character == "'" || character == "’" || character == "`"
  }

  /// The index behind the feminine and plural endings that points part from a word, and whether the
  /// plural is among them.
  private static func inclusiveEnding(
    _ characters: [Character],
    _ start: Int
  ) -> (end: Int, isPlural: Bool)? {
    var at = start
    var isPlural = false
    while at + 1 < characters.count, points.contains(characters[at]) {
      let letters = characters[(at + 1)...].prefix { $0.isLowercase }
      guard let last = letters.last, endings.contains(FoldedText(String(letters)).key),
        letters.endIndex >= characters.count || !characters[letters.endIndex].isLetter
      else { break }
      isPlural = isPlural || last == "s"
      at = letters.endIndex
    }
    return at > start ? (at, isPlural) : nil
  }

  private static let points: Set<Character> = [".", "·", "‧", "∙", "⋅", "•"]
  private static let endings: Set<String> = [
    "e", "es", "s", "ne", "nes", "ere", "eres", "le", "les", "ve", "ves", "trice", "trices",
  ]

  /// The index of the bracket that closes an ending: "(s)", "(e)", "(e})".
  private static func ending(_ characters: [Character], _ open: Int) -> Int? {
    var at = open + 1
    var letters = 0
    while at < characters.count, at - open <= 5 {
      let character = characters[at]
      if character == ")" { return (1...3).contains(letters) ? at : nil }
      if character.isLetter {
        guard character.isLowercase || character == "S" || character == "E" else { return nil }
        letters += 1
      } else if character != "}", character != "." {
        return nil
      }
      at += 1
    }
    return nil
  }

  private static func mark(_ character: Character) -> UInt8? {
    switch character {
    case ",", ";", ":", "(", ")", "/", "=", "|": return character.asciiValue
    case "[", "{": return UInt8(ascii: "(")
    case "]", "}": return UInt8(ascii: ")")
    case ".", "…": return UInt8(ascii: ".")
    case _ where dashes.contains(character): return UInt8(ascii: "-")
    case ">", "→", "➔", "➜", "➡", "⇒", "►", "➢", "\u{F0E0}", "\u{F0E8}": return UInt8(ascii: ">")
    default:
      return character == "_" || character == "\"" || character == "«" || character == "»"
        ? UInt8(ascii: "\"") : UInt8(ascii: "*")
    }
  }
}
