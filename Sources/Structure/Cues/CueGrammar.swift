/// The cues of `Pipelines/structure/cues.tsv`, made ready to be looked for.
public struct CueGrammar: Sendable {
  /// One part of a pattern.
  enum Element: Sendable {
    /// A word of a set, by the ids of its words; it may be missing where `isOptional`.
    case word(Set<UInt16>, isOptional: Bool)
    case number
    /// Up to so many words of one sentence.
    case gap(Int)
    case colon(isOptional: Bool)
    case lineEnd
  }

  struct Pattern: Sendable {
    var kind: CueKind
    var strength: Int
    var opensLine: Bool
    var elements: [Element]
  }

  /// The most words that `*` stands for.
  static let widestGap = 12
  /// The most words that `~` stands for.
  static let narrowGap = 4

  /// The ids of the words that patterns know; other words have none.
  private(set) var words: [[UInt8]: UInt16] = [:]
  private(set) var patterns: [Pattern] = []
  /// For each id of a word, the patterns that begin with it.
  private(set) var patternsByWord: [[Int]] = [[]]
  /// The patterns that begin with a number.
  private(set) var patternsOfNumbers: [Int] = []
  /// The ids of words that stand for numbers.
  private(set) var numerals: Set<UInt16> = []

  /// Reads the rows of a table; a row that says nothing is left out and given to `complain`.
  public init(_ table: String, complain: (_ row: Int, _ reason: String) -> Void = { _, _ in }) {
    var classes: [Substring: [Substring]] = [:]
    for (index, row) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let first = row.utf8.first, first != UInt8(ascii: "#") else { continue }
      let cells = row.split(separator: "\t")
      if first == UInt8(ascii: "@"), cells.count == 2 {
        classes[cells[0].dropFirst()] = cells[1].split(separator: " ")
      } else if cells.count == 3, let kind = CueKind(rawValue: String(cells[0])),
        let strength = Int(cells[1])
      {
        add(cells[2], kind, strength, classes)
      } else {
        complain(index + 1, "is neither a class nor a cue")
      }
    }
    numerals = Set((classes["numeral"] ?? []).map { id(of: $0) })
    index()
  }

  private mutating func id(of word: Substring) -> UInt16 {
    let key = Array(word.utf8)
    if let known = words[key] { return known }
    let id = UInt16(min(words.count + 1, Int(UInt16.max)))
    words[key] = id
    return id
  }

  private mutating func add(
    _ text: Substring,
    _ kind: CueKind,
    _ strength: Int,
    _ classes: [Substring: [Substring]]
  ) {
    var pattern = Pattern(kind: kind, strength: strength, opensLine: false, elements: [])
    for part in text.split(separator: " ") {
      switch part {
      case "^": pattern.opensLine = true
      case "*": pattern.elements.append(.gap(Self.widestGap))
      case "~": pattern.elements.append(.gap(Self.narrowGap))
      case "#": pattern.elements.append(.number)
      case "$": pattern.elements.append(.lineEnd)
      case ":": pattern.elements.append(.colon(isOptional: false))
      case ":?": pattern.elements.append(.colon(isOptional: true))
      default:
        let isOptional = part.hasSuffix("?")
        let forms = (isOptional ? part.dropLast() : part).split(separator: "|").flatMap { form in
          form.hasPrefix("@") ? classes[form.dropFirst()] ?? [] : [form]
        }
        pattern.elements.append(.word(Set(forms.map { id(of: $0) }), isOptional: isOptional))
      }
    }
    patterns.append(pattern)
  }

  private mutating func index() {
    patternsByWord = [[Int]](repeating: [], count: words.count + 1)
    for (place, pattern) in patterns.enumerated() {
      elements: for element in pattern.elements {
        switch element {
        case .word(let ids, let isOptional):
          for id in ids.sorted() { patternsByWord[Int(id)].append(place) }
          if !isOptional { break elements }
        case .number:
          patternsOfNumbers.append(place)
          for id in numerals.sorted() { patternsByWord[Int(id)].append(place) }
          break elements
        case .gap, .colon, .lineEnd: break elements
        }
      }
    }
  }
}
